import { readFields, textItem } from '../http/fields.ts';
import { Uncaught, mislabelled } from '../http/reply.ts';
import { Violations, noMetadata } from '../http/violations.ts';
import type { StoredModel } from '../storage/stored-model.ts';
import type { Handler, Route } from './route.ts';

const summary = 'The supplied name mapping is not valid.';

export const namesRoute: Route = {
  path: '/info/names',
  methods: {
    POST: {
      summary: 'Give columns aliases. The keys are the names in force; the new mapping takes the place of the old one',
      handle: (session, request) => rename(session, request),
    },
    DELETE: {
      summary: 'Take the aliases of a model away; the body is its id as it stands, without quotes',
      handle: (session, request) => {
        const id = request.body.toString('utf8');
        const model = session.storage.find(id);
        if (!model) return mislabelled(noMetadata(id), 400);
        model.rename(new Map(), new Map());
        return mislabelled('Feature and output name mapping successfully cleared.');
      },
    },
  },
};

/**
 * A mapping keyed by aliases passes the check of names, yet aliases are looked up by raw name afterwards: all of them
 * are gone, as on the service.
 */
const rename: Handler = (session, wire) => {
  const fields = readFields(wire);
  const id = fields.text('modelId');
  const inputs = fields.map('inputMapping', textItem);
  const outputs = fields.map('outputMapping', textItem);
  const violations = new Violations('applyNameMappings.nameMapping');
  const model = session.storage.find(id);
  if (!model) {
    violations.add(noMetadata(id), ...(id === null ? [] : [id]));
    throw violations.refusal(summary);
  }
  if (!inputs || !outputs) throw new Uncaught('One of the two mappings is missing.');
  checkNames(model, { id, side: 'inputs', word: 'feature', keys: inputs.keys() }, violations);
  checkNames(model, { id, side: 'outputs', word: 'output', keys: outputs.keys() }, violations);
  violations.throwIfAny(summary);
  model.rename(inputs, outputs);
  return mislabelled('Feature and output name mapping successfully applied.');
};

interface Keys {
  id: string | null;
  side: 'inputs' | 'outputs';
  word: string;
  keys: Iterable<string>;
}

function checkNames(model: StoredModel, { id, side, word, keys }: Keys, violations: Violations): void {
  const raw = model.schema[side].map(({ name }) => name);
  const names = model.listedNames.filter((name) => raw.includes(name)).map((name) => model.nameInForce(name));
  for (const key of keys) {
    if (names.includes(key)) continue;
    const valid = `The valid list of ${word} names is as follows: [${names.join(', ')}]`;
    violations.add(`No ${word} found with name=${key}. ${valid}`, id ?? '', key);
  }
}
