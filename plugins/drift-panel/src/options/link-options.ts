import { t } from '../i18n/translate.ts';
import type { Builder } from './build-options.ts';
import { defaultOptions } from './options.ts';

const { link } = defaultOptions;

/** What a choice in the panel does on the dashboard. */
export function addLinks(builder: Builder): void {
  const category = [t('options.links.category', 'Dashboard')];
  builder
    .addTextInput({
      path: 'link.featureVariable',
      name: t('options.links.feature', 'Feature variable'),
      description: t(
        'options.links.feature-text',
        'Dashboard variable that follows the chosen feature, and is followed'
      ),
      category,
      defaultValue: link.featureVariable,
    })
    .addTextInput({
      path: 'link.sliceVariable',
      name: t('options.links.slice', 'Slice variable'),
      description: t('options.links.slice-text', 'Dashboard variable that follows the value of the chosen slice'),
      category,
      defaultValue: link.sliceVariable,
    })
    .addBooleanSwitch({
      path: 'link.chunkSetsTime',
      name: t('options.links.time', 'Chunk sets the time range'),
      description: t('options.links.time-text', 'Choosing a chunk shows its time on the whole dashboard'),
      category,
      defaultValue: link.chunkSetsTime,
    });
}
