import React, { useEffect, useState, type RefObject } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, Dropdown, IconButton, Menu, Portal, useStyles2, useTheme2 } from '@grafana/ui';
import { t } from '../i18n/translate.ts';
import { Busy } from '../run/Busy.tsx';
import { useWork } from '../run/use-work.ts';
import { csvJob, jsonJob, pictureJob, sentenceJob, type Exportable, type Job } from './jobs.ts';
import { NOT_IN_PICTURE } from './picture/pieces.ts';

interface Props {
  exportable: Exportable;
  panel: RefObject<HTMLElement | null>;
  /** The panel has no background of its own. */
  transparent: boolean;
}

/** How long a viewer has to read what was done. */
const SAID_MS = 5_000;

/** Everything that can be taken out of the panel, behind one button. */
export function ExportMenu({ exportable, panel, transparent }: Props) {
  const styles = useStyles2(getStyles);
  const { colors } = useTheme2();
  const [job, setJob] = useState<Job>();
  const { result, progress, failure, cancel } = useWork(job);
  const done = job && !progress && result;
  useEffect(() => {
    if (done) {
      const timer = setTimeout(() => setJob(undefined), SAID_MS);
      return () => clearTimeout(timer);
    }
    return undefined;
  }, [done]);
  const run = (next: Job) => setJob(() => next);
  const picture = () => {
    if (panel.current) {
      run(pictureJob(exportable, panel.current, transparent ? colors.background.canvas : colors.background.primary));
    }
  };
  const label = t('export.menu', 'Export');
  const items = (
    <Menu ariaLabel={label}>
      <Menu.Item
        icon="copy"
        label={t('export.sentence', 'Copy the verdict')}
        onClick={() => run(sentenceJob(exportable))}
      />
      <Menu.Item icon="table" label={t('export.csv', 'Results as CSV')} onClick={() => run(csvJob(exportable))} />
      <Menu.Item
        icon="brackets-curly"
        label={t('export.json', 'Results and data as JSON')}
        onClick={() => run(jsonJob(exportable))}
      />
      <Menu.Item icon="camera" label={t('export.png', 'Picture as PNG')} onClick={picture} />
    </Menu>
  );
  return (
    <span {...{ [NOT_IN_PICTURE]: '' }}>
      <Dropdown overlay={items} placement="bottom-end">
        <IconButton name="download-alt" size="md" tooltip={label} aria-label={label} />
      </Dropdown>
      <span aria-live="polite" className={done ? styles.said : undefined}>
        {done}
      </span>
      {(progress || failure) && (
        <Portal>
          <div className={styles.notice}>
            {progress && <Busy progress={progress} onCancel={cancel} />}
            {failure && <Alert severity="error" title={failure} onRemove={() => setJob(undefined)} />}
          </div>
        </Portal>
      )}
    </span>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    said: css({
      position: 'absolute',
      top: theme.spacing(0.5),
      right: theme.spacing(5),
      zIndex: 2,
      maxWidth: '60%',
      padding: theme.spacing(0.5, 1),
      borderRadius: theme.shape.radius.default,
      background: theme.colors.background.elevated,
      border: `1px solid ${theme.colors.border.weak}`,
      fontSize: theme.typography.bodySmall.fontSize,
      color: theme.colors.text.primary,
    }),
    notice: css({
      position: 'fixed',
      top: theme.spacing(8),
      right: theme.spacing(2),
      width: 360,
      zIndex: theme.zIndex.portal,
    }),
  };
}
