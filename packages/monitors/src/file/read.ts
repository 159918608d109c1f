import { safeParse } from 'valibot';
import { LineCounter, parseDocument } from 'yaml';
import { checkFile } from './check/check-file.ts';
import { located } from './positions.ts';
import type { Finding, Problem } from './problem.ts';
import { findingOf } from './sentences.ts';
import { fileShape } from './shape.ts';
import type { MonitorsFile } from './shape.ts';

/** The file as it was written, or everything that is wrong in it, in the file's order. */
export type Reading = { file: MonitorsFile } | { problems: Problem[] };

function unique(findings: Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify([finding.path, finding.message]), finding])).values()];
}

function firstLine(message: string): string {
  return message.split('\n')[0] ?? message;
}

/**
 * Reads monitors.yaml: YAML, shape, then what only makes sense together (names that must exist, limits that must be there).
 * Problems are sentences with line and column; no secret of the file is repeated in them.
 */
export function readMonitors(text: string): Reading {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    return {
      problems: document.errors.map(({ pos, message }) => {
        const { line, col } = lines.linePos(pos[0]);
        return { line, column: col, message: `This is not YAML: ${firstLine(message)}. Correct the line.` };
      }),
    };
  }
  const problemsOf = (findings: Finding[]): Reading => ({
    problems: findings
      .map((finding) => located(document, lines, finding))
      .sort((a, b) => a.line - b.line || a.column - b.column),
  });
  let written: unknown;
  try {
    written = document.toJS();
  } catch {
    return problemsOf([{ path: [], message: 'The aliases (*name) of this file multiply too much: write things out.' }]);
  }
  const read = safeParse(fileShape, written ?? {});
  if (!read.success) {
    return problemsOf(unique(read.issues.map(findingOf)));
  }
  const findings = unique(checkFile(read.output));
  return findings.length > 0 ? problemsOf(findings) : { file: read.output };
}
