import { MESSAGE } from './streams.ts';

const text = '"(?:[^"\\\\]|\\\\.)*(?:"|$)';
const close = '(?:\\]|$)';

/** An array, `depth` levels deep; what is deeper still is taken to the end of the line, rather than shown. */
function array(depth: number): string {
  const inner = depth > 1 ? array(depth - 1) : '\\[.*';
  return `\\[(?:${text}|[^\\[\\]"]|${inner})*${close}`;
}

/**
 * The values of features in a logged body: `data` of KServe's version 2 protocol, `instances` and `predictions` of its
 * version 1, with or without quotes of any kind, escaped or not, nested, of numbers or texts, cut off or whole. Valid in
 * RE2 and, without its leading flag, in JavaScript with flag s.
 */
export const FEATURE_VALUES = `(?s)['"\\\\]*\\b(?:data|instances|predictions)['"\\\\]*\\s*[:=]\\s*${array(4)}`;

const template = `{{ regexReplaceAll ${JSON.stringify(FEATURE_VALUES)} __line__ ${JSON.stringify('"data":[masked]')} }}`;

/** Leaves of each array of feature values that it is there. For lines that hold the message alone. */
export const MASK = `| line_format \`${template}\``;

/** Lines of some streams for people: messages without colour codes, feature values masked. */
export function maskedLines(selector: string): string {
  return `${selector} ${MESSAGE} ${MASK}`;
}
