import type { SliceDrift } from '@soundcheck/drift';
import type { Formats } from '../../format.ts';
import type { JudgedSlice } from './judged-slice.ts';

/** Part of the difference from which on a slice carries it, and how far beyond its part of the rows. */
const CARRIES = 0.3;
const BEYOND_ITS_ROWS = 1.5;
/** Part of the difference from which on the mix explains it. */
const MOSTLY = 0.6;

type Split = { mix: number; within: number };
const size = ({ mix, within }: Split) => Math.abs(mix) + Math.abs(within);

/** Part of a slice in the difference of the distributions (total variation): it sees a change of shape as well. */
function partOf({ drift, slice }: JudgedSlice): number {
  const whole = drift.slices.reduce((sum, one) => sum + size(one.variation), 0);
  return whole > 0 ? size(slice.variation) / whole : 0;
}

/** Where the change comes from, one sentence: "country carries it: BR alone 41 % of the difference, all of it within". */
export function slicesSentence(judged: readonly JudgedSlice[], formats: Formats): string {
  const drifted = judged.filter(({ state }) => state === 'drift');
  const rows = ({ slice }: JudgedSlice) => (slice.shareReference + slice.shareCurrent) / 2;
  const carriers = drifted
    .map((one) => ({ one, part: partOf(one), beyond: partOf(one) - rows(one) }))
    .filter(({ one, part }) => part >= CARRIES && part >= BEYOND_ITS_ROWS * rows(one))
    .sort((a, b) => b.beyond - a.beyond);
  const [first] = carriers;
  if (first) {
    const { column, slice } = first.one;
    const name = slice.slice ?? 'its missing rows';
    return `${column} carries it: ${name} alone ${formats.share(first.part)} of the difference, ${splitInWords(slice.variation, formats)}.`;
  }
  const mixed = mixOf(judged);
  if (mixed) {
    return `The mix of ${mixed.column} explains ${formats.share(mixed.part)} of the difference: ${mixed.words(formats)}.`;
  }
  const tested = judged.filter(({ adjusted }) => adjusted !== undefined).length;
  if (tested === 0) {
    return 'No slice has enough rows on both sides for a verdict.';
  }
  return drifted.length > 0
    ? `No slice carries it alone: ${formats.count(drifted.length)} of ${formats.plural(tested, 'slice')} drifted inside.`
    : 'No slice has drifted inside.';
}

function splitInWords({ mix, within }: Split, formats: Formats): string {
  const part = Math.abs(within) / (Math.abs(mix) + Math.abs(within));
  if (part >= 0.9) {
    return 'all of it within';
  }
  return part <= 0.1 ? 'all of it by mix' : `${formats.share(part)} of that within, the rest by mix`;
}

interface Mix {
  column: string;
  part: number;
  words: (formats: Formats) => string;
}

/** The column whose mix explains most, where that is most of the difference and inside slices something did change. */
function mixOf(judged: readonly JudgedSlice[]): Mix | undefined {
  const columns = new Map(judged.map(({ column, drift }) => [column, drift]));
  const [best] = [...columns]
    .map(([column, drift]) => ({ column, drift, part: mixPart(drift) }))
    .filter(({ drift, part }) => part >= MOSTLY && drift.totalVariation.value > 0.05)
    .sort((a, b) => b.part - a.part);
  return best && { column: best.column, part: best.part, words: (formats) => moverInWords(best.drift, formats) };
}

function mixPart({ totalVariation: { value, mix } }: SliceDrift): number {
  return value > 0 ? Math.min(1, mix / value) : 0;
}

function moverInWords({ slices }: SliceDrift, formats: Formats): string {
  const [mover] = [...slices].sort(
    (a, b) => Math.abs(b.shareCurrent - b.shareReference) - Math.abs(a.shareCurrent - a.shareReference)
  );
  if (!mover) {
    return 'the shares of its values changed';
  }
  const verb = mover.shareCurrent > mover.shareReference ? 'rose' : 'fell';
  return `${mover.slice ?? 'its missing rows'} ${verb} from ${formats.share(mover.shareReference)} to ${formats.share(mover.shareCurrent)} of the rows`;
}
