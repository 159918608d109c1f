import {
  catalogue,
  catalogueEntries,
  driftEvents,
  eventFrame,
  isMetricKey,
  quoteRegex,
  quoteString,
  scheduleEvents,
  type CatalogueEntry,
  type Dialect,
  type EventKind,
  type Frame,
  type Notice,
  type TrustyEvent,
} from '@soundcheck/query';
import { t } from '../i18n/translate.ts';
import { MAX_MODELS_ASKED } from './per-model.ts';
import { askPrometheus, type Asked } from './prometheus.ts';
import { sentenceOf } from './resources.ts';
import { readScores, type ScoresEnvironment } from './scores.ts';
import type { TrustyDataQuery } from './types.ts';

const ALL: readonly EventKind[] = ['drift', 'schedules', 'references'];

/** The kinds of events that a query asks for; none chosen means all. */
export function wantedEvents({ events }: TrustyDataQuery): readonly EventKind[] {
  return events?.length ? events : ALL;
}

function anyOf(label: string, values: readonly string[]): string {
  return values.length > 0 ? `${label}=~${quoteString(values.map(quoteRegex).join('|'))}` : `${label}!=""`;
}

interface Scope {
  /** Empty: all. */
  models: readonly string[];
  namespace: string | undefined;
  /** Empty: every metric. */
  metric: string | undefined;
}

/** The raw series of both dialects with the ids of their schedules, which `scores` aggregates away. */
export function scheduleSeriesExpr({ models, namespace, metric }: Scope): string {
  const entries: readonly CatalogueEntry[] = metric && isMetricKey(metric) ? [catalogue[metric]] : catalogueEntries;
  const arm = (dialect: Dialect) => {
    const names = entries.flatMap((entry) => entry[dialect]?.series ?? []);
    const label = dialect === 'java' ? 'model' : 'modelId';
    const matchers = [
      `__name__=~${quoteString(names.join('|'))}`,
      'request!=""',
      anyOf(label, models),
      ...(dialect === 'java' ? ['modelId=""'] : []),
      ...(namespace ? [`namespace=${quoteString(namespace)}`] : []),
    ];
    return names.length > 0 ? [`{${matchers.join(',')}}`] : [];
  };
  return [...arm('java'), ...arm('python')].join(' or ');
}

interface Found {
  events: TrustyEvent[];
  notices: Notice[];
}

async function drift(models: readonly string[], asked: Asked, environment: ScoresEnvironment): Promise<Found> {
  const { query, request } = asked;
  if (!query.metric) {
    const text = t('events.no-metric', 'Drift needs a metric: choose one to see when it began and ended.');
    return { events: [], notices: [{ severity: 'info', text }] };
  }
  const frames = await readScores(models, asked, environment);
  const range = { from: request.range.from.valueOf(), to: request.range.to.valueOf() };
  const { need, of } = query.persistence ?? { need: 1, of: 1 };
  return {
    // What is not over yet lasts until the end of the range, so that a panel draws it as a stretch, not as its first moment.
    events: driftEvents(frames, { need, of, range }).map((event) => ({ timeEnd: range.to, ...event })),
    notices: frames.flatMap(({ meta }) => meta?.notices ?? []),
  };
}

async function schedules(models: readonly string[], asked: Asked, environment: ScoresEnvironment): Promise<Found> {
  const { query, request } = asked;
  const namespace = query.namespace || environment.namespace || undefined;
  const expr = scheduleSeriesExpr({ models, namespace, metric: query.metric });
  const series = await askPrometheus(expr, 'schedules', asked, environment.prometheus);
  const range = { from: request.range.from.valueOf(), to: request.range.to.valueOf() };
  return { events: scheduleEvents(series, range), notices: [] };
}

/**
 * The events that the browser finds in the linked Prometheus: when drift began and ended, when schedules were made and
 * lost. Uploads of references are a query of the back end's. One kind that fails leaves the others, with the reason.
 * @throws what failed, where nothing else was asked for
 */
export async function readEvents(
  models: readonly string[],
  asked: Asked,
  environment: ScoresEnvironment
): Promise<Frame[]> {
  const wanted = wantedEvents(asked.query);
  const parts = [...(wanted.includes('drift') ? [drift] : []), ...(wanted.includes('schedules') ? [schedules] : [])];
  const found = await Promise.all(
    parts.map(async (part): Promise<Found> => {
      try {
        return await part(models, asked, environment);
      } catch (error) {
        if (wanted.length === 1) {
          throw error;
        }
        return { events: [], notices: [{ severity: 'warning', text: sentenceOf(error) }] };
      }
    })
  );
  const texts = new Set<string>();
  const notices = found.flatMap((one) => one.notices).filter(({ text }) => !texts.has(text) && texts.add(text));
  if (wanted.includes('references') && (models.length === 0 || models.length > MAX_MODELS_ASKED)) {
    const text = t(
      'events.no-model',
      'Uploads of references are looked up for one to {{most}} models: choose some to see them.',
      { most: MAX_MODELS_ASKED }
    );
    notices.push({ severity: 'info', text });
  }
  return [
    eventFrame(
      found.flatMap(({ events }) => events),
      { refId: asked.query.refId, notices }
    ),
  ];
}
