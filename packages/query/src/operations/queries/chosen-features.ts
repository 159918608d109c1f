import { ALL_FEATURES } from '../../catalogue/meaning.ts';
import { queryError } from '../../core/io.ts';
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
 * @throws CoreError where the service does not list the model and so not its roles
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
      throw queryError(
        `TrustyAI does not list the columns of ${model} now, so its ${role}s cannot be told: choose the features by name.`
      );
    }
    return feature === ALL_FEATURES || known.has(feature);
  };
}

/** A name as data carry it, the name in force and, where the service lists the column, the name as ingested. */
export interface NamedKey {
  key: string;
  raw?: string;
  name: string;
}

/** Of the names that data carry (raw or in force) the chosen ones, in the order of the columns. */
export function namesOfKeys(query: TrustyQuery, columns: readonly Column[], keys: readonly string[]): NamedKey[] {
  const wanted = new Set(chosenColumns(query, columns));
  const named = keys.map((key) => ({ key, column: columns.find(({ name, raw }) => name === key || raw === key) }));
  const { features = [] } = query;
  const chosen = named.filter(({ key, column }) =>
    column ? wanted.has(column) : features.length === 0 || features.includes(key)
  );
  const place = ({ column }: { column?: Column }) => (column ? columns.indexOf(column) : columns.length);
  return chosen
    .sort((a, b) => place(a) - place(b))
    .map(({ key, column }) => ({ key, raw: column?.raw, name: column?.name ?? key }));
}

/** A sentence for the features that a query names and the data do not have. */
export function unknownFeatures({ features = [] }: TrustyQuery, found: readonly NamedKey[]): string[] {
  const missing = features.filter((feature) => !found.some(({ raw, name }) => raw === feature || name === feature));
  return missing.length > 0 ? [`There are no rows of ${missing.join(', ')}: choose other features.`] : [];
}
