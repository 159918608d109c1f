import React, { useEffect, useState, type RefObject } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, ConfirmModal, Dropdown, IconButton, Menu, Portal, useStyles2, useTheme2 } from '@grafana/ui';
import { t } from '../i18n/translate.ts';
import type { SideName } from '../read/data-set.ts';
import { Busy } from '../run/Busy.tsx';
import { useWork } from '../run/use-work.ts';
import { csvJob, jsonJob, pictureJob, profileJob, sentenceJob, type Exportable, type Job } from './jobs.ts';
import { NOT_IN_PICTURE } from './picture/pieces.ts';

interface Props {
  exportable: Exportable;
  panel: RefObject<HTMLElement | null>;
  /** The panel has no background of its own. */
  transparent: boolean;
  /** Puts a profile in the panel's options. */
  onProfile: (json: string) => void;
}

/** How long a viewer has to read what was done. */
const SAID_MS = 5_000;

/** Everything that can be taken out of the panel, behind one button. */
export function ExportMenu({ exportable, panel, transparent, onProfile }: Props) {
  const styles = useStyles2(getStyles);
  const { colors } = useTheme2();
  const [job, setJob] = useState<Job>();
  const [profiled, setProfiled] = useState<SideName>();
  const { result, progress, failure, cancel } = useWork(job);
  const done = job && !progress && !failure ? result : undefined;
  useEffect(() => {
    const timer = done === undefined ? undefined : setTimeout(() => setJob(undefined), SAID_MS);
    return () => clearTimeout(timer);
  }, [done]);
  const run = (next: Job) => setJob(() => next);
  const background = transparent ? colors.background.canvas : colors.background.primary;
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
      <Menu.Item
        icon="camera"
        label={t('export.png', 'Picture as PNG')}
        onClick={() => panel.current && run(pictureJob(exportable, panel.current, background))}
      />
      <Menu.Divider />
      <Menu.Item
        icon="save"
        label={t('export.keep-reference', 'Keep the reference as a profile')}
        onClick={() => setProfiled('reference')}
      />
      <Menu.Item
        icon="save"
        label={t('export.new-reference', 'Make the current rows the reference')}
        onClick={() => setProfiled('current')}
      />
    </Menu>
  );
  return (
    <span {...{ [NOT_IN_PICTURE]: '' }}>
      <Dropdown overlay={items} placement="bottom-end">
        <IconButton name="download-alt" size="md" tooltip={label} aria-label={label} />
      </Dropdown>
      <span aria-live="polite" className={done === undefined ? undefined : styles.said}>
        {done}
      </span>
      <ConfirmModal
        isOpen={profiled !== undefined}
        title={t('export.profile-title', 'Save as profile')}
        body={t(
          'export.profile-body',
          'The panel then compares with counts of these rows, kept in its options, instead of the reference that it reads now. No raw value is kept but names of categories and the bounds of bins.'
        )}
        confirmText={t('export.profile-confirm', 'Save as the reference')}
        confirmVariant="primary"
        onConfirm={() => {
          if (profiled) {
            run(profileJob(exportable, profiled, onProfile));
          }
          setProfiled(undefined);
        }}
        onDismiss={() => setProfiled(undefined)}
      />
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
