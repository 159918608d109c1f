import { constantLimit, isDriftError, type Limit, type Measurement } from '@soundcheck/drift';
import type { DataSet } from '../../read/data-set.ts';
import { isAbsent, type Absent } from '../../report/absent.ts';
import type { ChunkAxis } from '../chunk-axis.ts';
import type { FeatureData } from '../features/feature-data.ts';
import { listNames } from '../format.ts';
import type { AnalysisSettings } from '../settings.ts';
import { limitFromChunks, referenceChunks } from './reference-chunks.ts';

/** Limits by the options; where a feature has none, significance decides. */
export interface Limits {
  of: (feature: FeatureData, measured: Measurement) => Limit | undefined;
  /** After all features were asked: which have none, and why. */
  notices: () => string[];
}

const MOST_NAMES = 3;

export function limitsOf(data: DataSet, settings: AnalysisSettings, axis: ChunkAxis | Absent): Limits {
  switch (settings.limit.by) {
    case 'significance':
      return { of: () => undefined, notices: () => [] };
    case 'constant':
      return constant(settings.limit.value);
    case 'thresholds':
      return thresholds(settings.thresholds);
    case 'deviations':
    case 'quantile':
      return fromReferenceChunks(data, settings, axis);
  }
}

function constant(value: number): Limits {
  const limit = constantLimit(value, "set in the panel's options");
  return isDriftError(limit)
    ? {
        of: () => undefined,
        notices: () => ["The constant limit is no number, so significance decides. Set one in the panel's options."],
      }
    : { of: () => limit, notices: () => [] };
}

function thresholds(given: Record<string, number>): Limits {
  const without: string[] = [];
  return {
    of: ({ feature }) => {
      const value = Object.hasOwn(given, feature) ? given[feature] : undefined;
      if (value === undefined || !Number.isFinite(value)) {
        without.push(feature);
        return undefined;
      }
      return { value, origin: 'threshold of the field' };
    },
    notices: () =>
      without.length > 0
        ? [`No threshold for ${listNames(without, MOST_NAMES)}, so significance decides there. Set one on the field.`]
        : [],
  };
}

function fromReferenceChunks(data: DataSet, settings: AnalysisSettings, axis: ChunkAxis | Absent): Limits {
  const found = referenceChunks(data, settings, axis);
  if (isAbsent(found)) {
    return { of: () => undefined, notices: () => [found.absent] };
  }
  const without: Array<[feature: string, why: string]> = [];
  return {
    of: (feature, { chosen }) => {
      const limit = limitFromChunks(feature, found.chunks(feature.feature), [chosen, settings]);
      if (isAbsent(limit)) {
        without.push([feature.feature, limit.absent]);
        return undefined;
      }
      return limit;
    },
    notices: () => {
      const [first] = without;
      const names = without.map(([feature]) => feature);
      return first
        ? [
            `No limit from reference chunks for ${listNames(names, MOST_NAMES)}, so significance decides there. ${first[1]}`,
          ]
        : [];
    },
  };
}
