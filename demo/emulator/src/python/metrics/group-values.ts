import { dictionary, list, model, nullable } from '../check/composites.ts';
import { anything } from '../check/composites.ts';
import { failed } from '../check/issue.ts';
import { isRecord } from '../../record.ts';
import type { Check, Issue } from '../check/issue.ts';
import { boolean, float, integer, text } from '../check/scalars.ts';

/** The values that make up a group or an outcome; empty when the object form held none. */
export type GroupValues = readonly unknown[];

const node = dictionary(anything);
const objectForm = model<{
  rawValueNodes: Array<Record<string, unknown>> | null;
  rawValueNode: Record<string, unknown> | null;
  reconciledType: Array<Record<string, unknown>> | null;
  multipleValued: boolean | null;
}>((field) => ({
  rawValueNodes: field.optional('rawValueNodes', nullable(list(node)), null),
  rawValueNode: field.optional('rawValueNode', nullable(node), null),
  reconciledType: field.optional('reconciledType', nullable(list(node)), null),
  multipleValued: field.optional('multipleValued', nullable(boolean), null),
}));

/** A scalar, or an object holding values in one of three ways. `typeName` is what the service calls the object. */
export function groupValues(typeName: 'ReconcilableFeature' | 'ReconcilableOutput'): Check<GroupValues> {
  return (value, loc, issues) => {
    if (typeof value === 'string' || typeof value === 'number') return [value];
    if (typeof value === 'boolean') return [Number(value)];
    const own: Issue[] = [];
    const decoded = objectForm(value, [...loc, typeName], own);
    if (decoded !== failed) {
      const nodes =
        decoded.reconciledType ?? decoded.rawValueNodes ?? (decoded.rawValueNode ? [decoded.rawValueNode] : []);
      return nodes.filter((one) => isRecord(one) && 'value' in one).map((one) => one['value']);
    }
    issues.push(...own);
    integer()(value, [...loc, 'int'], issues);
    float()(value, [...loc, 'float'], issues);
    text(value, [...loc, 'str'], issues);
    return failed;
  };
}
