import { expect, test } from '@playwright/test';
import { chooseByKeyboard, pickByKeyboard, tabTo } from '../../../pages/keyboard.ts';
import { QueryEditor } from '../../../pages/query-editor.ts';
import type { Role } from '../../../pages/query-editor.ts';

const trustyai = 'soundcheck-trustyai';

const controls: Record<string, Role> = {
  Model: 'combobox',
  Metric: 'combobox',
  Columns: 'radiogroup',
  Features: 'combobox',
  Reference: 'combobox',
  Window: 'textbox',
  Level: 'textbox',
  'Own limit': 'textbox',
  Output: 'radiogroup',
  'As one table': 'switch',
  Namespace: 'textbox',
  Side: 'radiogroup',
  'At most': 'textbox',
  Wanted: 'textbox',
  Events: 'combobox',
  'Steps over the limit': 'textbox',
  'Of the last steps': 'textbox',
};

const features = ['Columns', 'Features'];
const judgement = ['Level', 'Own limit'];

/** Each kind by its key, the line that explains it, and all it shows. */
const kinds: Array<[kind: string, explained: RegExp, shown: string[]]> = [
  [
    'scores',
    /from the linked Prometheus data source/,
    ['Model', 'Metric', ...features, 'Reference', ...judgement, 'Namespace'],
  ],
  ['latest', /the kind for alert rules/, ['Model', 'Metric', ...features, 'Output', ...judgement, 'As one table']],
  [
    'compute',
    /One computation on the service, now/,
    ['Model', 'Metric', ...features, 'Reference', 'Window', ...judgement, 'As one table'],
  ],
  ['distribution', /values of each feature are spread/, ['Model', ...features, 'Reference', 'Side', 'Window']],
  ['rows', /The stored rows themselves/, ['Model', ...features, 'Reference', 'Side', 'Window', 'At most']],
  ['models', /the models that the service knows/, []],
  ['columns', /the inputs and outputs of a model/, ['Model']],
  ['tags', /the references and other tags of a model/, ['Model']],
  ['schedules', /wanted, scheduled and published, side by side/, ['Model', 'Metric', 'Wanted']],
  ['observations', /How many inferences of a model were stored/, ['Model']],
  [
    'events',
    /drift began and ended, schedules made and lost/,
    ['Model', 'Events', 'Steps over the limit', 'Of the last steps', 'Metric', ...features, ...judgement, 'Namespace'],
  ],
];

test('each kind shows its own fields and no others, and says what it gives', async ({ page }) => {
  const editor = new QueryEditor(page);
  await editor.open({ uid: trustyai, query: kinds.map(([queryType]) => ({ queryType })) });
  for (const [place, [kind, explained, shown]] of kinds.entries()) {
    const row = editor.rows.nth(place);
    await expect(row.getByText(explained)).toBeVisible();
    await expect
      .poll(async () => (await editor.shown(controls, row)).sort(), { message: kind })
      .toEqual([...shown].sort());
  }
});

test('a query is put together by keyboard, each pick explained in a line', async ({ page }) => {
  const editor = new QueryEditor(page);
  await editor.open({ uid: trustyai, query: { queryType: 'models' } });
  await pickByKeyboard(page, editor.kind, 'Compute now');
  await pickByKeyboard(page, editor.control('combobox', 'Model'), 'jukebox');
  await expect(editor.row.getByText(/^[0-9,]+ rows stored$/)).toBeVisible();
  await pickByKeyboard(page, editor.control('combobox', 'Metric'), 'Kolmogorov-Smirnov');
  await expect(editor.row.getByText(/KS distance D\. The largest gap .* high means drift/)).toBeVisible();
  await chooseByKeyboard(page, editor.control('radiogroup', 'Columns'), 'Inputs');
  await expect(editor.row.getByText('What the model is given')).toBeVisible();
  await pickByKeyboard(page, editor.control('combobox', 'Features'), 'tempo');
  await page.keyboard.press('Escape');
  await pickByKeyboard(page, editor.control('combobox', 'Reference'), 'TRAINING');
  await expect(editor.row.getByText(/compared with: 5,000 rows/)).toBeVisible();
  await tabTo(page, editor.control('textbox', 'Window'));
  await page.keyboard.type('500');
  await tabTo(page, editor.control('switch', 'As one table'));
  await page.keyboard.press('Space');
  const result = page.getByRole('region', { name: 'Result' }).or(page.getByTestId('data-testid Explore Table'));
  await expect(result.getByText('tempo', { exact: true }).first()).toBeVisible();
  await expect(result.getByText('drift', { exact: true }).first()).toBeVisible();
});

test('a number that cannot be is refused beside its field, and not saved', async ({ page }) => {
  const editor = new QueryEditor(page);
  await editor.open({ uid: trustyai, query: { queryType: 'latest', model: 'jukebox', metric: 'ks' } });
  await tabTo(page, editor.control('textbox', 'Level'));
  await page.keyboard.type('7');
  await page.keyboard.press('Tab');
  await expect(editor.row.getByText('A level between 0 and 1, such as 0.05')).toBeVisible();
  await tabTo(page, editor.json);
  await page.keyboard.press('Space');
  await expect(editor.control('textbox', 'Query')).not.toHaveValue(/alpha/);
});

test('the query is edited as JSON, and broken JSON is refused in words', async ({ page }) => {
  const editor = new QueryEditor(page);
  await editor.open({ uid: trustyai, query: { queryType: 'latest', model: 'jukebox', metric: 'ks' } });
  await tabTo(page, editor.json);
  await page.keyboard.press('Space');
  const text = editor.control('textbox', 'Query');
  await expect(text).toHaveValue(/"queryType": "latest"/);
  await tabTo(page, text);
  for (const [json, words] of [
    ['{ "queryType": "latest", ', /This is no JSON/],
    ['{ "queryType": "weather" }', /queryType.* should be one of scores, latest/],
    ['{ "queryType": "latest", "colour": "red" }', /colour.* is no field/],
  ] as const) {
    await text.fill(json);
    await expect(editor.row.getByText(words)).toBeVisible();
  }
  await text.fill('{ "queryType": "tags", "model": "jukebox" }');
  await page.keyboard.press('Tab');
  await tabTo(page, editor.json);
  await page.keyboard.press('Space');
  await expect(editor.kind).toHaveValue('Tags');
});

test('the help page explains kinds and metrics, and its examples are taken over', async ({ page }) => {
  const editor = new QueryEditor(page);
  await editor.open({ uid: trustyai, query: { queryType: 'scores', model: 'jukebox', metric: 'ks' } });
  await editor.row.getByRole('button', { name: 'Show data source help' }).press('Enter');
  for (const heading of ['Examples', 'Kinds', 'Metrics']) {
    await expect(page.getByRole('heading', { name: heading, exact: true })).toBeVisible();
  }
  await expect(page.getByText(/Java publishes: .*p-value/).first()).toBeVisible();
  await page.getByRole('button', { name: /^Latest: Kolmogorov-Smirnov of .*verdict/ }).press('Enter');
  await expect(editor.kind).toHaveValue('Latest');
  await expect(editor.control('combobox', 'Model')).toHaveValue('jukebox');
  await expect(editor.control('radiogroup', 'Output').getByRole('radio', { name: 'Verdict' })).toBeChecked();
});

test('Enter on no option of a list picks nothing', async ({ page }) => {
  const editor = new QueryEditor(page);
  await editor.open({ uid: trustyai, query: { queryType: 'tags', model: 'jukebox' } });
  for (const combobox of [editor.kind, editor.control('combobox', 'Model')]) {
    const before = await combobox.inputValue();
    await tabTo(page, combobox);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('no such thing');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(combobox).toHaveValue(before);
  }
});
