import { entriesOf } from '../catalogue/catalogue.ts';
import { recogniseSeries } from '../catalogue/recognise-series.ts';
import type { PublishedSeries } from '../diagnosis/evidence.ts';
import { readSamples } from './prometheus-text.ts';

/** What `/q/metrics` says, in our terms. */
export interface Published {
  /** Every number of a metric of the catalogue. */
  series: PublishedSeries[];
  /** Names under which Python publishes a number without the feature that it should have. */
  featureless: string[];
  /** Rows by model, as counted at the last tick. */
  observations: Map<string, number>;
}

const OBSERVATIONS = 'trustyai_model_observations_total';

/** Prometheus names of Python's metrics that have one value a feature. */
const perFeature = new Set(
  entriesOf('python').flatMap(({ side }) => (side.featureLabel === 'subcategory' ? side.series : []))
);

/**
 * Reads the text of `/q/metrics`.
 * @throws CoreError for a line of TrustyAI's that cannot be read
 */
export function readPublished(text: string): Published {
  const series: PublishedSeries[] = [];
  const featureless = new Set<string>();
  const observations = new Map<string, number>();
  for (const { name, labels, value } of readSamples(text)) {
    const known = recogniseSeries(name, labels);
    if (known) {
      series.push({ ...known, name, value, labelNames: Object.keys(labels) });
    } else if (name === OBSERVATIONS && labels['model'] !== undefined) {
      observations.set(labels['model'], value);
    } else if (labels['modelId'] && !labels['subcategory'] && perFeature.has(name)) {
      featureless.add(name);
    }
  }
  return { series, featureless: [...featureless], observations };
}
