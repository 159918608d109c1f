/** The module has a state: whether translations are there. Each test takes a fresh one. */
async function fresh() {
  jest.resetModules();
  return { ours: await import('./translate.ts'), grafana: await import('@grafana/i18n') };
}

it('before translations are there, and where they never come, a text is its default', async () => {
  const { ours } = await fresh();
  expect(ours.t('editor.kind', 'Kind')).toBe('Kind');
  expect(ours.t('x', '{{rows}} rows of {{model}}, {{unknown}}', { rows: 5, model: 'a & b' })).toBe(
    '5 rows of a & b, {{unknown}}'
  );
});

it('asked before, it leaves Grafana’s i18next as it is', async () => {
  const { ours, grafana } = await fresh();
  const { default: i18next } = await import(require.resolve('i18next', { paths: [require.resolve('@grafana/i18n')] }));
  ours.t('editor.kind', 'Kind');
  expect(i18next.isInitialized).toBeFalsy();
  expect(grafana).toBeDefined();
});

it('translates as Grafana does once it is initialised, without escaping values for HTML', async () => {
  const { ours } = await fresh();
  await ours.initTranslations();
  const { default: i18next } = await import(require.resolve('i18next', { paths: [require.resolve('@grafana/i18n')] }));
  const german = { editor: { rows: '{{rows}} Zeilen von {{model}}' } };
  i18next.addResourceBundle('de-DE', 'soundcheck-drift-panel', german);
  await i18next.changeLanguage('de-DE');
  expect(ours.t('editor.rows', '{{rows}} rows of {{model}}', { rows: 5, model: 'a & <b>' })).toBe(
    '5 Zeilen von a & <b>'
  );
  expect(ours.t('editor.missing', 'Only in English')).toBe('Only in English');
});
