import { expect, test } from '@playwright/test';
import { galleryDashboards } from '@soundcheck/gallery';
import { needsDataSource } from '../../needs-data-source.ts';
import { GalleryPage } from '../../pages/gallery.ts';
import { wordsOf } from '../../pages/panel.ts';

/** What each broken case must say, and the state that its features must have. */
const cases: Readonly<Record<string, { says: RegExp; states?: Record<string, string> }>> = {
  'One row': { says: /too few rows/i, states: { x: 'too few rows' } },
  'All equal': { says: /constant/i, states: { always_7: 'no drift', became_7: 'drift', sound: 'no drift' } },
  'All missing': { says: /missing|no data/i, states: { never_there: 'no data', gone: 'no data', sound: 'no drift' } },
  'NaN and infinities': { says: /infinite/i, states: { nan: 'no drift', sound: 'no drift' } },
  'Text in a column of numbers': { says: /unreadable/i, states: { as_text: 'no drift', sound: 'no drift' } },
  'Duplicate names': { says: /x \(2\)/, states: { x: 'no drift', 'x (2)': 'drift', sound: 'no drift' } },
  '10,000 categories': { says: /new/i, states: { sound: 'no drift' } },
  'The reference is empty': { says: /no reference to compare with|reference.*no rows/i },
  'Nothing is current': { says: /only reference rows/i },
  'No frame at all': { says: /no data/i },
  'The wrong shape': { says: /no reference|no number/i },
  'Rows without a reference': { says: /no query is the reference|no reference to compare with/i },
  'A profile that is none': { says: /version/i },
  'Clock jumps': { says: /drift/i, states: { x: 'drift' } },
  'One bin': { says: /one bin|single|too few|no drift/i },
  'Negative counts': { says: /below 0|negative/i, states: { sound: 'no drift' } },
  'Decreasing le': { says: /fall|decreas|below the one before|cumulat/i },
  'Counts of the reference only': { says: /only reference|none are current|no current/i },
  'Bins that do not meet': { says: /x/, states: { x: 'no drift' } },
  'Declared as scores without their labels': { says: /feature, metric and value_is/ },
  'A query that fails': { says: /failed/i },
};

test('each broken case ends in its sentence, and what is sound beside it is judged', async ({ page, request }) => {
  test.setTimeout(300_000);
  await needsDataSource(request, 'soundcheck-gallery', '.cache/gallery');
  const thrown: string[] = [];
  page.on('pageerror', (error) => thrown.push(error.message));
  const gallery = new GalleryPage(page);
  await gallery.open('gallery-broken');
  const broken = galleryDashboards().find(({ uid }) => uid === 'gallery-broken');
  expect(broken?.panels.map(({ title }) => title).sort()).toEqual(Object.keys(cases).sort());
  for (const [title, { says, states = {} }] of Object.entries(cases)) {
    const panel = await gallery.panel(title);
    expect.soft(await wordsOf(panel), title).toMatch(says);
    const shown = await panel
      .getByRole('option')
      .evaluateAll((options) =>
        Object.fromEntries(options.map((one) => [one.getAttribute('data-feature'), one.getAttribute('data-state')]))
      );
    expect.soft(shown, title).toMatchObject(states);
  }
  expect(thrown).toEqual([]);
});
