import { normalNumbers, seededRandom } from '@soundcheck/drift';
import { describe, expect, it } from 'vitest';
import { fitFourier, fourierProbability } from './fourier-mmd.ts';
import type { FourierParameters } from './fourier-mmd.ts';
import { at, list } from './recorded-columns.ts';
import { describeRecorded, expectClose } from './recorded-test.ts';
import type { Run } from './recorded-runs.ts';

const defaults: FourierParameters = {
  gamma: 2,
  nWindow: 168,
  nTest: 100,
  nMode: 512,
  randomSeed: 22,
  sig: 10,
  deltaStat: true,
  epsilon: 1e-7,
};
/** 1 − Φ(2), Abramowitz & Stegun table 26.1: what an MMD below that of the reference's windows comes to. */
const atRest = 0.022750131948179;

/** Two columns of standard normal numbers. */
function sample(rows: number, seed: number): Float64Array[] {
  const normal = normalNumbers(seededRandom(seed));
  return [0, 1].map(() => Float64Array.from({ length: rows }, () => normal()));
}

const times = (columns: Float64Array[], factor: number) =>
  columns.map((column) => column.map((value) => value * factor));

describe('Fourier MMD', () => {
  const reference = sample(600, 1);
  const fit = fitFourier(reference, defaults);

  it('is 1 − Φ(gamma) for the reference itself', () => {
    expect(fourierProbability(fit, reference, defaults)).toBeCloseTo(atRest, 14);
    expect(fourierProbability(fit, reference, { ...defaults, gamma: 0 })).toBeCloseTo(0.5, 14);
  });

  it('is low without drift, and 1 where the spread has doubled', () => {
    expect(fourierProbability(fit, sample(600, 2), defaults)).toBeLessThan(0.2);
    expect(fourierProbability(fit, times(sample(600, 2), 2), defaults)).toBe(1);
  });

  it('raises false alarms for batches much smaller than the window', () => {
    const alarms = (rows: number) => {
      const batches = Array.from({ length: 20 }, (_, at) => sample(rows, 100 + at));
      return batches.filter((batch) => fourierProbability(fit, batch, defaults) > 0.5).length;
    };
    expect(alarms(300)).toBeLessThan(5);
    expect(alarms(40)).toBeGreaterThan(15);
  });

  it('sees a level only without deltaStat', () => {
    const shifted = reference.map((column) => column.map((value) => value + 3));
    expect(fourierProbability(fit, shifted, defaults)).toBeCloseTo(atRest, 9);
    const levels = { ...defaults, deltaStat: false };
    expect(fourierProbability(fitFourier(reference, levels), shifted, levels)).toBe(1);
  });

  it('is the same in any unit', () => {
    const [scaled, current] = [fitFourier(times(reference, 1000), defaults), sample(200, 2)];
    expect(scaled.meanMMD).toBeCloseTo(fit.meanMMD, 15);
    expectClose(
      fourierProbability(scaled, times(current, 1000), defaults),
      fourierProbability(fit, current, defaults),
      'in thousandths'
    );
  });

  it('ignores the seed of the request and lists 0', () => {
    expect(fitFourier(reference, { ...defaults, randomSeed: 7 })).toEqual(fit);
    expect(fit).toMatchObject({ randomSeed: 0, deltaStat: true, nMode: 512 });
    expect([fit.scale.length, fit.aRef.length]).toEqual([2, 512]);
  });

  it('refuses nWindow + 1 reference rows, and is 0 for fewer than two current rows', () => {
    expect(() => fitFourier(sample(169, 2), defaults)).toThrow(RangeError);
    expect(fitFourier(sample(170, 2), defaults).meanMMD).toBeGreaterThan(0);
    expect(fourierProbability(fit, sample(0, 2), defaults)).toBe(0);
    expect(fourierProbability(fit, sample(1, 2), defaults)).toBe(0);
    expect(fourierProbability(fit, [], defaults)).toBe(0);
  });
});

describeRecorded('recorded Fourier MMDs', (recorded, run) => {
  const probability = ({ reference, current }: Run, parameters: FourierParameters) =>
    fourierProbability(fitFourier([...reference.values()], parameters), [...current.values()], parameters);

  const small = { ...defaults, gamma: 1, nWindow: 100, nTest: 50, nMode: 64, sig: 1, deltaStat: false };
  it.each([
    ['fouriermmd-batch-100', 'credit last 100', defaults],
    ['fouriermmd-batch-600', 'credit 600', defaults],
    ['fouriermmd-deltastat-false', 'credit 600', { ...defaults, deltaStat: false }],
    ['fouriermmd-gamma', 'credit 600', small],
    ['nodrift-fouriermmd', 'no drift', defaults],
    ['nodrift-fouriermmd-full-parameters', 'no drift', { ...defaults, deltaStat: false }],
  ])('%s', (exchange, name, parameters) => {
    expectClose(probability(run(name), parameters), Number(at(recorded.reply(exchange), 'value')), exchange);
  });

  it('raises the false alarm that the service raises with 100 rows', () => {
    const { reference, current } = run('no drift');
    const rows = new Map([...current].map(([name, column]) => [name, column.slice(-100)]));
    expect(probability({ reference, current: rows }, defaults)).toBeCloseTo(0.9997, 4);
  });

  it('lists the recorded fit, of whose lists the first three entries are kept', () => {
    const listed = recorded.fitting('FOURIERMMD');
    const ours = fitFourier([...run('credit 600').reference.values()], defaults);
    expect(Object.keys(ours)).toEqual(Object.keys(listed));
    expect(ours).toMatchObject({ randomSeed: 0, deltaStat: true, nMode: 512 });
    for (const field of ['meanMMD', 'stdMMD'] as const) expectClose(ours[field], Number(listed[field]), field);
    for (const field of ['scale', 'aRef'] as const) {
      list(listed[field]).forEach((value, at) => expectClose(ours[field][at] ?? NaN, Number(value), field));
    }
  });
});
