import React, { useState } from 'react';
import { Combobox, RadioButtonGroup } from '@grafana/ui';
import { t } from '../../i18n/translate.ts';
import type { MetricChoice } from '../../report/report.ts';

interface Props {
  choices: MetricChoice[];
  chosen: string | undefined;
  onChoose: (key: string) => void;
}

const MOST_BUTTONS = 4;

/** Which metric (or model) the panel shows, where the data holds several. */
export function MetricSwitch({ choices, chosen, onChoose }: Props) {
  // The button answers at once, the report when it is worked out.
  const [asked, setAsked] = useState<{ key: string; instead: string | undefined }>();
  const shown = asked && asked.instead === chosen ? asked.key : chosen;
  const choose = (key: string) => {
    setAsked({ key, instead: chosen });
    onChoose(key);
  };
  if (choices.length < 2) {
    return null;
  }
  const options = choices.map(({ key, label, description }) => ({ value: key, label, description }));
  const name = t('metric.group', 'Metric');
  return (
    <div style={{ flexShrink: 0 }}>
      {choices.length > MOST_BUTTONS ? (
        <Combobox
          options={options}
          value={shown ?? null}
          onChange={(option) => choose(option.value)}
          width="auto"
          minWidth={16}
          aria-label={name}
        />
      ) : (
        <RadioButtonGroup size="sm" options={options} value={shown} onChange={choose} aria-label={name} />
      )}
    </div>
  );
}
