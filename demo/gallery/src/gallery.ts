import { brokenDashboard, clockChangeDashboard, largeDashboard } from './broken/broken.ts';
import type { GalleryDashboard } from './dashboard/dashboard.ts';
import { inputsDashboard } from './inputs/inputs.ts';
import { taskDashboard } from './task/task.ts';
import { viewsDashboard } from './views/views.ts';

/** All dashboards of the gallery. The same on every machine and at every time. */
export function galleryDashboards(): GalleryDashboard[] {
  return [
    viewsDashboard(),
    inputsDashboard(),
    brokenDashboard(),
    clockChangeDashboard(),
    largeDashboard(),
    taskDashboard(),
  ];
}
