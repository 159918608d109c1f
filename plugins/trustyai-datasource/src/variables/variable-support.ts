import {
  CustomVariableSupport,
  FieldType,
  createDataFrame,
  type DataQueryRequest,
  type DataQueryResponse,
} from '@grafana/data';
import type { DataQuery } from '@grafana/schema';
import { catalogueEntries } from '@soundcheck/query';
import { from, type Observable } from 'rxjs';
import type { DataSource } from '../datasource.ts';
import { listColumns, listModels, listReferences } from '../query/resources.ts';
import { VariableEditor } from './VariableEditor.tsx';

/** What a query variable lists. */
export interface VariableQuery extends DataQuery {
  list: 'models' | 'features' | 'references' | 'metrics';
  /** features, references: of which model; may be a variable. */
  model?: string;
}

interface Option {
  text: string;
  value: string;
}

/** Query variables: models, features and references of a model, metrics. */
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
      case 'features': {
        const { items } = await listColumns(readResource, model);
        return items.map(({ name }) => ({ text: name, value: name }));
      }
      case 'references': {
        const { items } = await listReferences(readResource, model);
        return items.map(({ name }) => ({ text: name, value: name }));
      }
      case 'metrics':
        return catalogueEntries.map(({ key, label }) => ({ text: label, value: key }));
      default: {
        const { items } = await listModels(readResource);
        return items.map(({ id }) => ({ text: id, value: id }));
      }
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
