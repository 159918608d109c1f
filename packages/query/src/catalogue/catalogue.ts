import type { MetricKey } from '../core/operations.ts';
import { driftEntries } from './drift-entries.ts';
import { groupEntries } from './group-entries.ts';
import type { CatalogueEntry, Dialect, DialectEntry, Meaning } from './meaning.ts';

/** The one table that knows what a TrustyAI number means. */
export const catalogue: Readonly<Record<MetricKey, CatalogueEntry>> = { ...driftEntries, ...groupEntries };

/** All entries, drift metrics first. */
export const catalogueEntries: readonly CatalogueEntry[] = Object.values(catalogue);

const dialects: readonly Dialect[] = ['java', 'python'];

/** True where `text` is a key of the catalogue. */
export function isMetricKey(text: string): text is MetricKey {
  return Object.hasOwn(catalogue, text);
}

/**
 * What a number of this metric means.
 * @param metric a catalogue key, as in the label `metric`
 * @param valueIs a value kind, as in the label `value_is`
 * @returns undefined where no service publishes such a number: show it as "unknown scale", never judge it
 */
export function meaningOf(metric: string, valueIs: string): Meaning | undefined {
  if (!isMetricKey(metric)) {
    return undefined;
  }
  for (const dialect of dialects) {
    const meaning = catalogue[metric][dialect]?.meaning;
    if (meaning?.valueIs === valueIs) {
      return meaning;
    }
  }
  return undefined;
}

/** The metric behind a service's own name for it (`KSTest`, `MEANSHIFT`, …), compared without case. */
export function metricOfServiceName(name: string, dialect: Dialect): MetricKey | undefined {
  const wanted = name.toLowerCase();
  return catalogueEntries.find((entry) => entry[dialect]?.names.includes(wanted))?.key;
}

/** Every entry that one dialect offers, with its side of the table. */
export function entriesOf(dialect: Dialect): Array<{ entry: CatalogueEntry; side: DialectEntry }> {
  return catalogueEntries.flatMap((entry) => {
    const side = entry[dialect];
    return side ? [{ entry, side }] : [];
  });
}
