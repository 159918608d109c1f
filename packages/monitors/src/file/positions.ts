import { isMap, isPair, isScalar, isSeq } from 'yaml';
import type { Document, LineCounter, ParsedNode } from 'yaml';
import type { Finding, Path, Problem } from './problem.ts';

type Found = { key?: unknown; value: unknown };

/** The node at a path, with the key that leads to it; the nearest one above where the path goes on into nothing. */
function find(root: unknown, path: Path): Found {
  let found: Found = { value: root };
  for (const part of path) {
    const { value } = found;
    if (isMap(value)) {
      const pair = value.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
      if (!isPair(pair)) {
        return found;
      }
      found = { key: pair.key, value: pair.value };
    } else if (isSeq(value) && typeof part === 'number') {
      found = { value: value.items[part] };
    } else {
      return found;
    }
  }
  return found;
}

function offsetOf(node: unknown): number | undefined {
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
  const start: unknown = Array.isArray(range) ? range[0] : undefined;
  return typeof start === 'number' ? start : undefined;
}

/** A finding with the line and column of what it is about. */
export function located(document: Document.Parsed<ParsedNode>, lines: LineCounter, finding: Finding): Problem {
  const { key, value } = find(document.contents, finding.path);
  const offset = (finding.atKey ? offsetOf(key) : undefined) ?? offsetOf(value) ?? offsetOf(key) ?? 0;
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col), message: finding.message };
}
