import { formatNumber, formatShare, formatShares } from '../verdict/format.ts';
import type { Slice, SliceDrift } from './slice-drift.ts';

/** 'region=EU', 'region missing'. */
export function sliceInWords(name: string, slice: string | null): string {
  return slice === null ? `${name} missing` : `${name}=${slice}`;
}

function rose(from: number, to: number): string {
  return to > from ? 'rose' : 'fell';
}

function greatest(slices: readonly Slice[], part: 'mix' | 'within'): Slice | undefined {
  return [...slices].sort((a, b) => Math.abs(b[part]) - Math.abs(a[part]))[0];
}

function mixInWords(slices: readonly Slice[], name: string): string {
  const slice = greatest(slices, 'mix');
  if (!slice) {
    return '';
  }
  const [from, to] = formatShares(slice.shareReference, slice.shareCurrent);
  return `${sliceInWords(name, slice.slice)} ${rose(slice.shareReference, slice.shareCurrent)} from ${from} to ${to} of the rows`;
}

function withinInWords(slices: readonly Slice[], name: string, isShare: boolean): string {
  const slice = greatest(slices, 'within');
  if (slice?.meanReference === undefined || slice.meanCurrent === undefined) {
    return '';
  }
  const { meanReference: from, meanCurrent: to } = slice;
  const [a, b] = isShare ? formatShares(from, to) : [formatNumber(from), formatNumber(to)];
  return `in ${sliceInWords(name, slice.slice)} it ${rose(from, to)} from ${a} to ${b}`;
}

/** "of the rise of 3.2, 71 % is mix: region=EU rose from 20 % to 45 % of the rows". */
export function sliceSentence(drift: Omit<SliceDrift, 'sentence'>, name: string): string {
  const { difference, mix, within, slices, category } = drift;
  const isShare = category !== undefined;
  const what = isShare ? `share of "${category}"` : 'mean';
  const size = (x: number) => (isShare ? `${formatNumber(x * 100, 3)} points` : formatNumber(x, 3));
  const signed = (x: number) => `${x > 0 ? '+' : ''}${size(x)}`;
  if (
    Math.max(Math.abs(mix), Math.abs(within)) <=
    1e-12 * Math.max(Math.abs(drift.reference), Math.abs(drift.current))
  ) {
    return `the ${what} did not change`;
  }
  if (mix * within < 0) {
    const change = `the ${what} changed by ${signed(difference)}`;
    return `${change}: ${signed(mix)} by mix (${mixInWords(slices, name)}), ${signed(within)} within slices (${withinInWords(slices, name, isShare)})`;
  }
  const noun = `of the ${difference > 0 ? 'rise' : 'fall'} of ${size(Math.abs(difference))}${isShare ? ` in the ${what}` : ''}`;
  return Math.abs(mix) >= Math.abs(within)
    ? `${noun}, ${formatShare(mix / difference)} is mix: ${mixInWords(slices, name)}`
    : `${noun}, ${formatShare(within / difference)} is within slices: ${withinInWords(slices, name, isShare)}`;
}
