/** What can be wrong with a scheduled metric, the most fundamental first: each hides those below it that it explains. */
export const DIAGNOSIS_STATES = [
  'health listener',
  'half-written rows',
  'no data yet',
  'unknown column',
  'unknown tag',
  'schedule lost',
  'not scheduled',
  'fewer than 2 rows',
  'no inference since restart',
  'tick stopped',
  'label set clash',
  'not published yet',
  'published, not scraped',
  'stale',
  'reference rows in the window',
  'window too short',
  'tags paired with wrong rows',
] as const;

export type DiagnosisState = (typeof DIAGNOSIS_STATES)[number];

/** One finding about one metric of one model, in words. */
export interface Diagnosis {
  state: DiagnosisState;
  severity: 'info' | 'warning' | 'error';
  model: string;
  /** Catalogue key. Absent: the finding is about the model or the service as a whole. */
  metric?: string;
  /** Schedule id, where the finding is about one schedule. */
  schedule?: string;
  /** What is the case, with the numbers that show it. */
  sentence: string;
  /** What to do next. */
  next: string;
}
