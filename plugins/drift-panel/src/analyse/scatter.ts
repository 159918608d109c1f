import { driftAgainstPerformance, driftImpact, isDriftError } from '@soundcheck/drift';
import type { TimedValues } from '../read/data-set.ts';
import { isAbsent, type Absent } from '../report/absent.ts';
import type { Heatmap } from '../report/heatmap.ts';
import type { FeatureReport } from '../report/report.ts';
import type { Scatter } from '../report/scatter.ts';
import { chunkAt } from './chunks/chunk-samples.ts';
import type { Formats } from './format.ts';

/** What the scatter is made of. */
export interface ScatterSource {
  features: readonly FeatureReport[];
  heatmap: Heatmap | Absent;
  performance?: TimedValues;
  formats: Formats;
}

const NOTHING =
  'Drift is shown here against the importance of each feature, or against the performance of the model. Give importance as "tempo=0.3, energy=0.1", or the name of a series of performance, in the panel\'s options.';
const Y_TITLE = 'Effect ÷ limit';
/** An infinite effect is drawn here; its text says ">99". */
const MOST_EFFECT = 100;

/** Drift against importance where that is given, else against the model's performance. */
export function scatterOf(source: ScatterSource): Scatter | Absent {
  if (source.features.some(({ importance }) => importance !== undefined)) {
    return againstImportance(source);
  }
  return source.performance ? againstPerformance(source.performance, source) : { absent: NOTHING };
}

function shown(features: readonly FeatureReport[]): FeatureReport[] {
  return features.filter(({ effect }) => effect !== undefined && !Number.isNaN(effect));
}

const capped = ({ effect = NaN }: FeatureReport) => Math.min(MOST_EFFECT, effect);

function againstImportance({ features, formats }: ScatterSource): Scatter | Absent {
  const known = shown(features).filter(({ importance }) => importance !== undefined);
  const found = driftImpact(
    known.map(capped),
    known.map(({ importance = NaN }) => importance)
  );
  if (isDriftError(found) || known.length === 0) {
    return { absent: 'No feature with an importance has a verdict, so there is nothing to show.' };
  }
  const most = known[found.ranks.indexOf(1)];
  return {
    xTitle: 'Importance',
    yTitle: Y_TITLE,
    points: known.map((feature, i) => ({
      feature: feature.feature,
      x: feature.importance ?? 0,
      y: capped(feature),
      state: feature.state,
      title: `${feature.feature}: importance ${formats.number(feature.importance ?? 0)}, ${feature.effectText} × limit, impact ${formats.number(found.impact[i] ?? 0)}, ${feature.state}`,
    })),
    sentence: most
      ? `Greatest impact (importance × effect): ${most.feature}, ${most.effectText} × limit at importance ${formats.number(most.importance ?? 0)}.`
      : '',
  };
}

function againstPerformance(performance: TimedValues, { features, heatmap, formats }: ScatterSource): Scatter | Absent {
  if (isAbsent(heatmap)) {
    return { absent: `Drift against ${performance.name} needs drift over time. ${heatmap.absent}` };
  }
  const chunks = heatmap.from.length;
  const means = meansOf(performance, heatmap);
  const before = mean(
    Array.from(performance.values).filter((_, i) => (performance.times[i] ?? NaN) < (heatmap.from[0] ?? NaN))
  );
  const normal = Number.isFinite(before) ? before : mean(means);
  const points = shown(features).flatMap((feature) => {
    const effects = heatmap.effect.subarray(feature.row * chunks, (feature.row + 1) * chunks);
    const found = driftAgainstPerformance(effects, means, normal);
    return isDriftError(found) || !Number.isFinite(found.pearson.value)
      ? []
      : [
          {
            feature: feature.feature,
            x: found.pearson.value,
            y: capped(feature),
            state: feature.state,
            title: `${feature.feature}: correlation ${formats.number(found.pearson.value)} (${formats.pWithSign(found.pearson.pValue)}) over ${formats.plural(found.n, 'chunk')}, ${feature.effectText} × limit, ${feature.state}`,
          },
        ];
  });
  const [top] = [...points].sort((a, b) => b.x - a.x);
  if (!top) {
    return {
      absent: `Too few chunks have both drift and ${performance.name}, three are needed: widen the time range, or take shorter chunks.`,
    };
  }
  const base = Number.isFinite(before) ? 'its mean before the current rows' : 'its mean over the time range';
  return {
    xTitle: `Correlation of drift with the change of ${performance.name}`,
    yTitle: Y_TITLE,
    points,
    sentence: `Goes most with the change of ${performance.name} against ${base}: ${top.feature}, correlation ${formats.number(top.x)}. No cause is meant.`,
  };
}

function meansOf({ times, values }: TimedValues, heatmap: Heatmap): number[] {
  const sums = Array.from(heatmap.from, () => ({ sum: 0, n: 0 }));
  for (let i = 0; i < times.length; i++) {
    const value = values[i] ?? NaN;
    const bucket = sums[chunkAt(heatmap, times[i] ?? NaN)];
    if (bucket && Number.isFinite(value)) {
      bucket.sum += value;
      bucket.n += 1;
    }
  }
  return sums.map(({ sum, n }) => (n > 0 ? sum / n : NaN));
}

function mean(values: readonly number[]): number {
  const finite = values.filter(Number.isFinite);
  return finite.length > 0 ? finite.reduce((sum, value) => sum + value / finite.length, 0) : NaN;
}
