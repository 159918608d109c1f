import { initPluginTranslations, t as translate } from '@grafana/i18n';
import { PLUGIN_ID } from '../plugin-id.ts';

type Values = Readonly<Record<string, string | number>>;

let ready = false;

/**
 * Makes Grafana's translations of this plugin known. Not awaited at the top of module.ts: a module that awaits becomes a
 * promise, which Grafana's loader does not wait for. Until it is done, and where it fails, texts are the defaults.
 */
export async function initTranslations(): Promise<void> {
  try {
    await initPluginTranslations(PLUGIN_ID);
    ready = true;
  } catch (error) {
    console.warn('Soundcheck: translations are not available, texts stay in English.', error);
  }
}

/** Puts values in place of `{{name}}`, as i18next does. */
function filled(text: string, values: Values): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/**
 * A text in the user's language. To be called while something is drawn or answered, never at the top of a module.
 *
 * @grafana/i18n is part of our bundle and asked only once it is initialised: asked before, it warns, throws in
 * development builds and starts the i18next that Grafana shares with a configuration of its own.
 * @param key place in `locales/<language>/soundcheck-drift-panel.json`
 * @param text the English text; `{{name}}` stands for a value
 */
export function t(key: string, text: string, values: Values = {}): string {
  // React escapes what it draws: escaped before, an ampersand in a model's name would show as &amp;.
  return ready ? translate(key, text, { ...values, interpolation: { escapeValue: false } }) : filled(text, values);
}
