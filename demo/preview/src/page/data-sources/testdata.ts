import {
  DataSourceApi,
  LoadingState,
  toDataFrame,
  type DataFrame,
  type DataQuery,
  type DataQueryRequest,
  type DataQueryResponse,
  type ScopedVars,
} from '@grafana/data';
import { getTemplateSrv } from '@grafana/runtime';
import { of, type Observable } from 'rxjs';
import { csvFrame } from './testdata-csv.ts';

export interface TestDataQuery extends DataQuery {
  scenarioId?: string;
  /** `raw_frame`: a JSON array of frames, in any form that `toDataFrame` reads. */
  rawFrameContent?: string;
  /** `csv_content` */
  csvContent?: string;
}

/** A stand-in for Grafana's TestData: the two scenarios whose data ride in the query, `raw_frame` and `csv_content`. */
export class TestDataDataSource extends DataSourceApi<TestDataQuery> {
  query({ targets, scopedVars }: DataQueryRequest<TestDataQuery>): Observable<DataQueryResponse> {
    const answers = targets.map((target) => answer(target, scopedVars));
    const data = answers.flatMap(({ frames }) => frames);
    const errors = answers.flatMap(({ refId, message }) => (message ? [{ refId, message }] : []));
    return of(errors.length > 0 ? { data, errors, error: errors[0], state: LoadingState.Error } : { data });
  }

  async testDatasource() {
    return { status: 'success', message: 'Data source is working' };
  }
}

interface Answer {
  refId: string;
  frames: DataFrame[];
  message?: string;
}

function answer({ refId, ...query }: TestDataQuery, scopedVars: ScopedVars): Answer {
  try {
    return { refId, frames: framesOf(query, scopedVars).map((frame) => Object.assign(frame, { refId })) };
  } catch (error) {
    return { refId, frames: [], message: error instanceof Error ? error.message : String(error) };
  }
}

function framesOf({ scenarioId, rawFrameContent, csvContent }: Partial<TestDataQuery>, vars: ScopedVars): DataFrame[] {
  const text = (given: string) => getTemplateSrv().replace(given, vars);
  if (scenarioId === 'raw_frame') {
    const frames: unknown = JSON.parse(text(rawFrameContent ?? '[]'));
    if (!Array.isArray(frames)) {
      throw new Error('rawFrameContent is no JSON array of frames.');
    }
    return frames.map((frame) => toDataFrame(frame));
  }
  if (scenarioId === 'csv_content') {
    const content = text(csvContent ?? '');
    return content.trim() === '' ? [] : [csvFrame(content)];
  }
  throw new Error(
    `The preview's TestData has raw_frame and csv_content, not "${scenarioId ?? ''}". A real Grafana has more.`
  );
}
