import { expect, test } from '@playwright/test';
import { dataSourceUrl } from '../../../addresses.ts';
import { needsDataSource } from '../../../needs-data-source.ts';
import { pickByKeyboard, tabTo } from '../../../pages/keyboard.ts';
import { QueryEditor } from '../../../pages/query-editor.ts';

test.beforeEach(({ request }) => needsDataSource(request, 'java-trustyai', 'e2e/data-source'));

const base = dataSourceUrl;
const query = { queryType: 'schedules', model: 'credit' };

test('a schedule is created with a name, refused a second time, and deleted, each after a question', async ({
  page,
}) => {
  const editor = new QueryEditor(page);
  const { row } = editor;
  await editor.open({ base, uid: 'java-trustyai', query, from: 'now-1h' });

  const fill = async () => {
    await row.getByRole('button', { name: 'New schedule' }).press('Enter');
    const name = editor.control('textbox', 'Name');
    await tabTo(page, name);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('nightly');
    await pickByKeyboard(page, editor.control('combobox', 'Reference'), 'TRAINING');
    await row.getByRole('button', { name: 'Create…' }).press('Enter');
    const question = page.getByRole('dialog');
    await expect(question).toContainText('Create this schedule?');
    await expect(question).toContainText(
      'TrustyAI will compute Kolmogorov-Smirnov of credit again and again, comparing its last 500 rows with TRAINING, and publish it under the name nightly.'
    );
    await expect(question).toContainText('a restart loses this one');
    await question.getByRole('button', { name: 'Create' }).press('Enter');
    await expect(question).toHaveCount(0);
  };

  await fill();
  await expect(row.getByRole('status')).toContainText('nightly');
  await expect(row.getByText('Kolmogorov-Smirnov of credit, nightly, against TRAINING, last 500 rows')).toBeVisible();
  await expect(page.getByRole('cell', { name: 'nightly' })).toBeVisible();

  await fill();
  await expect(row.getByRole('alert')).toContainText('nightly');
  await row.getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect(page.getByRole('cell', { name: 'nightly' })).toHaveCount(1);

  await row.getByRole('button', { name: /^Delete Kolmogorov-Smirnov of credit, nightly/ }).press('Enter');
  const question = page.getByRole('dialog');
  await expect(question).toContainText('TrustyAI stops computing Kolmogorov-Smirnov of credit, nightly');
  await question.getByRole('button', { name: 'Delete' }).press('Enter');
  await expect(question).toHaveCount(0);
  await expect(row.getByText(/of credit, nightly, against/)).toHaveCount(0);
  await expect(page.getByRole('cell', { name: 'nightly' })).toHaveCount(0);
});

test('a deletion that was not confirmed deletes nothing', async ({ page }) => {
  const editor = new QueryEditor(page);
  await editor.open({ base, uid: 'java-trustyai', query, from: 'now-1h' });
  await editor.row.getByRole('button', { name: /^Delete Kolmogorov-Smirnov of credit, credit-kstest/ }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect(page.getByRole('cell', { name: 'credit-kstest' })).toBeVisible();
});

test('where scheduling is switched off, the editor offers nothing to change', async ({ page }) => {
  const editor = new QueryEditor(page);
  await editor.open({ uid: 'soundcheck-trustyai', query: { queryType: 'schedules', model: 'jukebox' } });
  await expect(page.getByText('jukebox-kstest', { exact: true }).first()).toBeVisible();
  await expect(editor.row.getByRole('button', { name: 'New schedule' })).toHaveCount(0);
  await expect(editor.row.getByRole('button', { name: /^Delete/ })).toHaveCount(0);
});
