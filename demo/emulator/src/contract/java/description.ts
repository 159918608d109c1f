import { isRecord } from '../../record.ts';
import type { Exchange } from '../recordings.ts';
import { pathsLeftOut } from './not-played.ts';

/** Our paths are the recorded ones with the same methods, but for those left out. */
export function descriptionDifferences(recorded: string, ours: string): string[] {
  const [theirs, mine] = [pathsOf(recorded), pathsOf(ours)];
  return [...new Set([...theirs.keys(), ...mine.keys()])]
    .filter((path) => !pathsLeftOut.test(path) && theirs.get(path) !== mine.get(path))
    .map((path) => `${path}: recorded ${theirs.get(path) ?? 'nothing'}, ours ${mine.get(path) ?? 'nothing'}`);
}

function pathsOf(text: string): Map<string, string> {
  const document: unknown = JSON.parse(text);
  const paths = isRecord(document) && isRecord(document['paths']) ? document['paths'] : {};
  const methods = (value: unknown) => (isRecord(value) ? Object.keys(value).sort().join() : '');
  return new Map(Object.entries(paths).map(([path, value]) => [path, methods(value)]));
}

/** The same for a text that was cut to some of its lines: ours has those lines too. */
export function yamlDifferences({ reply, note }: Exchange, ours: string): string[] {
  const cut = new RegExp(/body cut to the lines that match \/(.*)\/\]/.exec(note)?.[1] ?? '.');
  const mine = ours.split('\n').filter((line) => cut.test(line));
  return reply
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^tags:|^\s*"version" : \{/.test(line))
    .filter((line) => !pathsLeftOut.test(line.trim()) && !mine.some((one) => plain(one) === plain(line)))
    .map((line) => `missing: ${line}`);
}

/** Without blanks, which differ between ways to write the same document. */
function plain(line: string): string {
  return line.replace(/\s+/g, '');
}
