import ts from 'typescript';
import * as drift from '../../src/index.ts';

const fence = /^```ts\n([^]*?)^```$/gm;
const imports = /^import \{([^}]+)\} from '@soundcheck\/drift';$/gm;
/** A statement on one line with what it gives: `expression; // → value`. */
const stated = /^(\S.*); \/\/ → (.+)$/gm;

/** The TypeScript blocks of a page, in their order. */
export function blocksOf(page: string): string[] {
  return [...page.matchAll(fence)].map(([, block = '']) => block);
}

/** How many results a block states. */
export function statedIn(block: string): number {
  return [...block.matchAll(stated)].length;
}

/** A number is as stated if it rounds to the digits that are shown. */
function isNumberAsStated(actual: number, wanted: number): boolean {
  const digits = String(wanted)
    .replace(/e.*/, '')
    .replace(/^-?0?\.?0*|\./g, '').length;
  return actual === wanted || Number(actual.toPrecision(Math.max(1, digits))) === wanted;
}

/** As stated: texts are equal, numbers to the digits shown, lists throughout, objects in the fields that are shown. */
export function isAsStated(actual: unknown, wanted: unknown): boolean {
  if (typeof actual === 'number' && typeof wanted === 'number') {
    return isNumberAsStated(actual, wanted);
  }
  if (typeof actual !== 'object' || typeof wanted !== 'object' || actual === null || wanted === null) {
    return actual === wanted;
  }
  if (Array.isArray(wanted) || ArrayBuffer.isView(actual)) {
    const list = Array.isArray(actual) ? actual : ArrayBuffer.isView(actual) ? Object.values(actual) : [];
    const sought = Array.isArray(wanted) ? wanted : [];
    return list.length === sought.length && list.every((value, i) => isAsStated(value, sought[i]));
  }
  const fields = new Map<string, unknown>(Object.entries(actual));
  return Object.entries(wanted).every(([name, value]) => isAsStated(fields.get(name), value));
}

/** One result that a page states, and what came. */
export interface Outcome {
  statement: string;
  wanted: unknown;
  actual: unknown;
}

/** Runs blocks one after another in one scope, as a reader would who pastes them in a file. */
export function run(blocks: readonly string[]): Outcome[] {
  const outcomes: Outcome[] = [];
  const state = (statement: string, actual: unknown, wanted: unknown) => outcomes.push({ statement, actual, wanted });
  const source = blocks
    .join('\n')
    .replaceAll(imports, 'const {$1} = drift;')
    .replaceAll(stated, (_, statement: string, wanted: string) => {
      return `state(${JSON.stringify(statement)}, (${statement}), (${wanted}));`;
    });
  const { outputText } = ts.transpileModule(source, { compilerOptions: { target: ts.ScriptTarget.ES2022 } });
  new Function('drift', 'state', outputText)(drift, state);
  return outcomes;
}

/** What the compiler says of the blocks as one file of the package; nothing where they are right. */
export function typeErrors(blocks: readonly string[], folder: string): string[] {
  const file = `${folder}/readme-examples.ts`;
  const source = blocks.join('\n').replaceAll("'@soundcheck/drift'", "'./src/index.ts'");
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    noUncheckedIndexedAccess: true,
    allowImportingTsExtensions: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2022.d.ts'],
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.getSourceFile = (name, version, ...rest) =>
    name === file ? ts.createSourceFile(name, source, version, true) : getSourceFile(name, version, ...rest);
  const program = ts.createProgram([file], options, host);
  const examples = program.getSourceFile(file);
  return program
    .getSemanticDiagnostics(examples)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
