import React from 'react';
import { Combobox, RadioButtonGroup } from '@grafana/ui';
import type { MetricChoice } from '../report/report.ts';

interface Props {
  choices: MetricChoice[];
  chosen: string | undefined;
  onChoose: (key: string) => void;
}

const MOST_BUTTONS = 4;

/** Which metric (or model) the panel shows, where the data holds several. */
export function MetricSwitch({ choices, chosen, onChoose }: Props) {
  if (choices.length < 2) {
    return null;
  }
  const options = choices.map(({ key, label, description }) => ({ value: key, label, description }));
  if (choices.length > MOST_BUTTONS) {
    return (
      <div style={{ flexShrink: 0 }}>
        <Combobox
          options={options}
          value={chosen ?? null}
          onChange={(option) => onChoose(option.value)}
          width="auto"
          minWidth={16}
          aria-label="Metric"
        />
      </div>
    );
  }
  return (
    <div style={{ flexShrink: 0 }}>
      <RadioButtonGroup size="sm" options={options} value={chosen} onChange={onChoose} aria-label="Metric" />
    </div>
  );
}
