import type { StoredModel } from '../storage/stored-model.ts';

/** Names in force of all columns as the service's messages list them. */
export function listedNamesInForce(model: StoredModel): string {
  return model.listedNames.map((raw) => model.nameInForce(raw)).join(', ');
}
