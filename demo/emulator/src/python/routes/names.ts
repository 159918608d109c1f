import { dictionary, model } from '../check/composites.ts';
import { text } from '../check/scalars.ts';
import { HttpFault, json } from '../http/reply.ts';
import { readBody } from '../http/request.ts';
import type { Session } from '../session.ts';
import type { Dataset } from '../storage/dataset.ts';
import type { StoredModel } from '../storage/stored-model.ts';
import type { Route } from './route.ts';

const mapping = model<{
  modelId: string;
  inputMapping: Record<string, string>;
  outputMapping: Record<string, string>;
}>((field) => ({
  modelId: field.required('modelId', text),
  inputMapping: field.optional('inputMapping', dictionary(text), {}),
  outputMapping: field.optional('outputMapping', dictionary(text), {}),
}));

export const namesRoute: Route = {
  path: '/info/names',
  methods: {
    GET: { summary: 'Aliases of columns, real changes only', handle: (session) => json(list(session)) },
    POST: {
      summary: 'Give columns aliases; each side replaces its earlier aliases, an empty side keeps them',
      handle: (session, request) => {
        const { modelId, inputMapping, outputMapping } = readBody(request, mapping);
        const stored = find(session, modelId);
        checkNames(inputMapping, stored.inputs, ['feature', 'features']);
        checkNames(outputMapping, stored.outputs, ['output', 'outputs']);
        stored.rename(inputMapping, outputMapping);
        return json({ message: 'Feature and output name mapping successfully applied.' });
      },
    },
    DELETE: {
      summary: 'Take the aliases of a model away; the body is its id as a JSON string',
      handle: (session, request) => {
        find(session, readBody(request, text)).clearNames();
        return json({ message: 'Feature and output name mapping successfully cleared.' });
      },
    },
  },
};

function list(session: Session): object {
  const entries = session.knownModels.map((modelId) => {
    const stored = session.storage.find(modelId);
    const inputMapping = stored?.inputs?.nameMapping ?? {};
    const outputMapping = stored?.outputs?.nameMapping ?? {};
    return [modelId, { modelId, inputMapping, outputMapping }];
  });
  return Object.fromEntries(entries);
}

function find(session: Session, id: string): StoredModel {
  const stored = session.storage.find(id);
  if (stored) return stored;
  throw new HttpFault(400, noMetadata(id));
}

export function noMetadata(id: string): string {
  const hint = 'This can happen if TrustyAI has not yet logged any inferences from this model.';
  return `No metadata found for model=${id}. ${hint}`;
}

function checkNames(aliases: Record<string, string>, dataset: Dataset | null, [one, many]: [string, string]): void {
  const names = dataset?.names ?? [];
  const unknown = Object.keys(aliases).filter((name) => !names.includes(name));
  if (!dataset || unknown.length === 0) return;
  const valid = names.map((name) => `'${name}'`).join(' ');
  throw new HttpFault(400, `No ${one} found with name=${unknown.sort().join(', ')}. Valid ${many}: [${valid}]`);
}
