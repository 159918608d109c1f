import { PanelOptionsEditorBuilder, standardEditorsRegistry } from '@grafana/data';
import { listPresets, listTests } from '@soundcheck/drift';
import { buildOptions } from './build-options.ts';
import { namesOfFields } from './data-options.ts';
import { defaultOptions, withDefaults, type DriftOptions, type Partly } from './options.ts';
import { presetChoices, testChoices } from './test-choices.ts';

// Grafana's own editors, which it registers when it starts; nothing of them is looked at here.
const EDITORS = ['boolean', 'select', 'multi-select', 'number', 'slider', 'radio', 'text', 'field-name'];
standardEditorsRegistry.setInit(() => EDITORS.map((id) => ({ id, name: id, editor: () => null })));

const builder = new PanelOptionsEditorBuilder<DriftOptions>();
buildOptions(builder);
const items = builder.getItems();

/** `a.b` → value of the default options. */
function defaultAt(path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((at, key) => Object.entries(Object(at)).find(([name]) => name === key)?.[1], defaultOptions);
}

/** Paths of all options, nested ones with a dot. */
function pathsOf(options: object, before = ''): string[] {
  return Object.entries(options).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? pathsOf(value, `${before}${key}.`)
      : [`${before}${key}`]
  );
}

function shown(saved: Partly<DriftOptions>): string[] {
  return items.filter(({ showIf }) => showIf?.(withDefaults(saved)) ?? true).map(({ path }) => path);
}

it('offers every option once, and none that is not there', () => {
  expect(items.map(({ path }) => path).sort()).toEqual(pathsOf(defaultOptions).sort());
});

it('has the defaults of options.ts', () => {
  const wrong = items.filter(
    ({ path, defaultValue }) => defaultValue !== undefined && defaultValue !== defaultAt(path)
  );
  expect(wrong).toEqual([]);
});

it.each<[Partly<DriftOptions>, there: string[], absent: string[]]>([
  [
    {},
    ['reference.query', 'fields.features', 'nReference'],
    ['reference.share', 'limit.value', 'chunks.every', 'fields.count'],
  ],
  [{ reference: { from: 'share' } }, ['reference.share'], ['reference.query', 'reference.start', 'reference.profile']],
  [{ reference: { from: 'range' } }, ['reference.start', 'reference.end'], ['reference.query']],
  [{ reference: { from: 'marked' } }, ['reference.column', 'reference.value'], ['reference.query']],
  [{ reference: { from: 'profile' } }, ['reference.profile'], ['reference.query']],
  [{ fields: { shape: 'distribution' } }, ['fields.count', 'fields.binStart'], ['fields.features', 'metric']],
  [{ fields: { shape: 'rows' } }, ['fields.features', 'fields.value'], ['nReference', 'fields.count']],
  [{ limit: { by: 'constant' } }, ['limit.value'], ['limit.k', 'limit.quantile']],
  [{ limit: { by: 'deviations' } }, ['limit.k'], ['limit.value']],
  [{ chunks: { by: 'calendar' } }, ['chunks.every'], ['chunks.n']],
  [{ chunks: { by: 'size' } }, ['chunks.n'], ['chunks.every']],
  [{ view: 'heatmap' }, ['sort'], ['showDetail']],
  [{ bins: { rule: 'quantile' } }, ['bins.count'], []],
  [{ overTime: { layout: 'joined' } }, ['overTime.most'], []],
])('with %j shows what matters then', (saved, there, absent) => {
  expect(shown(saved)).toEqual(expect.arrayContaining(there));
  expect(shown(saved).filter((path) => absent.includes(path))).toEqual([]);
});

it('offers the presets and tests that there are', () => {
  expect(presetChoices().map(({ label }) => label)).toEqual(listPresets().map(({ title }) => title));
  const categorical = listTests().filter(({ takes }) => takes.includes('categories'));
  expect(testChoices('categories')).toHaveLength(categorical.length + 1);
  expect(testChoices('numbers').map(({ value }) => value)).toEqual(expect.arrayContaining(['preset', 'ks', 'psi']));
});

it('offers the columns of the queries, each once', async () => {
  const frame = (...names: string[]) => ({
    length: 0,
    fields: names.map((name) => ({ name, type: 'number', config: {}, values: [] })),
  });
  const data = JSON.parse(JSON.stringify([frame('time', 'tempo'), frame('time', 'key')]));
  expect((await namesOfFields({ data })).map(({ value }) => value)).toEqual(['time', 'tempo', 'key']);
});
