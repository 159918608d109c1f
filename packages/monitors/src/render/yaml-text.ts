import { stringify } from 'yaml';

/** First line of each file that `render` writes; by it, left-over ones are known. */
export const HEADER = '# Written by `npx soundcheck render` from monitors.yaml. Do not edit.';

/**
 * YAML in house style: quoted where older readers would take a time of day for a number, no folded lines, no anchors, texts of several lines as blocks.
 * @param comments lines without "#" below the header
 */
export function yamlText(documents: readonly object[], comments: readonly string[] = []): string {
  const texts = documents.map((document) =>
    stringify(document, { lineWidth: 0, aliasDuplicateObjects: false, compat: 'yaml-1.1' })
  );
  return `${[HEADER, ...comments.map((line) => `# ${line}`.trimEnd())].join('\n')}\n${texts.join('---\n')}`;
}

/** Whether a text was written by `render`, of this version or an earlier one. */
export function isRendered(text: string): boolean {
  return text.startsWith('# Written by `npx soundcheck render`');
}
