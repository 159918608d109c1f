export { galleryDashboards } from './gallery.ts';
export type { GalleryDashboard, GalleryPanel } from './dashboard/dashboard.ts';
export { PLANTED, taskData, TASK_FEATURES } from './task/task.ts';
export type { Planted, TaskSide } from './task/task.ts';
