import type { CoreApp, DataQuery } from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';
import type { SceneQueryRunner } from '@grafana/scenes';
import { Button, Stack } from '@grafana/ui';
import { refIdAt } from '../dashboard/panel.ts';
import { QueryRow } from './query-row.tsx';

const MIXED = { type: 'mixed', uid: '-- Mixed --' };

/** The queries of a panel or of Explore. What is changed runs at once; nothing is saved. */
export function QueryRows({ runner, app }: { runner: SceneQueryRunner; app: CoreApp }) {
  const { queries, datasource, data } = runner.useState();
  const set = (next: DataQuery[]) => {
    const uids = new Set(next.map((query) => query.datasource?.uid ?? datasource?.uid));
    runner.setState({ queries: next, datasource: uids.size > 1 ? MIXED : (next[0]?.datasource ?? datasource) });
  };
  const add = async () => {
    const ref = queries.at(-1)?.datasource ?? datasource;
    const dataSource = await getDataSourceSrv().get(ref);
    const free = [...queries, {}]
      .map((_, index) => refIdAt(index))
      .find((id) => queries.every(({ refId }) => refId !== id));
    set([...queries, { ...dataSource.getDefaultQuery?.(app), refId: free ?? 'A', datasource: dataSource.getRef() }]);
  };
  return (
    <Stack direction="column" gap={1}>
      {queries.map((query, index) => (
        <QueryRow
          key={query.refId}
          app={app}
          query={query}
          queries={queries}
          fallback={datasource}
          data={data}
          onChange={(changed) => set(queries.map((one, at) => (at === index ? { ...one, ...changed } : one)))}
          onRun={() => runner.runQueries()}
          onRemove={() => {
            set(queries.filter((_, at) => at !== index));
            runner.runQueries();
          }}
        />
      ))}
      <div>
        <Button icon="plus" variant="secondary" size="sm" onClick={() => void add()}>
          Add query
        </Button>
      </div>
    </Stack>
  );
}
