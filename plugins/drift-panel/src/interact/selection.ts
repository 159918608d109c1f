import { isAbsent } from '../report/absent.ts';
import type { Report } from '../report/report.ts';
import type { Selection } from '../views/scene.ts';

/** Bounds of a chunk, epoch ms, end excluded. */
export interface Span {
  from: number;
  to: number;
}

/** What the viewer chose, in terms that new data cannot shift: a chunk by its time, not by its place. */
export interface Chosen {
  feature?: string;
  chunk?: Span;
  slice?: Selection['slice'];
}

/** What stands of a choice in this report; without one the feature with the largest effect is looked at. */
export function selectionIn(report: Report, { feature, chunk, slice }: Chosen): Selection {
  const known = report.features.some((candidate) => candidate.feature === feature);
  const shown = known ? feature : report.features[0]?.feature;
  const place = chunk && placeOf(report, chunk);
  return {
    ...(shown !== undefined && { feature: shown }),
    ...(place !== undefined && { chunk: place }),
    ...(slice && known && { slice }),
  };
}

/** The choice after a change of it. A new feature drops the slice; an explicit undefined drops that part. */
export function chosenAfter(report: Report, before: Chosen, change: Partial<Selection>): Chosen {
  const now = selectionIn(report, before);
  const feature = 'feature' in change ? change.feature : now.feature;
  const chunk = 'chunk' in change ? spanOf(report, change.chunk) : before.chunk;
  const kept = feature === now.feature ? before.slice : undefined;
  const slice = 'slice' in change ? change.slice : kept;
  return { ...(feature !== undefined && { feature }), ...(chunk && { chunk }), ...(slice && { slice }) };
}

/** One step back: slice, then chunk, then feature. Undefined: there is nothing left to take back. */
export function chosenBefore({ feature, chunk, slice }: Chosen): Chosen | undefined {
  if (slice) {
    return { ...(feature !== undefined && { feature }), ...(chunk && { chunk }) };
  }
  if (chunk) {
    return feature === undefined ? {} : { feature };
  }
  return feature === undefined ? undefined : {};
}

/** Bounds of a chunk by its place in the heatmap. */
export function spanOf({ heatmap }: Report, chunk: number | undefined): Span | undefined {
  if (chunk === undefined || isAbsent(heatmap)) {
    return undefined;
  }
  const from = heatmap.from[chunk];
  const to = heatmap.to[chunk];
  return from === undefined || to === undefined ? undefined : { from, to };
}

function placeOf({ heatmap }: Report, { from, to }: Span): number | undefined {
  if (isAbsent(heatmap)) {
    return undefined;
  }
  const place = heatmap.from.indexOf(from);
  return place >= 0 && heatmap.to[place] === to ? place : undefined;
}
