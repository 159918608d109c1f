import { t } from '../../i18n/translate.ts';
import type { SortName } from './use-sort.ts';

export interface SortWords {
  sort: SortName;
  /** In the menu. */
  label: string;
  /** In the head of the list: "Feature ▾ effect". */
  short: string;
  description: string;
}

/** The orders of the features, in words. */
export function sortWords(): SortWords[] {
  return [
    {
      sort: 'drift',
      label: t('sort.drift', 'Effect'),
      short: t('sort.drift-short', 'effect'),
      description: t('sort.drift-description', 'Largest effect against its limit first'),
    },
    {
      sort: 'first-over',
      label: t('sort.first-over', 'First over the limit'),
      short: t('sort.first-over-short', 'first over'),
      description: t('sort.first-over-description', 'What drifted first stands on top'),
    },
    {
      sort: 'cluster',
      label: t('sort.cluster', 'Similar history'),
      short: t('sort.cluster-short', 'similar'),
      description: t('sort.cluster-description', 'Features that drift together stand together'),
    },
    {
      sort: 'name',
      label: t('sort.name', 'Name'),
      short: t('sort.name-short', 'name'),
      description: t('sort.name-description', 'In the order of the alphabet'),
    },
  ];
}
