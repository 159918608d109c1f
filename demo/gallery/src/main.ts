import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { galleryDashboards } from './gallery.ts';
import { writeGallery } from './write.ts';

const { values } = parseArgs({
  options: { out: { type: 'string', default: fileURLToPath(new URL('../../../.cache/gallery', import.meta.url)) } },
});
const dashboards = galleryDashboards();
writeGallery(values.out, dashboards);
console.log(`${dashboards.length} dashboards in ${values.out}`);
