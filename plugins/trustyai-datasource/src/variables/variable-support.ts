import {
  CustomVariableSupport,
  FieldType,
  createDataFrame,
  type DataQueryRequest,
  type DataQueryResponse,
} from '@grafana/data';
import type { DataQuery } from '@grafana/schema';
import { from, type Observable } from 'rxjs';
import type { DataSource } from '../datasource.ts';
import { listColumns, listMetrics, listModels, listReferences, listSchedules } from '../query/resources.ts';
import { VariableEditor } from './VariableEditor.tsx';

/** What a query variable lists. */
export interface VariableQuery extends DataQuery {
  list: 'models' | 'features' | 'references' | 'metrics' | 'schedules';
  /** features, references, schedules: of which model; may be a variable. */
  model?: string;
}

interface Option {
  text: string;
  value: string;
}

const named = (name: string): Option => ({ text: name, value: name });

/** Query variables: models, features and references of a model, metrics, schedules by name. */
export class TrustyVariables extends CustomVariableSupport<DataSource, VariableQuery> {
  editor = VariableEditor;

  constructor(private readonly datasource: DataSource) {
    super();
  }

  override query(request: DataQueryRequest<VariableQuery>): Observable<DataQueryResponse> {
    const [query] = request.targets;
    return from(query ? this.read(query, request).then(toResponse) : Promise.resolve({ data: [] }));
  }

  private async read(query: VariableQuery, request: DataQueryRequest<VariableQuery>): Promise<Option[]> {
    const { readResource } = this.datasource;
    const model = this.datasource.resolve(query.model, request.scopedVars);
    switch (query.list) {
      case 'features':
        return (await listColumns(readResource, model)).items.map(({ name }) => named(name));
      case 'references':
        return (await listReferences(readResource, model)).items.map(({ name }) => named(name));
      case 'metrics':
        return (await listMetrics(readResource)).items.map(({ key, label }) => ({ text: label, value: key }));
      case 'schedules': {
        const { items } = await listSchedules(readResource, model || undefined);
        return [...new Set(items.flatMap(({ requestName }) => requestName || []))].sort().map(named);
      }
      default:
        return (await listModels(readResource)).items.map(({ id }) => named(id));
    }
  }
}

function toResponse(options: Option[]): DataQueryResponse {
  return {
    data: [
      createDataFrame({
        fields: [
          { name: 'text', type: FieldType.string, values: options.map(({ text }) => text) },
          { name: 'value', type: FieldType.string, values: options.map(({ value }) => value) },
        ],
      }),
    ],
  };
}
