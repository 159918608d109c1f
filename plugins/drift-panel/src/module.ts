import { FieldConfigProperty, PanelPlugin } from '@grafana/data';
import { DriftPanel } from './DriftPanel.tsx';
import { initTranslations } from './i18n/translate.ts';
import { buildOptions } from './options/build-options.ts';
import { isOld, migrate } from './options/migrate.ts';
import type { DriftOptions } from './options/options.ts';
import { suggest } from './options/suggestions.ts';

void initTranslations();

/** Standard options that would change nothing: a panel that shows them would promise something. */
const WITHOUT_EFFECT = [
  FieldConfigProperty.Actions,
  FieldConfigProperty.Filterable,
  FieldConfigProperty.FieldMinMax,
  FieldConfigProperty.NoValue,
];

export const plugin = new PanelPlugin<DriftOptions>(DriftPanel)
  .useFieldConfig({ disableStandardOptions: WITHOUT_EFFECT })
  .setPanelOptions(buildOptions)
  .setMigrationHandler(migrate, isOld)
  .setDataSupport({ annotations: true, alertStates: true })
  .setSuggestionsSupplier(suggest);
