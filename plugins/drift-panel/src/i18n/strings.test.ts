import { readdirSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import ts from 'typescript';
import { PLUGIN_ID } from '../plugin-id.ts';

const src = join(__dirname, '..');
const file = join(src, 'locales/en-US', `${PLUGIN_ID}.json`);

type Strings = { [key: string]: string | Strings };

/** Every `t('key', 'text')` of a source file. */
function textsOf(path: string): Array<[key: string, text: string]> {
  const found: Array<[string, string]> = [];
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true, ts.ScriptKind.TSX);
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 't') {
      const [key, text] = node.arguments;
      if (!key || !text || !ts.isStringLiteralLike(key) || !ts.isStringLiteralLike(text)) {
        throw new Error(`${path}: t() needs its key and its text as plain strings: ${node.getText()}`);
      }
      found.push([key.text, text.text]);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function sources(): string[] {
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .map((path) => join(src, path));
}

/** `a.b.c` as an object in an object in an object. */
function put(strings: Strings, key: string, text: string): void {
  const [first = '', ...rest] = key.split('.');
  const held = strings[first];
  if (rest.length === 0) {
    if (held !== undefined && held !== text) {
      throw new Error(`The key ${key} stands for two texts: “${JSON.stringify(held)}” and “${text}”.`);
    }
    strings[first] = text;
    return;
  }
  if (typeof held === 'string') {
    throw new Error(`The key ${key} goes below “${held}”, which is a text.`);
  }
  const below = held ?? {};
  strings[first] = below;
  put(below, rest.join('.'), text);
}

it('the English file holds exactly the texts of the source (UPDATE_STRINGS=1 writes it)', () => {
  const strings: Strings = {};
  for (const [key, text] of sources()
    .flatMap(textsOf)
    .sort(([a], [b]) => (a < b ? -1 : 1))) {
    put(strings, key, text);
  }
  if (process.env['UPDATE_STRINGS']) {
    writeFileSync(file, `${JSON.stringify(strings, undefined, 2)}\n`);
  }
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(strings);
});

it('plugin.json names the languages that there are files for', () => {
  const { languages } = JSON.parse(readFileSync(join(src, 'plugin.json'), 'utf8'));
  expect(languages).toEqual(readdirSync(join(src, 'locales')));
});
