import { t } from '../i18n/translate.ts';
import type { Builder } from './build-options.ts';
import { defaultOptions } from './options.ts';

const { texts } = defaultOptions;

/** Sentences in the team's own words. */
export function addTexts(builder: Builder): void {
  const category = [t('options.texts.category', 'Texts')];
  const parts = '{drifted}, {judged}, {top}, {since}, {because}';
  builder
    .addTextInput({
      path: 'texts.drift',
      name: t('options.texts.drift', 'Verdict with drift'),
      description: t('options.texts.drift-text', 'Instead of ours; filled in: {{parts}}', { parts }),
      category,
      defaultValue: texts.drift,
      settings: { useTextarea: true, rows: 2 },
    })
    .addTextInput({
      path: 'texts.calm',
      name: t('options.texts.calm', 'Verdict without drift'),
      category,
      defaultValue: texts.calm,
      settings: { useTextarea: true, rows: 2 },
    });
}
