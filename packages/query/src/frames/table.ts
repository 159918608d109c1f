import type { Field, Frame, Notice, SoundcheckMeta } from './contract.ts';

export interface Table {
  refId: string;
  name: string;
  fields: Field[];
  notices?: readonly Notice[];
  executedQueryString?: string;
  soundcheck?: Omit<SoundcheckMeta, 'contract'>;
}

/** A column of texts; undefined is missing. */
export function texts(name: string, values: ReadonlyArray<string | undefined>, description?: string): Field {
  return { name, type: 'string', ...(description ? { config: { description } } : {}), values: orNull(values) };
}

/** A column of numbers; undefined is missing, NaN a value. */
export function numbers(name: string, values: ReadonlyArray<number | undefined>, description?: string): Field {
  return { name, type: 'number', ...(description ? { config: { description } } : {}), values: orNull(values) };
}

function orNull<T>(values: ReadonlyArray<T | undefined>): Array<T | null> {
  return values.map((value) => value ?? null);
}

/** A frame without a time axis, one row a thing. */
export function tableFrame({ refId, name, fields, notices = [], executedQueryString, soundcheck }: Table): Frame {
  return {
    name,
    refId,
    fields,
    meta: {
      ...(soundcheck ? { custom: { soundcheck: { contract: 1, ...soundcheck } } } : {}),
      preferredVisualisationType: 'table',
      ...(notices.length > 0 ? { notices: [...notices] } : {}),
      ...(executedQueryString === undefined ? {} : { executedQueryString }),
    },
  };
}
