import { css } from '@emotion/css';
import {
  LoadingState,
  type CoreApp,
  type DataQuery,
  type DataSourceApi,
  type DataSourceRef,
  type GrafanaTheme2,
  type PanelData,
  type QueryEditorHelpProps,
} from '@grafana/data';
import { DataSourcePicker, getDataSourceSrv } from '@grafana/runtime';
import { Alert, Box, ErrorBoundaryAlert, IconButton, useStyles2 } from '@grafana/ui';
import { useEffect, useState } from 'react';
import { Loading } from '../shell/loading.tsx';
import { useLoaded } from '../shell/use-loaded.ts';

interface Props {
  app: CoreApp;
  query: DataQuery;
  queries: DataQuery[];
  /** The panel's data source, where the query has none of its own. */
  fallback?: DataSourceRef;
  data?: PanelData;
  onChange: (query: DataQuery) => void;
  onRun: () => void;
  onRemove: () => void;
}

/** One query: its data source, its error and the data source's own query editor. */
export function QueryRow({ app, query, queries, fallback, data, onChange, onRun, onRemove }: Props) {
  const styles = useStyles2(getStyles);
  const ref = query.datasource ?? fallback;
  const opened = useLoaded(() => getDataSourceSrv().get(ref), ref?.uid ?? '');
  const error = data?.errors?.find(({ refId }) => refId === query.refId);
  const [collapsed, collapse] = useState(false);
  const [helping, help] = useState(false);
  const dataSource = opened.state === 'done' ? opened.value : undefined;
  return (
    <section
      className={styles.row}
      data-testid="data-testid Query editor row"
      aria-label={`Query editor row ${query.refId}`}
    >
      <header className={styles.header}>
        <IconButton
          name={collapsed ? 'angle-right' : 'angle-down'}
          aria-label={collapsed ? 'Expand query row' : 'Collapse query row'}
          aria-expanded={!collapsed}
          onClick={() => collapse(!collapsed)}
        />
        <strong data-testid={`data-testid Query editor row title ${query.refId}`}>{query.refId}</strong>
        <DataSourcePicker
          current={ref}
          noDefault
          width={32}
          onChange={({ uid, type }) => onChange({ refId: query.refId, datasource: { uid, type } })}
        />
        {collapsed && <span>{dataSource?.getQueryDisplayText?.(query)}</span>}
        <span className={styles.actions}>
          {dataSource?.components?.QueryEditorHelp && (
            <IconButton name="question-circle" tooltip="Show data source help" onClick={() => help(!helping)} />
          )}
          <IconButton
            name={query.hide ? 'eye-slash' : 'eye'}
            tooltip={query.hide ? 'Show response' : 'Hide response'}
            onClick={() => {
              onChange({ ...query, hide: !query.hide });
              onRun();
            }}
          />
          <IconButton name="trash-alt" tooltip="Remove query" onClick={onRemove} />
        </span>
      </header>
      {error?.message && <Alert severity="error" title={error.message} />}
      {dataSource && helping && (
        <Help
          dataSource={dataSource}
          query={query}
          onClickExample={(example) => {
            help(false);
            onChange({ ...example, refId: query.refId, datasource: ref });
            onRun();
          }}
        />
      )}
      {!collapsed && (
        <Loading of={opened}>
          {(loaded) => (
            <Editor {...{ app, dataSource: loaded, query, queries, data, onChange, onRun }} key={loaded.uid} />
          )}
        </Loading>
      )}
    </section>
  );
}

type HelpProps = Pick<QueryEditorHelpProps, 'query' | 'onClickExample'> & { dataSource: DataSourceApi };

/** The data source's help page of its queries, with examples to take over. */
function Help({ dataSource, query, onClickExample }: HelpProps) {
  const QueryEditorHelp = dataSource.components?.QueryEditorHelp;
  return QueryEditorHelp ? (
    <Box padding={2} backgroundColor="primary">
      <QueryEditorHelp datasource={dataSource} query={query} onClickExample={onClickExample} />
    </Box>
  ) : null;
}

type EditorProps = Pick<Props, 'app' | 'query' | 'queries' | 'data' | 'onChange' | 'onRun'> & {
  dataSource: DataSourceApi;
};

function Editor({ app, dataSource, query, queries, data, onChange, onRun }: EditorProps) {
  const QueryEditor = dataSource.components?.QueryEditor;
  const own = useOwnData(query.refId, data);
  if (!QueryEditor) {
    return <>{dataSource.name} has no query editor.</>;
  }
  return (
    <ErrorBoundaryAlert boundaryName="query-editor">
      <QueryEditor
        app={app}
        datasource={dataSource}
        query={{ ...dataSource.getDefaultQuery?.(app), ...query }}
        queries={queries}
        data={own}
        range={data?.timeRange}
        onChange={onChange}
        onRunQuery={onRun}
      />
    </ErrorBoundaryAlert>
  );
}

/** The frames and the error of one query; kept while the next data load, so that the editor does not flicker. */
function useOwnData(refId: string, data?: PanelData): PanelData | undefined {
  const [last, keep] = useState<PanelData>();
  useEffect(() => {
    if (data && data.state !== LoadingState.Loading) {
      const errors = data.errors?.filter((error) => error.refId === refId);
      keep({ ...data, series: data.series.filter((frame) => frame.refId === refId), errors, error: errors?.[0] });
    }
  }, [data, refId]);
  return last;
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({
    padding: theme.spacing(1),
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
  }),
  header: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(2), marginBottom: theme.spacing(1) }),
  actions: css({ marginLeft: 'auto', display: 'flex', gap: theme.spacing(1) }),
});
