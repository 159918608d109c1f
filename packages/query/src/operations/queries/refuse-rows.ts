import { formatCount } from '../../catalogue/limits.ts';
import { CoreError, queryError } from '../../core/io.ts';
import type { Context, TrustyQuery } from '../../core/operations.ts';
import type { Model } from '../../service/model.ts';
import type { Service } from '../service/detect.ts';

const OTHER_SOURCE =
  'use a source that keeps them (the inference log in a database, or the bins of an exporter in Prometheus) as the query of the drift panel';

/** The Python service has no call for rows. */
export function refusePython({ dialect }: Service): void {
  if (dialect === 'python') {
    throw new CoreError(`This Python service hands out no rows and no reference distribution: ${OTHER_SOURCE}.`);
  }
}

/** Why no rows came: the call is switched off in every Java service that nobody changed. */
export const DOWNLOAD_OFF = `This Java service hands out no rows (POST /data/download answers 404). Start it with ENDPOINTS_DATA_DOWNLOAD=enable, or ${OTHER_SOURCE}.`;

/** The model that a query is about: its own, or the only one there is. */
export function modelOf(query: TrustyQuery, { models }: Service): { id: string; model?: Model } {
  const [only, second] = models;
  const id = query.model ?? (second === undefined ? only?.id : undefined);
  if (id === undefined) {
    throw queryError('No model is chosen: choose one in the query.');
  }
  const model = models.find((one) => one.id === id);
  return model ? { id, model } : { id };
}

/**
 * On a PVC the service pairs the values of its last rows with the tags and times of its first ones.
 * @returns undefined while the model is small enough, or where its size is not known
 */
export function mispaired(model: Model | undefined, context: Context): string | undefined {
  const most = context.settings.serviceBatchSize;
  return model && model.observations > most
    ? `${model.id} holds ${formatCount(model.observations)} rows; beyond ${formatCount(most)} the Java service pairs rows with wrong tags and times, so reference and current cannot be told apart. Raise its SERVICE_BATCH_SIZE and the batch limit in the data source settings alike, or ${OTHER_SOURCE}.`
    : undefined;
}
