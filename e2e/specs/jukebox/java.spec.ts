import { expect, test } from '@playwright/test';
import type { APIRequestContext } from '@playwright/test';
import { dataSourceUrl } from '../../addresses.ts';
import { needsDataSource } from '../../needs-data-source.ts';
import { DriftPanel } from '../../pages/drift-panel.ts';
import { panelByTitle } from '../../pages/panel.ts';

test.beforeEach(({ request }) => needsDataSource(request, 'java-trustyai', 'e2e/data-source'));

/**
 * 400 reference rows against 300 inferences of e2e/data-source/feed-java.ts, by scipy 1.18.0 `ks_2samp(reference,
 * current, method='asymp').pvalue`: the Java service publishes p-values, from 10,000 pairs of rows on by the limit law.
 */
const byScipy: Record<string, number> = { age: 4.27e-10, income: 1, balance: 1 };

interface FieldJson {
  name: string;
  type: string;
  labels?: Record<string, string>;
}

interface FrameJson {
  schema: { name?: string; fields: FieldJson[]; meta?: { notices?: Array<{ text: string }> } };
  data: { values: unknown[][] };
}

async function ask(request: APIRequestContext, query: object): Promise<FrameJson[]> {
  const now = Date.now();
  const datasource = { uid: 'java-trustyai', type: 'soundcheck-trustyai-datasource' };
  const reply = await request.post(`${dataSourceUrl}/api/ds/query`, {
    data: {
      from: String(now - 3_600_000),
      to: String(now),
      queries: [{ refId: 'A', datasource, version: 2, model: 'credit', ...query }],
    },
  });
  const body = await reply.json();
  expect(body.results.A.error).toBeUndefined();
  return body.results.A.frames;
}

function byFeature(frames: FrameJson[]): Record<string, unknown> {
  return Object.fromEntries(
    frames.map(({ schema, data }) => {
      const at = schema.fields.findIndex(({ labels }) => labels?.feature !== undefined);
      return [schema.fields[at]?.labels?.feature ?? '', data.values[at]?.[0]];
    })
  );
}

function column(frame: FrameJson | undefined, name: string): unknown[] {
  const at = frame?.schema.fields.findIndex((field) => field.name === name) ?? -1;
  return frame?.data.values[at] ?? [];
}

test('low means drift on the Java service, and the panel says so', async ({ page }) => {
  await page.goto(`${dataSourceUrl}/d/java`);
  const panel = new DriftPanel(panelByTitle(page, 'Java drift'));
  const shown = await panel.features();
  const states = Object.fromEntries(shown.map(({ feature, state }) => [feature, state]));
  expect(states).toMatchObject({ age: 'drift', income: 'no drift', balance: 'no drift' });
  expect(shown.find(({ feature }) => feature === 'age')?.words).toMatch(/p-value/);
});

test('p-values are scipy’s, under the names that the columns have now', async ({ request }) => {
  const values = byFeature(await ask(request, { queryType: 'latest', metric: 'ks' }));
  for (const [feature, p] of Object.entries(byScipy)) {
    expect(Number(values[feature]), feature).toBeCloseTo(p, 6);
  }
});

test('an alert rule gets one numeric field a feature: drift is 1', async ({ request }) => {
  const frames = await ask(request, { queryType: 'latest', metric: 'ks', output: 'verdict' });
  expect(byFeature(frames)).toMatchObject({ age: 1, income: 0, balance: 0 });
  for (const { schema } of frames) {
    expect(schema.fields.filter(({ type }) => type === 'number')).toHaveLength(1);
    expect(JSON.stringify(schema.fields[0]?.labels)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  }
});

test('the reference distribution comes from the schedule’s sketch, without rows', async ({ request }) => {
  const frames = await ask(request, { queryType: 'distribution', referenceTag: 'TRAINING', side: 'reference' });
  const long = frames.find(({ schema }) => schema.fields.some(({ name }) => name === 'x_min'));
  const features = column(long, 'feature');
  const counts = column(long, 'count');
  const ofAge = counts.filter((_, i) => features[i] === 'age').map(Number);
  expect(ofAge.reduce((sum, count) => sum + count, 0)).toBe(400);
  expect(ofAge.length).toBeGreaterThan(4);
});

test('rows come where the service hands them out, mapped to reference and current', async ({ request }) => {
  const frames = await ask(request, { queryType: 'rows', referenceTag: 'TRAINING', batchSize: 300 });
  const sides = frames.flatMap((frame) => column(frame, 'side'));
  expect(sides.filter((side) => side === 'reference')).toHaveLength(400);
  expect(sides.filter((side) => side === 'current')).toHaveLength(300);
  expect(frames.flatMap((frame) => frame.schema.fields.map(({ name }) => name))).toContain('balance');
});

test('every panel of the Java dashboard has something to show', async ({ page }) => {
  const crashes: string[] = [];
  page.on('pageerror', (error) => crashes.push(error.message));
  await page.setViewportSize({ width: 1440, height: 2200 });
  await page.goto(`${dataSourceUrl}/d/java`);
  const shown: Array<[string, RegExp]> = [
    ['compute', /age/],
    ['reference', /age/],
    ['rows', /TRAINING|reference/],
    ['schedules', /credit-kstest/],
    ['models', /credit/],
    ['observations', /./],
  ];
  for (const [title, words] of shown) {
    const panel = panelByTitle(page, title);
    await panel.scrollIntoViewIfNeeded();
    await expect(panel, title).toContainText(words);
    await expect(panel, title).not.toContainText(/No data/);
  }
  expect(crashes).toEqual([]);
});
