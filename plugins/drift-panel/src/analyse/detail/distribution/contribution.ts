import {
  binEdges,
  isDriftError,
  massMoved,
  moveInWords,
  type Assessment,
  type CellMove,
  type Sample,
} from '@soundcheck/drift';
import type { Absent } from '../../../report/absent.ts';
import type { Cells, Contribution, Distribution } from '../../../report/distribution.ts';
import type { Formats } from '../../format.ts';
import { cellName } from '../cell-names.ts';
import { categoryContribution } from './category-contribution.ts';
import { finiteEdges } from './finite-edges.ts';
import { signedPart } from './signed-part.ts';

/** A verdict and what it was made from. */
export interface Judged {
  reference: Sample;
  current: Sample;
  assessment: Assessment;
}

/**
 * What each cell adds to the PSI (to Wasserstein-1, where that is the test), over the cells of that measure, on the axis of
 * the distribution. The parts are those of `assess`: their absolute values add up to 1, or are all 0 without a difference.
 */
export function contributionOf(judged: Judged, distribution: Distribution, formats: Formats): Contribution | Absent {
  const { psi, moves, reason } = judged.assessment;
  if (!psi?.terms || moves.length === 0) {
    return { absent: `There is no measure to take apart: ${reason}` };
  }
  const inOrder = inOrderOfCells(moves, psi.terms);
  const title = titleOf(judged.assessment, formats);
  if (psi.edges) {
    const edges = finiteEdges(psi.edges, axisOf(distribution));
    return massContribution(judged, { edges, inOrder }, formats) ?? { ...partsOf(inOrder), cells: bins(edges), title };
  }
  if (distribution.cells.kind === 'bins') {
    const placed = placeValues(inOrder, distribution.cells.edges);
    return { ...placed, title };
  }
  return { ...categoryContribution(inOrder, distribution.cells, formats), title };
}

const bins = (edges: number[]): Cells => ({ kind: 'bins', edges });

/** Moves come with the largest term first; the sort is stable, so their cells are known. */
function inOrderOfCells(moves: readonly CellMove[], terms: Float64Array): CellMove[] {
  const order = Array.from(terms, (_, i) => i).sort((a, b) => (terms[b] ?? 0) - (terms[a] ?? 0));
  const found: CellMove[] = [];
  order.forEach((cell, rank) => {
    const move = moves[rank];
    if (move) {
      found[cell] = { ...move, label: cellName(move.label) };
    }
  });
  return found.filter((move) => move !== undefined);
}

function partsOf(inOrder: readonly CellMove[]): Pick<Contribution, 'parts' | 'titles'> {
  return { parts: inOrder.map(signedPart), titles: inOrder.map(moveInWords) };
}

function axisOf({ cells }: Distribution): readonly [number, number] | undefined {
  const [from, to] = cells.kind === 'bins' ? [cells.edges[0], cells.edges[cells.edges.length - 1]] : [];
  return from === undefined || to === undefined ? undefined : [from, to];
}

function titleOf({ test, comparison, psi, psiLimit }: Assessment, formats: Formats): string {
  const limit = psiLimit ? `, limit ${formats.number(psiLimit.value)}` : '';
  const location =
    test === 'ks' && comparison?.location !== undefined && Number.isFinite(comparison.location)
      ? `; KS parts most at ${formats.number(comparison.location)}`
      : '';
  return `PSI ${formats.number(psi?.value ?? NaN)}${limit}${location}`;
}

/** The same for Wasserstein-1: how much of the mass moved lies over each bin. */
function massContribution(
  { reference, current, assessment }: Judged,
  { edges, inOrder }: { edges: number[]; inOrder: CellMove[] },
  formats: Formats
): Contribution | undefined {
  if (assessment.test !== 'wasserstein') {
    return undefined;
  }
  const moved = massMoved(reference, current, assessment.psi?.edges ?? []);
  if (isDriftError(moved) || moved.parts.length !== inOrder.length) {
    return undefined;
  }
  const whole = moved.parts.reduce((sum, part) => sum + part, 0);
  const parts = inOrder.map((move, i) => {
    const part = whole > 0 ? (moved.parts[i] ?? 0) / whole : 0;
    return move.current < move.reference ? -part : part;
  });
  const titles = inOrder.map(({ label }, i) => {
    const distance = formats.number(moved.parts[i] ?? 0);
    return `${label}: ${distance} of the distance, ${formats.share(Math.abs(parts[i] ?? 0))} of the mass moved`;
  });
  return {
    cells: bins(edges),
    parts,
    titles,
    title: `Wasserstein-1 ${formats.number(whole)}, in the unit of the feature`,
  };
}

/** Numbers of few values are compared value by value: each goes to its own bin of the picture, or to one around it. */
function placeValues(inOrder: readonly CellMove[], edges: number[]): Omit<Contribution, 'title'> {
  const values = inOrder.map(({ label }) => Number(label));
  if (!values.every(Number.isFinite)) {
    return byName(inOrder);
  }
  const binOf = values.map((value) =>
    edges.findIndex((edge, i) => value >= edge && value < (edges[i + 1] ?? -Infinity))
  );
  if (binOf.every((bin, i) => bin >= 0 && binOf.indexOf(bin) === i)) {
    const parts: number[] = Array.from({ length: edges.length - 1 }, () => 0);
    const titles = parts.map(() => '');
    inOrder.forEach((move, i) => {
      parts[binOf[i] ?? 0] = signedPart(move);
      titles[binOf[i] ?? 0] = moveInWords(move);
    });
    return { cells: bins(edges), parts, titles };
  }
  const ascending = inOrder.map((_, i) => i).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const sample = { sorted: Float64Array.from(ascending, (i) => values[i] ?? 0), missing: 0 };
  const own = binEdges(sample, sample, { fewValues: values.length, outside: 'open-bins' });
  return isDriftError(own) || own.length !== values.length + 1
    ? byName(inOrder)
    : { ...partsOf(ascending.flatMap((i) => inOrder[i] ?? [])), cells: bins(Array.from(own)) };
}

/** Values that no axis has a place for: infinite ones, and rare ones that were counted together. */
function byName(inOrder: readonly CellMove[]): Omit<Contribution, 'title'> {
  const labels = inOrder.map(({ label }) => (label === 'other' ? 'rare values' : label));
  const marks = inOrder.map(({ label }) => (label === 'other' ? ('other' as const) : undefined));
  return { ...partsOf(inOrder), cells: { kind: 'categories', labels, marks } };
}
