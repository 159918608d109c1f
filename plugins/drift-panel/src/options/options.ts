import type { Adjustment, BinRule, PresetName, TestName } from '@soundcheck/drift';

/** What the panel can draw. */
export const VIEWS = [
  'overview',
  'ranking',
  'heatmap',
  'over-time',
  'distribution',
  'contribution',
  'ridgeline',
  'calendar',
  'scatter',
  'quality',
] as const;
export type ViewName = (typeof VIEWS)[number];

/** Where the reference comes from. Frames that say their side themselves (a column or label `side`, our own meta) win. */
export interface ReferenceOptions {
  from: 'query' | 'share' | 'range' | 'marked' | 'profile';
  /** `query`: refId or frame name of the reference rows. */
  query: string;
  /** `share`: the first part of the time range (rows without time: of the rows), 0 … 1. */
  share: number;
  /** `range`: start and end, ISO 8601 or Grafana's relative form ("now-14d"). End excluded. */
  start: string;
  end: string;
  /** `marked`: column, and its value on reference rows; all other rows are current. */
  column: string;
  value: string;
  /** `profile`: JSON as "Save as profile" or `soundcheck profile` writes it. */
  profile: string;
}

/** Columns by name where guessing goes wrong; empty: guessed. */
export interface FieldOptions {
  /** Read the data as this, whatever its shape looks like. */
  shape: 'auto' | 'scores' | 'distribution' | 'rows';
  time: string;
  feature: string;
  value: string;
  side: string;
  count: string;
  binStart: string;
  binEnd: string;
  category: string;
  /** Rows: the only columns that are features; empty: all that are not used otherwise. */
  features: string[];
  /** Rows: columns whose values are slices; empty: every column of text. */
  slices: string[];
}

/** From where on a number means drift. */
export interface LimitOptions {
  /**
   * `significance`: the corrected p-value, or the limit that comes with the data. `constant`: `value`. `thresholds`: the
   * highest step of the field's thresholds, per feature by overrides. `deviations`: mean + k standard deviations of the
   * chunks of the reference. `quantile`: a quantile of them.
   */
  by: 'significance' | 'constant' | 'thresholds' | 'deviations' | 'quantile';
  value: number;
  k: number;
  quantile: number;
}

export interface ChunkOptions {
  by: 'auto' | 'time' | 'calendar' | 'count' | 'size';
  /** `time`: "6h", "1d"; `calendar`: "day", "week", "month", in the dashboard's time zone. */
  every: string;
  /** `count`: chunks; `size`: rows of each. */
  n: number;
}

/** The panel's own options, version 2. */
export interface DriftOptions {
  view: ViewName;
  /** Tabs to the other views. */
  showSwitch: boolean;
  /** Overview: the chosen feature below the ranking. */
  showDetail: boolean;
  fields: FieldOptions;
  reference: ReferenceOptions;
  /** Scores: part of a metric's name or key ("ks", "jensen"); empty: the first KS, else the first. */
  metric: string;
  /** Scores: rows behind each number, where the data does not say; 0: unknown. */
  nReference: number;
  nCurrent: number;
  preset: PresetName;
  /** `preset`: as the preset chooses by type and rows. */
  numericTest: 'preset' | TestName;
  categoricalTest: 'preset' | TestName;
  alpha: number;
  correction: Adjustment;
  /** Below this many rows on either side nothing is judged. */
  minRows: number;
  limit: LimitOptions;
  chunks: ChunkOptions;
  /** Over time, drift is on when `need` of the last `of` chunks are over the limit. */
  persistence: { need: number; of: number };
  /** Bins of the pictures, laid on the reference; `count` is for quantile and equal-width. The bins of a test are its preset's. */
  bins: { rule: BinRule; count: number };
  /** "tempo=0.3, energy=0.1"; empty: none. */
  importance: string;
  /** Name or refId of a series of model performance, for the scatter; empty: none. */
  performance: string;
  sort: 'drift' | 'name' | 'cluster' | 'first-over';
  distribution: { mode: DistributionMode; logX: boolean; logY: boolean };
  /** Features beside each other in "over time": one, or the first n as small multiples, or joined on one axis. */
  overTime: { layout: 'chosen' | 'multiples' | 'joined'; most: number };
  /** Dashboard variables that follow the choice, by name; empty: none. */
  link: { featureVariable: string; sliceVariable: string; chunkSetsTime: boolean };
  /** Sentences instead of ours: {drifted}, {judged}, {top}, {since}, {because}. Empty: ours. */
  texts: { drift: string; calm: string };
}

export const DISTRIBUTION_MODES = ['density', 'percent', 'count', 'ecdf', 'difference', 'qq'] as const;
export type DistributionMode = (typeof DISTRIBUTION_MODES)[number];

/** One place for the option builder, migrations, tests and panels saved before an option existed. */
export const defaultOptions: DriftOptions = {
  view: 'overview',
  showSwitch: true,
  showDetail: true,
  fields: {
    shape: 'auto',
    time: '',
    feature: '',
    value: '',
    side: '',
    count: '',
    binStart: '',
    binEnd: '',
    category: '',
    features: [],
    slices: [],
  },
  reference: {
    from: 'query',
    query: 'reference',
    share: 0.4,
    start: '',
    end: '',
    column: '',
    value: 'reference',
    profile: '',
  },
  metric: '',
  nReference: 0,
  nCurrent: 0,
  preset: 'soundcheck',
  numericTest: 'preset',
  categoricalTest: 'preset',
  alpha: 0.05,
  correction: 'holm',
  minRows: 30,
  limit: { by: 'significance', value: 0.1, k: 3, quantile: 0.99 },
  chunks: { by: 'auto', every: '6h', n: 30 },
  persistence: { need: 1, of: 1 },
  bins: { rule: 'auto', count: 20 },
  importance: '',
  performance: '',
  sort: 'drift',
  distribution: { mode: 'density', logX: false, logY: false },
  overTime: { layout: 'chosen', most: 12 },
  link: { featureVariable: '', sliceVariable: '', chunkSetsTime: false },
  texts: { drift: '', calm: '' },
};

/** What stands at a level of saved options that may lack any part. */
export type Partly<T> = T extends readonly unknown[] ? T : T extends object ? { [K in keyof T]?: Partly<T[K]> } : T;

/** Saved options on top of the defaults, level by level, so that an option that came later has its default. */
export function withDefaults(saved: Partly<DriftOptions>): DriftOptions {
  const d = defaultOptions;
  return {
    ...d,
    ...saved,
    fields: { ...d.fields, ...saved.fields },
    reference: { ...d.reference, ...saved.reference },
    limit: { ...d.limit, ...saved.limit },
    chunks: { ...d.chunks, ...saved.chunks },
    persistence: { ...d.persistence, ...saved.persistence },
    bins: { ...d.bins, ...saved.bins },
    distribution: { ...d.distribution, ...saved.distribution },
    overTime: { ...d.overTime, ...saved.overTime },
    link: { ...d.link, ...saved.link },
    texts: { ...d.texts, ...saved.texts },
  };
}
