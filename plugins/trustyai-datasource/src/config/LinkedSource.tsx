import { DataSourcePicker } from '@grafana/runtime';
import { Field } from '@grafana/ui';
import React from 'react';
import { linkProblem, type Linked } from './linked.ts';

interface Props {
  id: string;
  linked: Linked;
  description: string;
  /** What works without it not. */
  noneMeans: string;
  uid: string | undefined;
  disabled: boolean;
  onChange: (uid: string | undefined) => void;
}

/** Picks a data source of a type; one that is gone or of another type gets a sentence. */
export function LinkedSource({ id, linked, description, noneMeans, uid, disabled, onChange }: Props) {
  const problem = linkProblem(uid, linked);
  return (
    // The picker names itself “Select a data source”, whatever its label: the group says which one.
    <div role="group" aria-label={linked.name}>
      <Field
        label={linked.name}
        htmlFor={id}
        description={description}
        invalid={problem !== undefined}
        error={problem}
        noMargin
      >
        <DataSourcePicker
          inputId={id}
          type={linked.types}
          current={uid ?? null}
          noDefault
          disabled={disabled}
          width={40}
          placeholder={noneMeans}
          onChange={(chosen) => onChange(chosen.uid)}
          onClear={() => onChange(undefined)}
        />
      </Field>
    </div>
  );
}
