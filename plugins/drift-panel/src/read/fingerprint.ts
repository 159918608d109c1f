import type { Progress } from '../run/analyst.ts';
import type { Column, CountedFeature, DataSet, RowTable } from './data-set.ts';
import type { ScoreSeries } from './score-series.ts';

/** 32-bit words between two yields. */
const STEP = 1 << 17;
/** FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/, here a word at a time. */
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;
/** Any odd factor keeps different states different; this one is of MurmurHash3's finaliser. */
const OTHER_PRIME = 0x85ebca6b;

/**
 * A hash of 64 bits in two lanes. Each step of a lane is a bijection of its state, so data of the same form that differ
 * in one word never share a fingerprint; others do with a chance of about 2⁻⁶⁴.
 */
class Hash {
  private a = OFFSET;
  private b = OFFSET;
  private readonly number = new Float64Array(1);
  private readonly words = new Uint32Array(this.number.buffer);

  add(words: Uint32Array, from = 0, to = words.length): void {
    let { a, b } = this;
    for (let i = from; i < to; i++) {
      const word = words[i] ?? 0;
      a = Math.imul(a ^ word, PRIME);
      b = Math.imul(((b << 13) | (b >>> 19)) ^ word, OTHER_PRIME);
    }
    this.a = a;
    this.b = b;
  }

  addNumber(number: number): void {
    this.number[0] = number;
    this.add(this.words);
  }

  /** Its length first, so that no two lists of texts run together to the same letters. */
  addText(text: string): void {
    const words = new Uint32Array(text.length + 1);
    words[0] = text.length;
    for (let i = 0; i < text.length; i++) {
      words[i + 1] = text.charCodeAt(i);
    }
    this.add(words);
  }

  *addArray(values: Float64Array | Int32Array): Generator<Progress, void> {
    const words = new Uint32Array(values.buffer, values.byteOffset, values.byteLength / 4);
    this.addNumber(values.length);
    for (let from = 0; from < words.length; from += STEP) {
      this.add(words, from, Math.min(from + STEP, words.length));
      yield { share: 1, doing: 'looking for changes' };
    }
  }

  text(): string {
    return [this.a, this.b].map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('');
  }
}

/** What was read as 16 hexadecimal digits: equal for equal data, different where any cell, name or side differs. */
export function* fingerprintOf(data: Omit<DataSet, 'fingerprint'>): Generator<Progress, string> {
  const hash = new Hash();
  hash.addText(data.understood);
  data.problems.forEach(({ what, remedy }) => hash.addText(`${what}\u0000${remedy}`));
  for (const series of data.scores) {
    addScores(hash, series);
    yield { share: 1, doing: 'looking for changes' };
  }
  for (const table of data.tables) {
    yield* addTable(hash, table);
  }
  for (const feature of data.counts) {
    yield* addCounts(hash, feature);
  }
  if (data.performance) {
    hash.addText(data.performance.name);
    yield* hash.addArray(data.performance.times);
    yield* hash.addArray(data.performance.values);
  }
  return hash.text();
}

function addScores(hash: Hash, { samples, ...identity }: ScoreSeries): void {
  hash.addText(JSON.stringify(identity));
  hash.addNumber(samples.length);
  for (const { time, value, pValue, limit, nReference, nCurrent } of samples) {
    const numbers = [time, value, pValue, limit, nReference, nCurrent];
    numbers.forEach((number) => hash.addNumber(number ?? NaN));
    // NaN is a value, absent is not: which of them are there, bit by bit.
    hash.addNumber(numbers.reduce<number>((bits, number) => bits * 2 + (number === undefined ? 0 : 1), 0));
  }
}

function* addTable(hash: Hash, { side, source, length, times, columns }: RowTable): Generator<Progress, void> {
  hash.addText([side, source, length, columns.length, times ? 'timed' : ''].join('\u0000'));
  if (times) {
    yield* hash.addArray(times);
  }
  for (const column of columns) {
    yield* addColumn(hash, column);
  }
}

function* addColumn(hash: Hash, column: Column): Generator<Progress, void> {
  hash.addText(column.feature);
  if (column.kind === 'numeric') {
    hash.addNumber(column.unreadable);
    yield* hash.addArray(column.values);
    return;
  }
  hash.addText(`${column.sliceOnly ?? false} ${column.sliced ?? true}`);
  yield* addTexts(hash, column.categories);
  yield* hash.addArray(column.codes);
}

function* addTexts(hash: Hash, texts: readonly string[]): Generator<Progress, void> {
  hash.addNumber(texts.length);
  for (const [i, text] of texts.entries()) {
    hash.addText(text);
    if (i % 4096 === 4095) {
      yield { share: 1, doing: 'looking for changes' };
    }
  }
}

function* addCounts(hash: Hash, feature: CountedFeature): Generator<Progress, void> {
  const { cells, reference, referenceChunks = [], chunks } = feature;
  hash.addText(`${feature.feature}\u0000${cells.kind}\u0000${reference !== undefined}\u0000${referenceChunks.length}`);
  yield* cells.kind === 'bins' ? hash.addArray(cells.edges) : addTexts(hash, cells.categories);
  for (const counts of reference ? [reference] : []) {
    hash.addNumber(counts.missing);
    yield* hash.addArray(counts.counts);
  }
  for (const { from, to, counts, missing } of [...referenceChunks, ...chunks]) {
    [from, to, missing].forEach((number) => hash.addNumber(number));
    hash.add(new Uint32Array(counts.buffer, counts.byteOffset, counts.byteLength / 4));
  }
}
