import type { FrameJson } from './frame.ts';

/** Grafana's own TestData, provisioned by the gallery under this uid. */
export const DATA_SOURCE = { type: 'grafana-testdata-datasource', uid: 'soundcheck-gallery' } as const;

/** A query of TestData that carries its answer. */
export interface Query {
  refId: string;
  scenarioId: 'raw_frame' | 'csv_content';
  rawFrameContent?: string;
  csvContent?: string;
}

/** A query that answers with these frames. */
export function framesQuery(refId: string, frames: readonly FrameJson[]): Query {
  return { refId, scenarioId: 'raw_frame', rawFrameContent: JSON.stringify(frames) };
}

/** A query that answers with a table, its head first, as an SQL data source would. */
export function tableQuery(refId: string, lines: readonly string[]): Query {
  return { refId, scenarioId: 'csv_content', csvContent: lines.join('\n') };
}
