import { Alert, Button, ConfirmModal, Stack, Text } from '@grafana/ui';
import type { Schedule, ScheduleRequest } from '@soundcheck/query';
import React, { useState } from 'react';
import type { DataSource } from '../datasource.ts';
import { useListed } from '../editor/use-listed.ts';
import { t } from '../i18n/translate.ts';
import { listSchedules, sentenceOf } from '../query/resources.ts';
import type { TrustyDataQuery } from '../query/types.ts';
import { EMPTY_DRAFT, scheduleText } from './draft.ts';
import { ScheduleForm } from './ScheduleForm.tsx';

interface Props {
  datasource: DataSource;
  query: TrustyDataQuery;
  /** Runs the query, so that its table shows what has become of the change. */
  onChanged: () => void;
}

interface Outcome {
  severity: 'success' | 'error';
  message: string;
}

/** The schedules of the service, to delete and to add to; each change is asked about and its outcome told. */
export function ScheduleManager({ datasource, query, onChanged }: Props) {
  const [changes, setChanges] = useState(0);
  const [creating, create] = useState(false);
  const [deleting, askToDelete] = useState<Schedule>();
  const [outcome, setOutcome] = useState<Outcome>();
  const model = datasource.resolve(query.model);
  const listed = useListed(`${model} ${String(changes)}`, () =>
    listSchedules(datasource.readResource, model || undefined)
  );

  const run = async (change: () => Promise<{ message: string }>) => {
    try {
      const { message } = await change();
      setOutcome({ severity: 'success', message });
      create(false);
    } catch (error) {
      setOutcome({ severity: 'error', message: sentenceOf(error) });
    }
    askToDelete(undefined);
    // Also after a failure: part of it may have happened.
    setChanges(changes + 1);
    onChanged();
  };
  const onCreate = (request: ScheduleRequest) => run(() => datasource.writeResource('schedules/create', request));
  const onDelete = ({ id, metric, model }: Schedule) =>
    run(() => datasource.writeResource('schedules/delete', { id, metric, model }));

  const problem = listed.state === 'loading' ? undefined : listed.message;
  return (
    <Stack direction="column" gap={2}>
      <Text element="p" weight="medium">
        {t('schedule.title', 'Schedules on the service')}
      </Text>
      {outcome && <Alert severity={outcome.severity} title={outcome.message} onRemove={() => setOutcome(undefined)} />}
      {problem && <Text element="p">{problem}</Text>}
      {listed.state === 'ready' && listed.items.length === 0 && (
        <Text element="p">{t('schedule.none', 'The service has none.')}</Text>
      )}
      {listed.state === 'ready' &&
        listed.items.map((schedule) => (
          <Stack key={schedule.id} direction="row" gap={1} alignItems="center">
            <Text>{scheduleText(schedule)}</Text>
            {schedule.metric && (
              <Button
                variant="destructive"
                fill="text"
                size="sm"
                aria-label={t('schedule.delete-label', 'Delete {{schedule}}', { schedule: scheduleText(schedule) })}
                onClick={() => askToDelete(schedule)}
              >
                {t('schedule.delete', 'Delete…')}
              </Button>
            )}
          </Stack>
        ))}
      {creating ? (
        <ScheduleForm
          datasource={datasource}
          initial={{ ...EMPTY_DRAFT, model: query.model, metric: query.metric ?? EMPTY_DRAFT.metric }}
          onCreate={onCreate}
          onCancel={() => create(false)}
        />
      ) : (
        <div>
          <Button variant="secondary" icon="plus" onClick={() => create(true)}>
            {t('schedule.add', 'New schedule')}
          </Button>
        </div>
      )}
      {deleting && (
        <ConfirmModal
          isOpen
          title={t('schedule.delete-title', 'Delete this schedule?')}
          body={t(
            'schedule.delete-text',
            'TrustyAI stops computing {{schedule}}. Its series ends in Prometheus, where its history stays; panels and alert rules that use it get no new numbers.',
            { schedule: scheduleText(deleting) }
          )}
          confirmText={t('schedule.delete-confirm', 'Delete')}
          onConfirm={() => onDelete(deleting)}
          onDismiss={() => askToDelete(undefined)}
        />
      )}
    </Stack>
  );
}
