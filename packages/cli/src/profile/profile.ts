import { writeFileSync } from 'node:fs';
import { CoreError } from '@soundcheck/query';
import { encodeProfile, profileFeature } from '@soundcheck/drift';
import type { ProfileFeature, Sample } from '@soundcheck/drift';
import { parseArguments, UsageError } from '../arguments.ts';
import { isMissing, numberOf } from '../csv/cells.ts';
import { readCsv } from '../csv/read-csv.ts';
import type { Csv } from '../csv/read-csv.ts';
import type { ExitCode, Terminal } from '../main.ts';
import { HELP } from './help.ts';

const listOf = (text: string | undefined): string[] | undefined => text?.split(',').map((name) => name.trim());

function parse(args: readonly string[]) {
  return parseArguments({
    args: [...args],
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      columns: { type: 'string' },
      categories: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
}

/** Numbers where every cell with a value is one, else text. Missing cells are null. */
function sampleOf(cells: readonly string[], asCategories: boolean): Sample {
  const numbers = cells.map((cell) => (isMissing(cell) ? null : (numberOf(cell) ?? NaN)));
  return asCategories || numbers.some((number) => Number.isNaN(number))
    ? cells.map((cell) => (isMissing(cell) ? null : cell.trim()))
    : numbers;
}

function checkNames({ file, header }: Csv, names: readonly string[], option: string): void {
  const unknown = names.find((name) => !header.includes(name));
  if (unknown !== undefined) {
    throw new CoreError(`${file} has no column "${unknown}" for ${option}: it has ${header.join(', ')}.`);
  }
}

function write(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new CoreError(
      `${path} cannot be written (${error instanceof Error ? error.message : String(error)}): choose another with --out.`
    );
  }
}

function run(args: readonly string[], { out, err }: Pick<Terminal, 'out' | 'err'>): ExitCode {
  const { values, positionals } = parse(args);
  if (values.help) {
    out(HELP);
    return 0;
  }
  const [path, more] = positionals;
  if (path === undefined || more !== undefined || values.out === undefined) {
    throw new UsageError('Say which file, and where the profile goes: soundcheck profile FILE --out profile.json.');
  }
  const csv = readCsv(path);
  const wanted = listOf(values.columns) ?? csv.header;
  const categories = listOf(values.categories) ?? [];
  checkNames(csv, wanted, '--columns');
  checkNames(csv, categories, '--categories');
  const features: ProfileFeature[] = [];
  const empty: string[] = [];
  for (const name of wanted) {
    const at = csv.header.indexOf(name);
    const cells = csv.rows.map((row) => row.cells[at] ?? '');
    const counted = profileFeature(name, sampleOf(cells, categories.includes(name)));
    if (counted) {
      features.push(counted);
    } else {
      empty.push(name);
    }
  }
  if (features.length === 0) {
    throw new CoreError(`No column of ${csv.file} holds a value, so there is nothing to count.`);
  }
  const text = `${encodeProfile({ features })}\n`;
  if (values.out === '-') {
    out(text);
  } else {
    write(values.out, text);
    out(
      `${String(features.length)} features of ${csv.rows.length.toLocaleString('en-US')} rows are counted in ${values.out}.\n`
    );
  }
  if (empty.length > 0) {
    err(`Left out, as no row has a value: ${empty.join(', ')}.\n`);
  }
  return empty.length > 0 ? 1 : 0;
}

/** `soundcheck profile FILE`: see HELP. */
export function profile(args: readonly string[], terminal: Pick<Terminal, 'out' | 'err'>): ExitCode {
  try {
    return run(args, terminal);
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.err(`${error.message}\nsoundcheck profile --help lists the options.\n`);
      return 2;
    }
    if (!(error instanceof CoreError)) {
      throw error;
    }
    terminal.err(`${error.message}\n`);
    return 2;
  }
}
