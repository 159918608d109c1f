import { outputProblems, partOf, PARTS, render as renderFiles } from '@soundcheck/monitors';
import type { Part, RenderedFile } from '@soundcheck/monitors';
import { parseArguments, UsageError } from '../arguments.ts';
import { problemLine, readMonitorsFile } from '../plan/read-file.ts';
import type { ExitCode, Terminal } from '../main.ts';
import { difference, provisioningBelow, write } from './folder.ts';
import type { Difference } from './folder.ts';
import { RENDER_HELP } from './help.ts';
// Its version is that of the images, which are built with it.
import manifest from '../../package.json' with { type: 'json' };

function parse(args: readonly string[]) {
  return parseArguments({
    args: [...args],
    options: {
      file: { type: 'string', default: 'monitors.yaml' },
      out: { type: 'string', default: '.' },
      only: { type: 'string', multiple: true, default: [] },
      secrets: { type: 'string' },
      check: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  }).values;
}

function chosenParts(only: readonly string[]): readonly Part[] {
  const unknown = only.find((name) => !PARTS.some((part) => part === name));
  if (unknown !== undefined) {
    throw new UsageError(`"${unknown}" is no part: choose among ${PARTS.join(', ')}.`);
  }
  return only.length === 0 ? PARTS : PARTS.filter((part) => only.includes(part));
}

function differenceText({ missing, outdated, leftOver }: Difference): string {
  const lines = [
    ...missing.map((path) => `missing    ${path}`),
    ...outdated.map((path) => `outdated   ${path}`),
    ...leftOver.map((path) => `left over  ${path}`),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** What monitors.yaml and provisioning/ ask for, or sentences about what is wrong with the file. */
function wantedFiles({
  file,
  out,
  secrets,
}: ReturnType<typeof parse>): { files: RenderedFile[] } | { problems: string[] } {
  const read = readMonitorsFile(file);
  if ('problems' in read) {
    return { problems: read.problems.map((problem) => problemLine(file, problem)) };
  }
  const problems = outputProblems(read.plan);
  if (problems.length > 0) {
    return { problems };
  }
  const inputs = { source: read.source, version: manifest.version, provisioning: provisioningBelow(out) };
  return { files: renderFiles(read.plan, { ...inputs, ...(secrets === undefined ? {} : { secrets }) }) };
}

function run(options: ReturnType<typeof parse>, { out, err }: Terminal): ExitCode {
  const parts = chosenParts(options.only);
  const wanted = wantedFiles(options);
  if ('problems' in wanted) {
    err(`${wanted.problems.join('\n')}\nNothing is written.\n`);
    return 1;
  }
  const files = wanted.files.filter(({ path }) => parts.includes(partOf(path)));
  const changes = difference(options.out, files, parts);
  const text = differenceText(changes);
  if (options.check) {
    out(text === '' ? `${String(files.length)} files are up to date.\n` : text);
    if (text !== '') {
      err(`Run soundcheck render --file ${options.file} --out ${options.out} and commit what it writes.\n`);
    }
    return text === '' ? 0 : 1;
  }
  write(options.out, files, changes);
  const { missing, outdated, leftOver } = changes;
  out(
    `${String(files.length)} files: ${String(missing.length + outdated.length)} written, ${String(leftOver.length)} deleted.\n`
  );
  return 0;
}

/** Of wrong arguments and of files that cannot be read or written; anything else is a fault of ours. */
function sentenceOf(error: unknown): string {
  if (error instanceof UsageError) {
    return error.message;
  }
  if (error instanceof Error && 'path' in error) {
    return `A file could not be read or written: ${error.message}.`;
  }
  throw error;
}

/** `soundcheck render`: see RENDER_HELP. */
export function render(args: readonly string[], terminal: Terminal): ExitCode {
  try {
    const options = parse(args);
    if (options.help) {
      terminal.out(RENDER_HELP);
      return 0;
    }
    return run(options, terminal);
  } catch (error) {
    terminal.err(`${sentenceOf(error)}\nsoundcheck render --help lists the options.\n`);
    return 2;
  }
}
