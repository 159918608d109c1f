import { Field, MultiCombobox } from '@grafana/ui';
import type { EventKind } from '@soundcheck/query';
import React from 'react';
import { t } from '../i18n/translate.ts';
import type { TrustyDataQuery } from '../query/types.ts';
import { NumberField, wholeAboveZero } from './NumberField.tsx';

type Choice = Pick<TrustyDataQuery, 'events' | 'persistence'>;

interface Props extends Choice {
  id: string;
  onChange: (choice: Choice) => void;
}

const ONCE = { need: 1, of: 1 };

/** Which events, and how lasting drift has to be. */
export function EventsFields({ id, events = [], persistence = ONCE, onChange }: Props) {
  const options: Array<{ value: EventKind; label: string; description: string }> = [
    {
      value: 'drift',
      label: t('editor.events.drift', 'Drift'),
      description: t('editor.events.drift-text', 'From when until when a metric was over its limit'),
    },
    {
      value: 'schedules',
      label: t('editor.events.schedules', 'Schedules'),
      description: t('editor.events.schedules-text', 'Made, lost or deleted, as Prometheus saw them'),
    },
    {
      value: 'references',
      label: t('editor.events.references', 'References'),
      description: t('editor.events.references-text', 'When reference rows were uploaded, where the service tells'),
    },
  ];
  const steps = (patch: Partial<typeof ONCE>) => {
    const next = { ...persistence, ...patch };
    // Neither may contradict the other: the one just typed wins.
    const of = patch.need === undefined ? next.of : Math.max(next.need, next.of);
    onChange({ events, persistence: { need: Math.min(next.need, of), of } });
  };
  return (
    <>
      <Field
        label={t('editor.events.label', 'Events')}
        description={t('editor.events.none', 'None chosen means all; drift needs a metric')}
        noMargin
      >
        <MultiCombobox
          id={`${id}-events`}
          options={options}
          value={events}
          placeholder={t('editor.events.all', 'All events')}
          isClearable
          width={40}
          onChange={(chosen) =>
            onChange({ events: chosen.length > 0 ? chosen.map(({ value }) => value) : undefined, persistence })
          }
        />
      </Field>
      <NumberField
        id={`${id}-need`}
        label={t('editor.persistence.need', 'Steps over the limit')}
        description={t('editor.persistence.need-text', 'Drift is on when so many')}
        value={persistence.need}
        problem={wholeAboveZero}
        onChange={(need) => steps({ need: Number(need) || 1 })}
      />
      <NumberField
        id={`${id}-of`}
        label={t('editor.persistence.of', 'Of the last steps')}
        description={t('editor.persistence.of-text', 'of so many steps are over; a missing step is not')}
        value={persistence.of}
        problem={wholeAboveZero}
        onChange={(of) => steps({ of: Number(of) || 1 })}
      />
    </>
  );
}
