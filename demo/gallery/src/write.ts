import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dashboardJson, type GalleryDashboard } from './dashboard/dashboard.ts';
import { DATA_SOURCE } from './dashboard/query.ts';

const DATA_SOURCES = `apiVersion: 1

datasources:
  - name: Gallery data
    type: ${DATA_SOURCE.type}
    uid: ${DATA_SOURCE.uid}
    access: proxy
`;

const PROVIDERS = `apiVersion: 1

providers:
  - name: gallery
    folder: Gallery
    folderUid: gallery
    type: file
    options:
      path: $GF_PATHS_PROVISIONING/dashboards/gallery
`;

/** Writes the dashboards and their data source into a folder in the layout of Grafana's provisioning. */
export function writeGallery(folder: string, dashboards: readonly GalleryDashboard[]): void {
  const files = join(folder, 'dashboards/gallery');
  // Dashboards that are no longer made must not stay.
  rmSync(files, { recursive: true, force: true });
  mkdirSync(files, { recursive: true });
  mkdirSync(join(folder, 'datasources'), { recursive: true });
  writeFileSync(join(folder, 'datasources/gallery.yaml'), DATA_SOURCES);
  writeFileSync(join(folder, 'dashboards/gallery.yaml'), PROVIDERS);
  for (const dashboard of dashboards) {
    writeFileSync(join(files, `${dashboard.uid}.json`), JSON.stringify(dashboardJson(dashboard)));
  }
}
