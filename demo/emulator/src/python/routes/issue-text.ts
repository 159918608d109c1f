import type { Issue } from '../check/issue.ts';

/** Issues of a body that is neither half of a call, written out as the service does in the detail of its 400. */
export function issueText(issues: readonly Issue[]): string {
  const count = `${issues.length} validation error${issues.length === 1 ? '' : 's'}`;
  const title = `${count} for union[KServeInferenceRequest,KServeInferenceResponse]`;
  return [title, ...issues.map(one)].join('\n');
}

function one({ type, loc, msg, input }: Issue): string {
  // Read from JSON text, the service speaks of arrays and objects.
  const words = msg.replace('valid list', 'valid array').replace('valid dictionary', 'valid object');
  const shown = `[type=${type}, input_value=${python(input)}, input_type=${pythonType(input)}]`;
  const more = `    For further information visit https://errors.pydantic.dev/2.14/v/${type}`;
  return `${loc.join('.')}\n  ${words} ${shown}\n${more}`;
}

function python(value: unknown): string {
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return `'${value}'`;
  if (Array.isArray(value)) return `[${value.map(python).join(', ')}]`;
  if (typeof value === 'object') {
    return `{${Object.entries(value)
      .map(([key, item]) => `'${key}': ${python(item)}`)
      .join(', ')}}`;
  }
  return String(value);
}

function pythonType(value: unknown): string {
  if (value === null || value === undefined) return 'NoneType';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'object') return 'dict';
  if (typeof value === 'string') return 'str';
  if (typeof value === 'boolean') return 'bool';
  return Number.isInteger(value) ? 'int' : 'float';
}
