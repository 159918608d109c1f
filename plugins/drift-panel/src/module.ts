import { PanelPlugin } from '@grafana/data';
import { DriftPanel } from './DriftPanel.tsx';
import { buildOptions } from './options/build-options.ts';
import type { DriftOptions } from './options/options.ts';
import { suggest } from './options/suggestions.ts';

export const plugin = new PanelPlugin<DriftOptions>(DriftPanel)
  .useFieldConfig()
  .setPanelOptions(buildOptions)
  .setSuggestionsSupplier(suggest);
