import { DataSourcePlugin } from '@grafana/data';
import { ConfigEditor } from './config/ConfigEditor.tsx';
import { DataSource } from './datasource.ts';
import { QueryEditor } from './editor/QueryEditor.tsx';
import { QueryHelp } from './editor/QueryHelp.tsx';
import { initTranslations } from './i18n/translate.ts';
import type { TrustyDataQuery, TrustyJsonData, TrustySecureJsonData } from './query/types.ts';

void initTranslations();

export const plugin = new DataSourcePlugin<DataSource, TrustyDataQuery, TrustyJsonData, TrustySecureJsonData>(
  DataSource
)
  .setConfigEditor(ConfigEditor)
  .setQueryEditor(QueryEditor)
  .setQueryEditorHelp(QueryHelp);
