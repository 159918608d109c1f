import { FieldConfigProperty, PanelPlugin } from '@grafana/data';
import { DriftPanel } from './DriftPanel.tsx';
import { buildOptions } from './options/build-options.ts';
import type { DriftOptions } from './options/options.ts';
import { suggest } from './options/suggestions.ts';

/** Name and unit of a feature, for rows. */
const KEPT = [FieldConfigProperty.DisplayName, FieldConfigProperty.Unit];

export const plugin = new PanelPlugin<DriftOptions>(DriftPanel)
  .useFieldConfig({
    // Of the standard options only these change what the panel draws; the others would promise something.
    disableStandardOptions: Object.values(FieldConfigProperty).filter((option) => !KEPT.includes(option)),
  })
  .setPanelOptions(buildOptions)
  .setSuggestionsSupplier(suggest);
