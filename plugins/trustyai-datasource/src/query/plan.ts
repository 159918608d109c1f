import type { Frame } from '@soundcheck/query';
import { readEvents, wantedEvents } from './events.ts';
import { MAX_MODELS_ASKED, refusal, splitByModel } from './per-model.ts';
import type { Asked } from './prometheus.ts';
import { readScores, type ScoresEnvironment } from './scores.ts';
import type { TrustyDataQuery } from './types.ts';

/** @param models those asked for; empty: all */
type Read = (models: readonly string[], asked: Asked, environment: ScoresEnvironment) => Promise<Frame[]>;

/** Who answers a query: the browser over the linked Prometheus, the back end, or both. */
export interface Plan {
  inBrowser?: Read;
  inBackend: TrustyDataQuery[];
  /** Each of them answers for itself: one that fails leaves what the other found. */
  independent?: boolean;
  /** Why it is not run at all. */
  problem?: string;
}

/** Uploads of references are the part of the events that only the service knows. */
function planEvents(query: TrustyDataQuery, models: readonly string[]): Plan {
  const wanted = wantedEvents(query);
  const asksService = wanted.includes('references') && models.length > 0 && models.length <= MAX_MODELS_ASKED;
  return {
    inBrowser: readEvents,
    independent: wanted.length > 1,
    inBackend: asksService ? splitByModel({ ...query, events: ['references'] }, models) : [],
  };
}

/** @param models the values of the query's model, a variable may have several; empty: all models */
export function planOf(query: TrustyDataQuery, models: readonly string[]): Plan {
  switch (query.queryType) {
    case 'scores':
      return { inBrowser: readScores, inBackend: [] };
    case 'events':
      return planEvents(query, models);
    default: {
      const problem = models.length > 1 ? refusal(query, models) : undefined;
      return { inBackend: problem ? [] : splitByModel(query, models), problem };
    }
  }
}
