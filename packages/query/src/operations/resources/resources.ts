import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import type { Column, Model, Schedule, Tag } from '../../service/model.ts';

/** What *Save & test*, the settings page and `soundcheck inspect` show. */
export interface ServiceReport {
  dialect: 'java' | 'python';
  /** How the dialect is known. */
  evidence: string;
  /** Which generation answers, in words: "Java", "Python", "Python 0.30". */
  family: string;
  /** As the service states it. */
  apiVersion?: string;
  models: Array<Pick<Model, 'id' | 'observations' | 'error'>>;
  schedules: number;
  /** Labels of metrics that this service does not offer. */
  missingMetrics: string[];
  /** The service hands out rows. */
  rows: boolean;
  /** Sentences on what will surprise: default batch, restart, missing packages, broken models. */
  warnings: string[];
}

/** What each resource path answers with. `message` says why a list is empty or incomplete. */
export interface Resources {
  models: { models: Array<Pick<Model, 'id' | 'observations' | 'error'>>; message?: string };
  columns: { columns: Column[]; message?: string };
  tags: { tags: Tag[]; message?: string };
  schedules: { schedules: Schedule[]; message?: string };
  metrics: {
    metrics: Array<{ key: string; label: string; sentence: string; valueSentence: string }>;
    message?: string;
  };
  service: ServiceReport;
  /** Params: model? (absent: all), metric?; what Prometheus shows: scraped?, frozen?, observationsGrew?, requests? (see `ScrapeHistory`). */
  diagnosis: { diagnoses: Diagnosis[]; message?: string };
  /** For ad hoc filters. Params: key?; without it the label names, with it that label's values. */
  labels: { labels: string[] };
  /** POST with a `ScheduleRequest`. */
  'schedules/create': { id: string; message: string };
  /** POST with `{ id, metric, model }`. */
  'schedules/delete': { message: string };
}
