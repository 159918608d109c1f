import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { t } from '../../i18n/translate.ts';
import type { Scene } from '../scene.ts';

interface Props {
  scene: Scene;
  feature: string | undefined;
  width: number;
}

/** Which feature a view of one feature shows; in the order of the ranking, so that the first are those that drifted. */
export function FeaturePicker({ scene, feature, width }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <select
      className={styles.picker}
      style={{ width }}
      aria-label={t('detail.feature', 'Feature')}
      value={feature ?? ''}
      onChange={(event) => scene.actions.select({ feature: event.target.value })}
    >
      {feature === undefined && <option value="">{t('detail.chooseOption', 'Choose a feature')}</option>}
      {scene.report.features.map((one) => (
        <option key={one.feature} value={one.feature}>
          {optionText(scene.label(one.feature), one.state)}
        </option>
      ))}
    </select>
  );
}

function optionText(name: string, state: string): string {
  return state === 'drift' || state === 'possible' ? `${name} · ${state}` : name;
}

function getStyles(theme: GrafanaTheme2) {
  return {
    picker: css({
      height: 26,
      padding: '0 6px',
      fontSize: 14,
      color: theme.colors.text.primary,
      background: theme.components.input.background,
      border: `1px solid ${theme.components.input.borderColor}`,
      borderRadius: theme.shape.radius.default,
      '& option': { background: theme.colors.background.primary },
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.border}`, outlineOffset: 1 },
    }),
  };
}
