import { Environment } from '@marcbachmann/cel-js';
import { describe, expect, it } from 'vitest';
import { valuesOf } from '../testing/kustomize.ts';
import { parameterNames, triggerFilter, triggerObjects } from './trigger.ts';

const secret = 'right';

/** CEL with the two functions that Tekton adds and that the filter uses. */
const cel = new Environment({ unlistedVariablesAreDyn: true })
  .registerFunction(
    'map.canonical(string): string',
    (headers: Record<string, string>, name: string) => headers[name] ?? ''
  )
  .registerFunction('string.compareSecret(string, string): bool', (text: string, key: string, name: string) => {
    expect([key, name]).toEqual(['SOUNDCHECK_EVENT_LISTENER_TOKEN', 'soundcheck-retrain']);
    return text === secret;
  });

const firing = { status: 'firing', labels: { alertname: 'jukebox-datadrift-distribution', retrain: 'true' } };
const body = {
  receiver: 'soundcheck-retrain',
  commonLabels: { alertname: 'jukebox-datadrift-distribution' },
  alerts: [firing],
  soundcheck: { runId: 'jukebox-0123456789ab' },
};
const passes = (given: object, Authorization = `Bearer ${secret}`): unknown =>
  cel.evaluate(triggerFilter, { header: { Authorization }, body: given });

describe('the filter of the Tekton trigger', () => {
  it.each<{ what: string; given: object }>([
    { what: 'an order of the gateway', given: body },
    {
      what: 'a mixed group, whatever it says of itself',
      given: { ...body, status: 'resolved', alerts: [{ ...firing, status: 'resolved' }, firing] },
    },
  ])('lets through $what', ({ given }) => {
    expect(passes(given)).toBe(true);
  });

  it.each<{ what: string; given?: object; header?: string }>([
    { what: 'no token', header: '' },
    { what: 'another token', header: 'Bearer wrong' },
    { what: 'the token in another scheme', header: `Basic ${secret}` },
    { what: 'no receiver', given: { ...body, receiver: undefined } },
    { what: 'a resolved alert', given: { ...body, alerts: [{ ...firing, status: 'resolved' }] } },
    { what: 'an alert that asks for no retraining', given: { ...body, alerts: [{ ...firing, labels: {} }] } },
    { what: 'an alert without labels', given: { ...body, alerts: [{ status: 'firing' }] } },
    { what: 'no alerts', given: { ...body, alerts: undefined } },
    { what: 'a name without application and version', given: { ...body, commonLabels: { alertname: 'drift' } } },
    { what: 'no names', given: { ...body, commonLabels: undefined } },
    { what: 'no run', given: { ...body, soundcheck: undefined } },
    { what: 'a run whose id is no name', given: { ...body, soundcheck: { runId: '../x' } } },
    { what: 'a run with too long an id', given: { ...body, soundcheck: { runId: 'a'.repeat(64) } } },
  ])('stops $what', ({ given = body, header }) => {
    expect(passes(JSON.parse(JSON.stringify(given)) as object, header)).toBe(false);
  });

  it('finds application and version in the name', () => {
    const overlays = triggerObjects().flatMap((object) => valuesOf(object, 'expression'));
    expect(overlays.map((expression) => cel.evaluate(String(expression), { body }))).toEqual(['jukebox', 'datadrift']);
  });

  it('hands every parameter from the binding to the run', () => {
    const [, binding, template] = triggerObjects();
    const text = JSON.stringify(template);
    for (const name of parameterNames) {
      expect(JSON.stringify(binding)).toContain(`"name":"${name}"`);
      expect(text).toContain(`$(tt.params.${name})`);
    }
  });
});
