import React from 'react';
import type { Cells } from '../../report/distribution.ts';
import { t } from '../../i18n/translate.ts';
import { fitText, textWidth } from '../marks/text-width.ts';
import type { Palette } from '../palette.ts';
import { FONT, isWord, LABEL_LINE, type PlotArea } from './plot-area.ts';

interface Props {
  cells: Cells & { kind: 'categories' };
  area: PlotArea;
  palette: Palette;
}

/** Where each name stands, and what of it. */
export interface CategoryLabel {
  cell: number;
  text: string;
  /** "new", "gone" or nothing. */
  word: string;
  x: number;
  y: number;
  anchor: 'middle' | 'end';
}

/** Names below standing bars or beside lying ones, cut where they leave their room; they never overlap. */
export function categoryLabels({ labels, marks }: Cells & { kind: 'categories' }, area: PlotArea): CategoryLabel[] {
  return labels.map((label, cell): CategoryLabel => {
    const [start, end] = area.spans[cell] ?? [0, 0];
    const mark = marks[cell];
    const word = isWord(mark)
      ? mark === 'new'
        ? t('distribution.newWord', 'new')
        : t('distribution.goneWord', 'gone')
      : '';
    const middle = (start + end) / 2;
    if (area.lying) {
      const room = area.left - 8 - (word ? textWidth(` ${word}`, FONT) : 0);
      return { cell, text: fitText(label, room, FONT), word, x: area.left - 8, y: middle + 4, anchor: 'end' };
    }
    const text = fitText(label, end - start - 4, FONT);
    return { cell, text, word, x: middle, y: area.top + area.height + LABEL_LINE, anchor: 'middle' };
  });
}

export function CategoryLabels({ cells, area, palette }: Props) {
  return (
    <g fontSize={FONT} fill={palette.axis}>
      {categoryLabels(cells, area).map(({ cell, text, word, x, y, anchor }) => (
        <text key={cell} x={x} y={y} textAnchor={anchor}>
          <title>{cells.labels[cell]}</title>
          {area.lying && word && <tspan fill={palette.limitText}>{word} </tspan>}
          {text}
          {!area.lying && word && (
            <tspan x={x} dy={LABEL_LINE} fill={palette.limitText}>
              {word}
            </tspan>
          )}
        </text>
      ))}
    </g>
  );
}
