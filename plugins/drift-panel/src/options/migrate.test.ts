import { isOld, migrate } from './migrate.ts';
import { defaultOptions, withDefaults, type DriftOptions } from './options.ts';

type Saved = Partial<DriftOptions> & { referenceRefId?: string };

/** As the panel of 0.1 saved itself with nothing changed. */
const VERSION_1: Saved = {
  metric: '',
  alpha: 0.05,
  correction: 'holm',
  minRows: 30,
  nReference: 0,
  nCurrent: 0,
  referenceRefId: 'reference',
  showDetail: true,
};

const TABLE: Array<[what: string, saved: Saved, means: Partial<DriftOptions>]> = [
  ['0.1, untouched', VERSION_1, {}],
  [
    '0.1, with its own reference query and counts',
    { ...VERSION_1, referenceRefId: 'B', nReference: 5000, nCurrent: 500 },
    { reference: { ...defaultOptions.reference, query: 'B' }, nReference: 5000, nCurrent: 500 },
  ],
  [
    '0.1, from a provisioned dashboard that names only two options',
    { referenceRefId: 'train', alpha: 0.01 },
    { reference: { ...defaultOptions.reference, query: 'train' }, alpha: 0.01 },
  ],
  [
    '0.1, with an empty reference query',
    { referenceRefId: '' },
    { reference: { ...defaultOptions.reference, query: '' } },
  ],
  [
    'today’s beside a left-over of 0.1: today’s wins',
    { referenceRefId: 'B', reference: { ...defaultOptions.reference, from: 'share', query: 'reference' } },
    { reference: { ...defaultOptions.reference, from: 'share' } },
  ],
  ['today’s, changed', { ...defaultOptions, view: 'heatmap' }, { view: 'heatmap' }],
  ['nothing saved', {}, {}],
];

it.each(TABLE)('%s', (_, options, means) => {
  const migrated = migrate({ options });
  expect(withDefaults(migrated)).toEqual({ ...defaultOptions, ...means });
  expect(migrated).not.toHaveProperty('referenceRefId');
  expect(migrate({ options: migrated })).toEqual(migrated);
});

it('is asked for by the shape of the options, whatever version the panel says it was saved by', () => {
  expect(isOld({ options: VERSION_1 })).toBe(true);
  expect(isOld({ options: defaultOptions })).toBe(false);
});
