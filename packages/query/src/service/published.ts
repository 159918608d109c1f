import { entriesOf } from '../catalogue/catalogue.ts';
import { recogniseSeries } from '../catalogue/recognise-series.ts';
import type { RecognisedSeries } from '../catalogue/recognise-series.ts';
import { readSamples } from './prometheus-text.ts';

/** A number of `/q/metrics` whose meaning is known. */
export interface Published extends RecognisedSeries {
  /** Prometheus name, e.g. "trustyai_kstest": all series of one name share one label set. */
  name: string;
  value: number;
  /** Its labels as the service names them. */
  published: Readonly<Record<string, string>>;
}

/** What `/q/metrics` says, in our terms. */
export interface MetricsPage {
  /** The numbers of the catalogue's metrics, in the order of the text. */
  series: Published[];
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
export function readPublished(text: string): MetricsPage {
  const series: Published[] = [];
  const featureless = new Set<string>();
  const observations = new Map<string, number>();
  for (const { name, labels, value } of readSamples(text)) {
    const known = recogniseSeries(name, labels);
    if (known) {
      series.push({ ...known, name, value, published: labels });
    } else if (name === OBSERVATIONS && labels['model'] !== undefined) {
      observations.set(labels['model'], value);
    } else if (labels['modelId'] && !labels['subcategory'] && perFeature.has(name)) {
      featureless.add(name);
    }
  }
  return { series, featureless: [...featureless], observations };
}
