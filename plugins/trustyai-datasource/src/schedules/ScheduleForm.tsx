import { Button, ConfirmModal, Field, Input, Stack, Text } from '@grafana/ui';
import { catalogue, isMetricKey, type ScheduleRequest } from '@soundcheck/query';
import React, { useId, useState } from 'react';
import type { DataSource } from '../datasource.ts';
import { FairnessFields } from '../editor/FairnessFields.tsx';
import { FeaturesField } from '../editor/FeaturesField.tsx';
import { MetricField } from '../editor/MetricField.tsx';
import { ModelField } from '../editor/ModelField.tsx';
import { level, NumberField, wholeAboveZero } from '../editor/NumberField.tsx';
import { ReferenceField } from '../editor/ReferenceField.tsx';
import { t } from '../i18n/translate.ts';
import { creationText, nameOf, requestOf, type Draft } from './draft.ts';

interface Props {
  datasource: DataSource;
  initial: Draft;
  onCreate: (request: ScheduleRequest) => Promise<void>;
  onCancel: () => void;
}

const numberOr = <T,>(value: number | string | undefined, other: T) => (typeof value === 'number' ? value : other);

/** A new schedule: what it computes, its name, and a question before it is made. */
export function ScheduleForm({ datasource, initial, onCreate, onCancel }: Props) {
  const id = useId();
  const [draft, setDraft] = useState(initial);
  const [asking, ask] = useState(false);
  const change = (patch: Partial<Draft>) => setDraft({ ...draft, ...patch });
  const { model, metric, features } = draft;
  const kind = metric && isMetricKey(metric) ? catalogue[metric].kind : undefined;
  // A schedule is of the values that variables have now.
  const resolved = {
    ...draft,
    model: datasource.resolve(model),
    metric: datasource.resolve(metric),
    referenceTag: datasource.resolve(draft.referenceTag),
  };
  const made = requestOf(resolved);
  const problem = 'problem' in made ? made.problem : undefined;
  return (
    <Stack direction="column" gap={2}>
      <Text element="p" weight="medium">
        {t('schedule.new', 'New schedule')}
      </Text>
      <Stack direction="row" gap={2} wrap="wrap" alignItems="flex-start">
        <ModelField
          id={`${id}-model`}
          datasource={datasource}
          value={model}
          onChange={(value) => change({ model: value })}
        />
        <MetricField
          id={`${id}-metric`}
          datasource={datasource}
          value={metric}
          isClearable={false}
          onChange={(value) => change({ metric: value })}
        />
        <Field
          label={t('schedule.name.label', 'Name')}
          description={t('schedule.name.description', 'Its numbers carry it as the label request_name')}
          noMargin
        >
          <Input
            id={`${id}-name`}
            width={32}
            value={nameOf(resolved)}
            onChange={(event) => change({ requestName: event.currentTarget.value })}
          />
        </Field>
        {kind === 'drift' && (
          <ReferenceField
            id={`${id}-reference`}
            datasource={datasource}
            model={model}
            value={draft.referenceTag}
            onChange={(referenceTag) => change({ referenceTag })}
          />
        )}
        <NumberField
          id={`${id}-window`}
          label={t('editor.window.label', 'Window')}
          description={t('editor.window.description', 'Rows on the current side: the last ones stored')}
          value={draft.batchSize}
          problem={wholeAboveZero}
          onChange={(rows) => change({ batchSize: numberOr(rows, initial.batchSize) })}
        />
        {kind !== 'fairness' && (
          <FeaturesField
            id={`${id}-features`}
            datasource={datasource}
            model={model}
            features={features}
            onChange={(chosen) => change({ features: chosen.features })}
          />
        )}
        {kind === 'drift' && (
          <NumberField
            id={`${id}-alpha`}
            label={t('editor.alpha.label', 'Level')}
            description={t('editor.alpha.description', 'Chance of a false alarm per feature that tests accept')}
            placeholder={String(0.05)}
            value={draft.alpha}
            problem={level}
            onChange={(alpha) => change({ alpha: numberOr(alpha, undefined) })}
          />
        )}
      </Stack>
      {kind === 'fairness' && (
        <FairnessFields
          id={id}
          datasource={datasource}
          model={draft.model}
          value={draft.fairness}
          onChange={(fairness) => change({ fairness })}
        />
      )}
      <Stack direction="row" gap={1} alignItems="center">
        <Button disabled={problem !== undefined} onClick={() => ask(true)}>
          {t('schedule.create-button', 'Create…')}
        </Button>
        <Button variant="secondary" onClick={onCancel}>
          {t('schedule.cancel', 'Cancel')}
        </Button>
        {problem && <Text color="secondary">{problem}</Text>}
      </Stack>
      {'request' in made && (
        <ConfirmModal
          isOpen={asking}
          title={t('schedule.create-title', 'Create this schedule?')}
          body={creationText(made.request).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          confirmText={t('schedule.create-confirm', 'Create')}
          confirmVariant="primary"
          onConfirm={async () => {
            await onCreate(made.request);
            ask(false);
          }}
          onDismiss={() => ask(false)}
        />
      )}
    </Stack>
  );
}
