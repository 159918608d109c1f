import type { PanelModel } from '@grafana/data';
import { defaultOptions, type DriftOptions } from './options.ts';

/** What was an option before and is none now. */
interface Version1 {
  /** Up to 0.1: query whose rows are the reference. */
  referenceRefId?: string;
}

type Saved = Partial<DriftOptions> & Version1;

/** Whether options are of an older shape. Their shape tells, not the plugin's version: provisioned panels have none. */
export function isOld({ options }: Pick<PanelModel<Saved>, 'options'>): boolean {
  return 'referenceRefId' in (options ?? {});
}

/**
 * Options of any version as those of today. What stays is untouched; what is missing has its default when it is read.
 * Options of today, also half written ones, come back as they are.
 */
export function migrate({ options }: Pick<PanelModel<Saved>, 'options'>): Partial<DriftOptions> {
  const { referenceRefId, ...rest } = options ?? {};
  if (referenceRefId === undefined || rest.reference?.query !== undefined) {
    return rest;
  }
  return { ...rest, reference: { ...defaultOptions.reference, ...rest.reference, query: referenceRefId } };
}
