export type Labels = Readonly<Record<string, string>>;

export interface Series {
  labels: Labels;
  value: number;
}

/** A gauge cannot take a series with other label names than its first one. */
export class LabelClash extends Error {}

interface Gauge {
  labelNames: string;
  series: Map<string, Series>;
}

/**
 * The gauges of one process. The first publication of a name fixes its label names, for good or as long as series
 * of the gauge are left: a later series with other names is refused.
 */
export class Gauges {
  private readonly gauges = new Map<string, Gauge>();
  private readonly labelsStay: 'for good' | 'while shown';

  constructor(labelsStay: 'for good' | 'while shown') {
    this.labelsStay = labelsStay;
  }

  set(name: string, labels: Labels, value: number): void {
    const names = Object.keys(labels).sort();
    const labelNames = names.join();
    const gauge = this.gauges.get(name) ?? { labelNames, series: new Map<string, Series>() };
    this.gauges.set(name, gauge);
    if (gauge.labelNames !== labelNames) {
      throw new LabelClash(
        `${name} was first published with the labels ${gauge.labelNames}; a series with ${labelNames} is not shown.`
      );
    }
    const key = JSON.stringify(names.map((label) => labels[label]));
    const known = gauge.series.get(key);
    if (known) known.value = value;
    else
      gauge.series.set(key, { labels: Object.fromEntries(names.map((label) => [label, labels[label] ?? ''])), value });
  }

  /** Removes the series of one schedule. The gauge and its label names stay where they stay for good. */
  removeRequest(name: string, requestId: string): void {
    const gauge = this.gauges.get(name);
    for (const [key, series] of gauge?.series ?? []) {
      if (series.labels['request'] === requestId) gauge?.series.delete(key);
    }
    if (gauge?.series.size === 0 && this.labelsStay === 'while shown') this.gauges.delete(name);
  }

  /** Gauges in order of first publication, each with its series in order of theirs. Labels are sorted by name. */
  *families(): Iterable<{ name: string; series: Iterable<Series> }> {
    for (const [name, gauge] of this.gauges) {
      yield { name, series: gauge.series.values() };
    }
  }
}
