import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { code, table } from './markdown.ts';

const source = fileURLToPath(new URL('../../src', import.meta.url));

/** All interfaces and type aliases of the library by name. */
function declarations(): Map<string, ts.InterfaceDeclaration | ts.TypeAliasDeclaration> {
  const found = new Map<string, ts.InterfaceDeclaration | ts.TypeAliasDeclaration>();
  for (const name of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts') || name.endsWith('.test.ts') || name.startsWith('testing')) {
      continue;
    }
    const text = readFileSync(join(source, name), 'utf8');
    ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true).forEachChild((node) => {
      const exported = ts.canHaveModifiers(node) && ts.getModifiers(node)?.some((m) => m.getText() === 'export');
      if (exported && (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node))) {
        found.set(node.name.text, node);
      }
    });
  }
  return found;
}

const declared = declarations();

/** A type as a reader wants it: unions of texts as their values, names of such unions by what they stand for. */
function typeInWords(type: ts.TypeNode | undefined): string {
  const text = type?.getText().replaceAll(/\s+/g, ' ').replace(/^\| /, '') ?? '';
  const alias = declared.get(text);
  if (alias && ts.isTypeAliasDeclaration(alias) && alias.type.getText().includes("'")) {
    return typeInWords(alias.type);
  }
  return text.includes("'") && text.includes('|')
    ? text
        .split(' | ')
        .map((part) => code(part.replaceAll("'", '')))
        .join(', ')
    : code(text.replaceAll("'", ''));
}

function said(member: ts.TypeElement): string {
  const [doc] = ts.getJSDocCommentsAndTags(member);
  const text = doc && typeof doc.comment === 'string' ? doc.comment : '';
  return text
    .replace(/\.\n- /, ': ')
    .replaceAll(/\n- /g, '; ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** The options of one interface of the library: names, types and the docstrings, which tell the defaults. */
export function declaredOptions(name: string, leftOut: readonly string[] = []): string {
  const declaration = declared.get(name);
  if (!declaration || !ts.isInterfaceDeclaration(declaration)) {
    throw new Error(`No exported interface is called ${name}.`);
  }
  const members = declaration.members.filter(
    (member) => ts.isPropertySignature(member) && !leftOut.includes(member.name.getText())
  );
  const silent = members.find((member) => said(member) === '');
  if (silent) {
    throw new Error(`${name}.${silent.name?.getText()} has no docstring: the page would say nothing of it.`);
  }
  return table(
    ['option', 'takes', 'is'],
    members.map((member) => [
      code(member.name?.getText() ?? ''),
      typeInWords(ts.isPropertySignature(member) ? member.type : undefined),
      said(member),
    ])
  );
}
