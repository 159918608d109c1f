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
      short: t('sort.driftShort', 'effect'),
      description: t('sort.driftDescription', 'Largest effect against its limit first'),
    },
    {
      sort: 'first-over',
      label: t('sort.firstOver', 'First over the limit'),
      short: t('sort.firstOverShort', 'first over'),
      description: t('sort.firstOverDescription', 'What drifted first stands on top'),
    },
    {
      sort: 'cluster',
      label: t('sort.cluster', 'Similar history'),
      short: t('sort.clusterShort', 'similar'),
      description: t('sort.clusterDescription', 'Features that drift together stand together'),
    },
    {
      sort: 'name',
      label: t('sort.name', 'Name'),
      short: t('sort.nameShort', 'name'),
      description: t('sort.nameDescription', 'In the order of the alphabet'),
    },
  ];
}
