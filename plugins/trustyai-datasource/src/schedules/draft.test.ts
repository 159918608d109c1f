import { creationText, EMPTY_DRAFT, nameOf, requestOf, scheduleText, type Draft } from './draft.ts';

const fairness = { protectedAttribute: 'sex', privileged: 1, unprivileged: 0, outcome: 'accepted', favorable: 1 };
const draft: Draft = { ...EMPTY_DRAFT, model: 'credit', requestName: 'nightly' };

it.each<[Partial<Draft>, RegExp]>([
  [{ model: '' }, /model/],
  [{ metric: 'psi' }, /metric/],
  [{ requestName: '  ' }, /name/],
  [{ metric: 'spd' }, /protected/],
  [{ metric: 'dir', fairness: { ...fairness, outcome: '' } }, /outcome/],
])('%j is not ready', (patch, sentence) => {
  expect(requestOf({ ...draft, ...patch })).toEqual({ problem: expect.stringMatching(sentence) });
});

it('carries what its metric takes, and nothing else', () => {
  const all: Draft = { ...draft, referenceTag: 'TRAINING', features: ['age'], alpha: 0.01, fairness };
  expect(requestOf(all)).toEqual({
    request: {
      model: 'credit',
      metric: 'ks',
      requestName: 'nightly',
      batchSize: 500,
      referenceTag: 'TRAINING',
      features: ['age'],
      alpha: 0.01,
    },
  });
  const { alpha: _, features: __, ...fair } = all;
  expect(requestOf({ ...fair, metric: 'spd' })).toEqual({
    request: { model: 'credit', metric: 'spd', requestName: 'nightly', batchSize: 500, fairness },
  });
});

it('suggests a name until one is typed', () => {
  expect(nameOf({ ...EMPTY_DRAFT, model: 'credit' })).toBe('ks-credit');
  expect(nameOf({ ...EMPTY_DRAFT, model: 'credit', requestName: '' })).toBe('');
});

it('says what creating it will do, against which reference', () => {
  const request = { model: 'credit', metric: 'ks' as const, requestName: 'n', batchSize: 600, referenceTag: 'T' };
  expect(creationText(request)[0]).toBe(
    'TrustyAI will compute Kolmogorov-Smirnov of credit again and again, comparing its last 600 rows with T, and publish it under the name n.'
  );
});

it('a schedule of a metric that the catalogue does not know goes by the service’s own name', () => {
  expect(scheduleText({ id: 'r', model: 'credit', serviceMetric: 'NEW', requestName: 'n' })).toBe('NEW of credit, n');
});
