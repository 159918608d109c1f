/** A file with one monitor of a model "m" in namespace "ns"; `fields` are lines of the monitor, `more` those of the file. */
export function oneMonitor(fields: readonly string[], more: readonly string[] = []): string {
  return [
    'version: 1',
    "namespaces: { ns: { trustyai: { url: 'http://trustyai' } } }",
    'models: { m: { version: v1, reference: { tag: TRAINING, rows: 5000 }, features: 13, batch: 500 } }',
    'monitors:',
    '  - id: watch',
    '    model: m',
    '    namespaces: [ns]',
    ...fields.map((field) => `    ${field}`),
    "grafana: { url: 'http://grafana' }",
    ...more,
    '',
  ].join('\n');
}
