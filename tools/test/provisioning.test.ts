import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { catalogueEntries, isMetricKey } from '@soundcheck/query';
import { streamSelectors } from './logql-selectors.ts';
import { root } from './run-command.ts';
import { gatewayMetrics, recordedMetrics } from './metric-names.ts';
import { selectorsOf } from './promql-selectors.ts';

interface Target {
  refId?: string;
  expr?: string;
  queryType?: string;
  metric?: string;
  namespace?: string;
  datasource?: { uid?: string; type?: string };
}

interface Correlation {
  targetUID: string;
  config: { target: { expr: string } };
}

interface Panel {
  id: number;
  type: string;
  title: string;
  datasource?: { uid?: string };
  targets?: Target[];
  panels?: Panel[];
}

const folder = join(root, 'provisioning');
const dashboards = readdirSync(join(folder, 'dashboards'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.json'))
  .map((file) => ({
    file,
    json: JSON.parse(readFileSync(join(folder, 'dashboards', file), 'utf8')) as {
      uid: string;
      panels: Panel[];
      templating?: { list?: Array<{ name: string }> };
    },
  }));

const sources = readdirSync(join(folder, 'datasources')).flatMap(
  (file) =>
    (
      parse(readFileSync(join(folder, 'datasources', file), 'utf8')) as {
        datasources: Array<{
          uid: string;
          type: string;
          jsonData?: Record<string, unknown>;
          correlations?: Correlation[];
        }>;
      }
    ).datasources
);
const mixed = '-- Mixed --';

const panelsOf = (panels: Panel[]): Panel[] => panels.flatMap((panel) => [panel, ...panelsOf(panel.panels ?? [])]);
const panels = dashboards.flatMap(({ file, json }) =>
  panelsOf(json.panels).map((panel) => ({ file, name: `${file}: ${panel.title}`, panel }))
);
const targets = panels.flatMap(({ file, name, panel }) =>
  (panel.targets ?? []).map((target) => ({ file, name: `${name} ${target.refId}`, panel, target }))
);

const groups = readdirSync(join(folder, 'alerting')).flatMap(
  (file) =>
    (
      parse(readFileSync(join(folder, 'alerting', file), 'utf8')) as {
        groups: Array<{
          folder: string;
          rules: Array<{
            title: string;
            condition: string;
            data: Array<{ refId: string; datasourceUid: string; model: Target }>;
          }>;
        }>;
      }
    ).groups
);
const rules = groups.flatMap((group) => group.rules);

/** Metric names that the demo's model server really writes. */
const out = mkdtempSync(join(tmpdir(), 'soundcheck-scenario-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));
function scenarioMetrics(): Set<string> {
  const main = join(root, 'demo/scenarios/src/main.ts');
  execFileSync(process.execPath, ['--import', 'tsx', main, 'prepare', '--out', out, '--now', '1767225600000'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const text = readFileSync(join(out, 'model-server.openmetrics'), 'utf8');
  return new Set([...text.matchAll(/^([a-zA-Z_:][\w:]*)\{/gm)].map((match) => match[1] ?? ''));
}

const counters = ['trustyai_model_observations_total', 'trustyai_model_count_total'];
const trusty = new Set([
  ...catalogueEntries.flatMap((entry) => [...(entry.java?.series ?? []), ...(entry.python?.series ?? [])]),
  ...counters,
]);

describe('provisioning', () => {
  it('has data sources and dashboards with pinned, unique uids', () => {
    const uids = [...sources.map((source) => source.uid), ...dashboards.map(({ json }) => json.uid)];
    expect(uids.length).toBeGreaterThan(2);
    expect(uids.every((uid) => typeof uid === 'string' && uid.length > 0)).toBe(true);
    expect(new Set(uids).size).toBe(uids.length);
  });

  it('has one folder for dashboards and rules, which know theirs by its title: with a uid there would be two', () => {
    const { providers } = parse(readFileSync(join(folder, 'dashboards', 'soundcheck.yaml'), 'utf8')) as {
      providers: Array<{ folder: string; folderUid?: string }>;
    };
    const ofRules = new Set(groups.map((group) => group.folder));
    expect(providers.map((provider) => provider.folder)).toEqual([...ofRules]);
    expect(providers.map((provider) => provider.folderUid)).toEqual(providers.map(() => undefined));
  });

  it('links data sources only to those that exist', () => {
    for (const source of sources) {
      const linked = [source.jsonData?.prometheusUid, source.jsonData?.lokiUid].filter((uid) => uid !== undefined);
      expect(sources.map((other) => other.uid)).toEqual(expect.arrayContaining(linked));
    }
  });

  it('leads from a table to logs with the masking of the dashboard of logs', () => {
    const correlations = sources.flatMap(({ correlations: of = [] }) => of);
    expect(correlations.map(({ targetUID }) => targetUID)).toEqual(['soundcheck-loki']);
    const shown = targets.find(({ name }) => name === 'soundcheck/logs.json: Logs of $model A')?.target.expr;
    // As Grafana fills it in: variables of the environment, and "$$" for a "$".
    const filled = correlations[0]?.config.target.expr.replace(
      /\$\$|\$SOUNDCHECK_NAMESPACE/g,
      (found) => ({ $$: '$' })[found] ?? '$namespace'
    );
    expect(filled?.replace('${model}', '$model')).toBe(shown);
  });

  it.each(panels.filter(({ panel }) => !['row', 'text'].includes(panel.type)))(
    '$name has a known data source and a query',
    ({ panel }) => {
      const known = [...sources.map((source) => source.uid), mixed];
      expect(known).toContain(panel.datasource?.uid);
      expect(panel.targets?.length).toBeGreaterThan(0);
    }
  );

  it.each(targets)('$name names the data source it asks, by uid and type', ({ panel, target }) => {
    const source = sources.find((candidate) => candidate.uid === target.datasource?.uid);
    expect(source, `unknown uid ${target.datasource?.uid}`).toBeDefined();
    expect(target.datasource?.type).toBe(source?.type);
    if (panel.datasource?.uid !== mixed) {
      expect(target.datasource?.uid).toBe(panel.datasource?.uid);
    }
  });

  const metricNames = new Set([...trusty, ...scenarioMetrics(), ...recordedMetrics(), ...gatewayMetrics()]);
  const promql = targets.filter(({ target }) => target.expr !== undefined && target.datasource?.type !== 'loki');
  it.each(promql)('$name keeps to its namespace and to metrics that exist', ({ target }) => {
    const { selectors, bare } = selectorsOf(target.expr ?? '');
    expect(bare, 'metric names without a namespace').toEqual([]);
    expect(selectors.length).toBeGreaterThan(0);
    for (const selector of selectors) {
      expect(selector.matchers).toMatch(/(^|[,\s])namespace="/);
      expect(metricNames).toContain(selector.name);
    }
  });

  it.each(targets.filter(({ target }) => target.datasource?.type === 'loki'))(
    '$name reads the logs of its namespace only',
    ({ target }) => {
      const selectors = streamSelectors(target.expr ?? '');
      expect(selectors.length).toBeGreaterThan(0);
      for (const matchers of selectors) {
        expect(matchers).toContain('kubernetes_namespace_name="$namespace"');
      }
    }
  );

  it.each(targets.filter(({ target }) => target.queryType === 'scores'))(
    '$name asks for a metric of the catalogue in a namespace',
    ({ file, target }) => {
      const variables = dashboards.find((one) => one.file === file)?.json.templating?.list ?? [];
      const fromVariable = variables.some(({ name }) => target.metric === `$${name}`);
      expect(fromVariable || isMetricKey(target.metric ?? '')).toBe(true);
      const source = sources.find(({ uid }) => uid === target.datasource?.uid);
      expect(target.namespace ?? source?.jsonData?.namespace).toBeTruthy();
    }
  );

  it.each(rules)('rule $title asks data sources that exist, and ends in a condition of its own', (rule) => {
    const refs = rule.data.map(({ refId }) => refId);
    expect(refs).toContain(rule.condition);
    const asked = rule.data.filter(({ datasourceUid }) => datasourceUid !== '__expr__');
    expect(asked.length).toBeGreaterThan(0);
    for (const { datasourceUid, model } of asked) {
      expect(sources.map(({ uid }) => uid)).toContain(datasourceUid);
      if (model.expr === undefined) {
        // The bare number means opposite things on the two services: a shipped rule goes by the verdict.
        expect(model).toMatchObject({ queryType: 'latest', output: 'verdict' });
        expect(isMetricKey(model.metric ?? '')).toBe(true);
      } else {
        const { selectors, bare } = selectorsOf(model.expr);
        expect(bare, 'metric names without a namespace').toEqual([]);
        expect(selectors.filter(({ matchers }) => !/(^|[,\s])namespace="/.test(matchers))).toEqual([]);
        expect(selectors.map(({ name }) => name).filter((name) => name !== 'up' && !metricNames.has(name))).toEqual([]);
      }
    }
  });
});
