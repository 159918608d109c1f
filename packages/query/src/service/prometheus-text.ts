import { CoreError } from '../core/io.ts';
import { decimalOf } from '../core/json.ts';
import type { Sample } from './model.ts';

/**
 * Reads the Prometheus text format and OpenMetrics as far as TrustyAI writes them: gauges, escaped label values, a comma
 * after the last label (Java), an optional timestamp. Own code because it has to run in the Go shell's engine.
 */

function broken(line: string): CoreError {
  return new CoreError(
    `GET /q/metrics has a line that is no Prometheus text: "${line.slice(0, 120)}". Check that the URL is that of a TrustyAI service.`
  );
}

/** Where the text ends that starts at `from`: at the first quote that is not escaped. */
function endOfQuoted(line: string, from: number): number {
  for (let end = line.indexOf('"', from); end >= 0; end = line.indexOf('"', end + 1)) {
    let start = end;
    while (line.charAt(start - 1) === '\\') {
      start -= 1;
    }
    if ((end - start) % 2 === 0) {
      return end;
    }
  }
  throw broken(line);
}

/** An escape that the format does not know stays as it is. */
function unescaped(text: string): string {
  const parts = text.split('\\\\').map((part) => part.replaceAll('\\n', '\n').replaceAll('\\"', '"'));
  return parts.join('\\');
}

/** Reads `{a="b",c="d",}` from its brace; gives the labels and the index after the closing brace. */
function readLabels(line: string, brace: number): { labels: Record<string, string>; end: number } {
  const labels: Record<string, string> = {};
  let i = brace + 1;
  while (line.charAt(i) !== '}') {
    const equals = line.indexOf('="', i);
    if (equals < 0) {
      throw broken(line);
    }
    const name = line.slice(i, equals).trim();
    const end = endOfQuoted(line, equals + 2);
    const text = line.slice(equals + 2, end);
    labels[name] = text.includes('\\') ? unescaped(text) : text;
    i = line.charAt(end + 1) === ',' ? end + 2 : end + 1;
    while (line.charAt(i) === ' ') {
      i += 1;
    }
  }
  return { labels, end: i + 1 };
}

function readValue(text: string, line: string): number {
  const word = text.trim().split(/\s/)[0] ?? '';
  switch (word) {
    case 'NaN':
      return NaN;
    case '+Inf':
    case 'Inf':
      return Infinity;
    case '-Inf':
      return -Infinity;
  }
  const value = decimalOf(word);
  if (value === undefined) {
    throw broken(line);
  }
  return value;
}

/**
 * The samples whose names begin with `prefix`; all other lines are passed over unread.
 * @throws CoreError for a line that begins so and cannot be read, or that the text breaks off in: half a number is another
 */
export function readSamples(text: string, prefix = 'trustyai_'): Sample[] {
  const samples: Sample[] = [];
  const lines = text.split('\n');
  const last = lines.pop() ?? '';
  if (last.startsWith(prefix)) {
    throw broken(last);
  }
  for (const line of lines) {
    if (!line.startsWith(prefix)) {
      continue;
    }
    const brace = line.indexOf('{');
    const space = line.indexOf(' ');
    if (brace >= 0 && (space < 0 || brace < space)) {
      const { labels, end } = readLabels(line, brace);
      samples.push({ name: line.slice(0, brace), labels, value: readValue(line.slice(end), line) });
    } else {
      samples.push({
        name: space < 0 ? line : line.slice(0, space),
        labels: {},
        value: readValue(line.slice(space + 1), line),
      });
    }
  }
  return samples;
}
