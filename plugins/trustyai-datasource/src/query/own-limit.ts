import type { Field, Frame } from '@soundcheck/query';
import { t } from '../i18n/translate.ts';

/** Puts the limit that the query sets in the place of the test's own, and says where it comes from. */
export function withOwnLimit(frames: readonly Frame[], limit: number | undefined): Frame[] {
  if (limit === undefined) {
    return [...frames];
  }
  const origin = t('scores.own-limit', 'set in the query');
  return frames.map((frame) => {
    const { soundcheck } = frame.meta?.custom ?? {};
    const value = frame.fields.find(({ name }) => name === 'value');
    if (soundcheck?.role !== 'scores' || !value) {
      return frame;
    }
    const { unit, min, max } = value.config ?? {};
    const own: Field = {
      name: 'limit',
      type: 'number',
      config: { unit, min, max, description: origin },
      values: new Float64Array(value.values.length).fill(limit),
    };
    const fields = frame.fields.flatMap((field) =>
      field === value ? [value, own] : field.name === 'limit' ? [] : [field]
    );
    const custom = { ...frame.meta?.custom, soundcheck: { ...soundcheck, limitOrigin: origin } };
    return { ...frame, fields, meta: { ...frame.meta, custom } };
  });
}
