import { expect, test } from '@playwright/test';
import { galleryDashboards } from '@soundcheck/gallery';
import { seriousFaultsOfDriftPanel } from '../../pages/accessibility.ts';
import { GalleryPage } from '../../pages/gallery.ts';
import { layoutFaults } from '../../pages/layout-faults.ts';
import { needsDataSource } from '../../needs-data-source.ts';

/**
 * Every panel of the gallery in both themes and three widths. Pictures are for the eye, in `.cache/pictures/gallery`;
 * what is compared are boxes, words and roles: fonts and their rendering differ between machines, so pixels are not.
 */
const folder = '../.cache/pictures/gallery';

const all = [
  { name: 'dark', theme: 'dark', width: 1440 },
  { name: 'narrow-light', theme: 'light', width: 320 },
  { name: 'light', theme: 'light', width: 1440 },
  { name: 'narrow-dark', theme: 'dark', width: 420 },
] as const;
const everything = process.env.SOUNDCHECK_PICTURES === '1';

/** Both themes and both widths where the views are, one elsewhere; all with SOUNDCHECK_PICTURES=1. */
function screensOf(uid: string) {
  return everything ? all : all.slice(0, uid === 'gallery-views' ? 2 : 1);
}

test.beforeEach(({ request }) => needsDataSource(request, 'soundcheck-gallery', '.cache/gallery'));

for (const { uid, panels } of galleryDashboards()) {
  for (const { name, theme, width } of screensOf(uid)) {
    test(`${uid}, ${name}: each panel speaks, fits, and is accessible`, async ({ page }) => {
      test.skip(process.env.GRAFANA_URL !== undefined && width < 768, 'Grafana keeps its own minimum width');
      test.setTimeout(60_000 + panels.length * 15_000);
      const gallery = new GalleryPage(page);
      await gallery.open(uid, { theme, width });
      const faults: string[] = [];
      for (const [index, { title }] of panels.entries()) {
        const panel = await gallery.panel(title);
        const file = `${uid}/${String(index + 1).padStart(2, '0')}-${fileName(title)}-${name}.png`;
        await panel.screenshot({ path: `${folder}/${file}` });
        const found = [
          ...wordFaults((await panel.innerText()).replace(title, '')),
          ...(await layoutFaults(panel)),
          ...(await seriousFaultsOfDriftPanel(page, title)),
        ];
        faults.push(...found.map((fault) => `${title}: ${fault}`));
      }
      expect(faults).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth
      );
      expect(overflow).toBeLessThanOrEqual(0);
    });
  }
}

/** A panel is never blank, and shows no leaked value of its code and no zero below zero. */
function wordFaults(words: string): string[] {
  const leaked = /\bNaN\b(?! counts)|\bundefined\b|\[object \w+\]|Cannot read propert|[-−]0(\.0+)?(?![\d.])/.exec(
    words
  );
  return [...(words.trim() === '' ? ['blank'] : []), ...(leaked ? [`shows “${leaked[0]}”`] : [])];
}

function fileName(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
