import { catalogue, isMetricKey } from '@soundcheck/query';
import React from 'react';
import { t } from '../i18n/translate.ts';
import type { TrustyDataQuery } from '../query/types.ts';
import { anyNumber, level, NumberField } from './NumberField.tsx';

type Judgement = Pick<TrustyDataQuery, 'alpha' | 'limit'>;

interface Props extends Judgement {
  id: string;
  metric: string | undefined;
  onChange: (judgement: Judgement) => void;
}

/** True where at least one service gives the number no limit of its own. */
function hasNoLimit(metric: string | undefined): boolean {
  if (!metric || !isMetricKey(metric)) {
    return false;
  }
  const { java, python } = catalogue[metric];
  return [java, python].some(
    (side) => side && side.meaning.valueIs !== 'ks_d' && side.meaning.defaultLimit === undefined
  );
}

/** The level of tests, and a limit of one's own. */
export function JudgementFields({ id, metric, alpha, limit, onChange }: Props) {
  return (
    <>
      <NumberField
        id={`${id}-alpha`}
        label={t('editor.alpha.label', 'Level')}
        description={t('editor.alpha.description', 'Chance of a false alarm per feature that tests accept')}
        placeholder={String(0.05)}
        value={alpha}
        problem={level}
        onChange={(value) => onChange({ alpha: value, limit })}
      />
      <NumberField
        id={`${id}-limit`}
        label={t('editor.limit.label', 'Own limit')}
        description={
          hasNoLimit(metric)
            ? t(
                'editor.limit.needed',
                'This number has no limit of its own on every service: without one it is not judged'
              )
            : t('editor.limit.description', 'In the unit of the number; takes the place of the test’s own')
        }
        placeholder={t('editor.limit.none', 'none')}
        value={limit}
        problem={anyNumber}
        onChange={(value) => onChange({ alpha, limit: value })}
      />
    </>
  );
}
