import type { ReactNode } from 'react';
import type { LinkModel } from '@grafana/data';
import type { FeatureDetail } from '../report/detail.ts';
import type { OverTime, TimeMark } from '../report/history.ts';
import type { Report } from '../report/report.ts';
import type { DriftOptions, ViewName } from '../options/options.ts';

/** What the viewer has chosen: a feature, a chunk of the heatmap, a slice. Each is within the one before. */
export interface Selection {
  feature?: string;
  chunk?: number;
  slice?: { column: string; value: string | null };
}

/** What a view may do. */
export interface Actions {
  /** Chooses; a new feature drops the slice, an explicit undefined drops that part. */
  select: (change: Partial<Selection>) => void;
  /** One step back: slice, then chunk, then nothing. Escape does the same anywhere in the panel. */
  back: () => void;
  show: (view: ViewName) => void;
  /** Shows another metric of the data. */
  metric: (key: string) => void;
  /** Moves the cursor that panels of a dashboard share; undefined takes it away. */
  hover: (time: number | undefined) => void;
  /** Only the rows of this slice, as an ad hoc filter of the dashboard; absent where it has none. */
  filter?: (column: string, value: string) => void;
}

/** All that views draw, already decided. They get nothing else but their size. */
export interface Scene {
  report: Report;
  /** Of the chosen feature; undefined while it is worked out. */
  detail: FeatureDetail | undefined;
  /** For small multiples and joined lines; undefined unless asked for, and while it is worked out. */
  histories: OverTime[] | undefined;
  options: DriftOptions;
  selection: Selection;
  actions: Actions;
  marks: TimeMark[];
  /** Time of the shared cursor, epoch ms. */
  cursor: number | undefined;
  timeZone: string;
  /** The feature's name as its field is called on the dashboard. */
  label: (feature: string) => string;
  /** A value of the feature with unit, decimals and mappings of its field. */
  format: (feature: string, value: number) => string;
  /** Colour that the field's options fix for the feature; undefined: the palette's. */
  colour: (feature: string) => string | undefined;
  /** Data links of the feature's field, and "Logs of this window in Explore" where a Loki link is there. */
  links: (feature: string, chunk?: number) => LinkModel[];
  /** The panel's own menu, for the head of a view that fills the panel. */
  menu?: ReactNode;
}

export interface ViewProps {
  scene: Scene;
  width: number;
  height: number;
}
