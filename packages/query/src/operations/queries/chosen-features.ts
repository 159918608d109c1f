import { ALL_FEATURES } from '../../catalogue/meaning.ts';
import { CoreError } from '../../core/io.ts';
import type { TrustyQuery } from '../../core/operations.ts';
import type { Column, Model } from '../../service/model.ts';

/** The columns that a query chooses of a model: those it names, else those of its role, else all. */
export function chosenColumns({ features, role }: TrustyQuery, columns: readonly Column[]): Column[] {
  if (features && features.length > 0) {
    return columns.filter(({ name, raw }) => features.includes(name) || features.includes(raw));
  }
  return columns.filter((column) => role === undefined || column.role === role);
}

/**
 * Whether a query chooses a feature of a model. Numbers for all features together have no feature to choose by.
 * @param models as `/info` lists them; needed where the query chooses a role
 * @throws CoreError of source "plugin" where the service does not list the model and so not its roles
 */
export function featureChoice(
  query: TrustyQuery,
  models: readonly Model[]
): (model: string, feature: string) => boolean {
  const { features, role } = query;
  if (features && features.length > 0) {
    const named = new Set(features);
    return (_, feature) => feature === ALL_FEATURES || named.has(feature);
  }
  if (role === undefined) {
    return () => true;
  }
  const names = new Map(
    models.map(({ id, columns }) => [
      id,
      new Set(chosenColumns(query, columns).flatMap(({ name, raw }) => [name, raw])),
    ])
  );
  return (model, feature) => {
    const known = names.get(model);
    if (known === undefined) {
      throw new CoreError(
        `TrustyAI does not list the columns of ${model} now, so its ${role}s cannot be told: choose the features by name.`,
        'plugin'
      );
    }
    return feature === ALL_FEATURES || known.has(feature);
  };
}
