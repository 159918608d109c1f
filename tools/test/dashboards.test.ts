import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './run-command.ts';

interface Link {
  title: string;
  url: string;
}

interface Thresholds {
  steps: Array<{ color: string; value: number | null }>;
}

interface FieldConfig {
  unit?: string;
  color?: { mode: string };
  thresholds?: Thresholds;
  links?: Link[];
}

interface Panel {
  title: string;
  type: string;
  description?: string;
  options?: { content?: string };
  fieldConfig?: {
    defaults: FieldConfig;
    overrides: Array<{ properties: Array<{ id: string; value: unknown }> }>;
  };
}

interface Dashboard {
  uid: string;
  title: string;
  tags: string[];
  description: string;
  refresh: string;
  links?: Link[];
  panels: Panel[];
  templating: { list: Array<{ name: string }> };
}

const folder = join(root, 'provisioning/dashboards/soundcheck');
const dashboards = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Dashboard);

/** The uids that other parts link to: the page on monitors fixes them. */
const promised = new Set(readFileSync(join(root, 'docs/monitors.md'), 'utf8').match(/soundcheck-[a-z-]+/g));

/** All links of a dashboard: beside its variables, on values, and in texts. */
function linksOf({ links = [], panels }: Dashboard): Link[] {
  return [
    ...links,
    ...panels.flatMap(({ title, fieldConfig, options }) => [
      ...(fieldConfig?.defaults.links ?? []),
      ...(fieldConfig?.overrides ?? []).flatMap(({ properties }) =>
        properties.filter(({ id }) => id === 'links').flatMap(({ value }) => value as Link[])
      ),
      ...[...(options?.content ?? '').matchAll(/\]\(([^)]*)\)/g)].map((match) => ({ title, url: match[1] ?? '' })),
    ]),
  ];
}

const links = dashboards.flatMap((dashboard) =>
  linksOf(dashboard).map((link) => ({ name: `${dashboard.title}: ${link.title} ${link.url}`, url: link.url }))
);
const panels = dashboards.flatMap(({ title, panels }) =>
  panels.map((panel) => ({ name: `${title}: ${panel.title}`, panel }))
);
/** Text has no numbers; the drift panel takes the units of its fields. */
const withNumbers = panels.filter(({ panel }) => ['stat', 'table', 'timeseries'].includes(panel.type));

describe('dashboards', () => {
  it.each(dashboards)('$title says what it answers, can be found by its tag, and leads to the others', (dashboard) => {
    expect(dashboard.description.length).toBeGreaterThan(20);
    expect(dashboard.tags).toContain('soundcheck');
    const others = dashboards.map(({ uid }) => uid).filter((uid) => uid !== dashboard.uid);
    const linked = linksOf(dashboard).map(({ url }) => url.split('/')[2]?.split('?')[0]);
    expect(linked).toEqual(expect.arrayContaining(others));
  });

  it.each(dashboards)('$title does not ask more often than its numbers change', ({ refresh }) => {
    expect(['', '30s', '1m', '5m']).toContain(refresh);
  });

  it.each(links.filter(({ url }) => url.startsWith('/d/')))(
    '$name leads to a dashboard and its variables',
    ({ url }) => {
      const { pathname, searchParams } = new URL(url.replaceAll(/\$\{[^}]*\}/g, 'x'), 'http://grafana');
      const uid = pathname.split('/')[2] ?? '';
      expect(promised).toContain(uid);
      const target = dashboards.find((dashboard) => dashboard.uid === uid);
      const named = [...searchParams.keys()].filter((key) => key.startsWith('var-')).map((key) => key.slice(4));
      if (target) {
        expect(target.templating.list.map(({ name }) => name)).toEqual(expect.arrayContaining(named));
      }
    }
  );

  it.each(withNumbers)('$name has a unit, or says that there is none, and says what it shows', ({ panel }) => {
    expect(panel.fieldConfig?.defaults.unit).toBeTruthy();
    expect(panel.description?.length).toBeGreaterThan(20);
  });

  it.each(withNumbers)("$name has limits of its own, not Grafana's 80", ({ panel: { type, fieldConfig } }) => {
    const all = [
      fieldConfig?.defaults.thresholds,
      ...(fieldConfig?.overrides ?? []).flatMap(({ properties }) =>
        properties.filter(({ id }) => id === 'thresholds').map(({ value }) => value as Thresholds)
      ),
    ];
    expect(all.flatMap((one) => one?.steps.map(({ value }) => value) ?? [])).not.toContain(80);
    // A stat colours by thresholds unless told otherwise, and where none are given Grafana takes its own.
    const { color, thresholds } = fieldConfig?.defaults ?? {};
    expect(type !== 'stat' || color?.mode === 'fixed' || thresholds !== undefined).toBe(true);
  });
});
