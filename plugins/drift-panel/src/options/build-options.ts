import type { PanelOptionsEditorBuilder } from '@grafana/data';
import { addChunks } from './chunk-options.ts';
import { addData } from './data-options.ts';
import { addDisplay } from './display-options.ts';
import { addLinks } from './link-options.ts';
import type { DriftOptions } from './options.ts';
import { addReference } from './reference-options.ts';
import { addTexts } from './text-options.ts';
import { addVerdict } from './verdict-options.ts';

export type Builder = PanelOptionsEditorBuilder<DriftOptions>;

/** The panel's options, a category each. */
export function buildOptions(builder: Builder): void {
  [addDisplay, addData, addReference, addVerdict, addChunks, addLinks, addTexts].forEach((add) => add(builder));
}
