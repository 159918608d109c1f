import React from 'react';
import type { Distribution } from '../../report/distribution.ts';
import type { Palette } from '../palette.ts';
import type { BarValues } from './bar-values.ts';
import { missingName } from './cell-words.ts';
import { shareText } from '../marks/numbers.ts';
import { bracket } from './BarMarks.tsx';
import { boxOf, FONT, valueRange, type PlotArea, type Span } from './plot-area.ts';
import { t } from '../../i18n/translate.ts';

interface Props {
  area: PlotArea;
  span: Span;
  distribution: Distribution;
  /** In the measure of the bars; absent: drawn on a scale of its own, all rows = the whole height. */
  values: BarValues['missing'];
  scale: (value: number) => number;
  base: number;
  palette: Palette;
  colour: string;
}

/** Words above a standing bar take this much. */
const WORDS = 44;

/** The missing values, apart from the axis, with both shares in words. */
export function MissingBar({ area, span, distribution, values, scale, base, palette, colour }: Props) {
  const { reference, current } = distribution;
  const [low, high] = valueRange(area);
  const end = area.lying ? high : high + WORDS;
  const whole = (share: number) => low + (end - low) * share;
  const [from, to] = values ? [base, scale(values.current)] : [low, whole(current.missingShare)];
  const mark = values ? values.reference : reference.missingShare;
  const at = mark === undefined ? undefined : values ? scale(mark) : whole(mark);
  const middle = (span[0] + span[1]) / 2;
  const inset: Span = area.lying ? [span[0] + 3, span[1] - 3] : span;
  return (
    <g fontSize={FONT}>
      {!values && <rect {...boxOf(area, inset, [low, end])} fill={palette.track} opacity={0.6} />}
      <rect {...boxOf(area, inset, [from, to])} fill={colour} data-cell="missing" />
      {at !== undefined && (
        <path
          d={bracket(area, span, [values ? base : low, at])}
          stroke={palette.reference}
          strokeWidth={1.75}
          fill="none"
        />
      )}
      {area.lying ? (
        <text x={area.left - 8} y={middle + 4} textAnchor="end" fill={palette.axis} fontStyle="italic">
          {missingName()}
        </text>
      ) : (
        <g textAnchor="middle" fill={palette.axis}>
          <text x={middle} y={area.top + 4}>
            {missingName()}
          </text>
          <text x={middle} y={area.top + 17} fill={palette.text}>
            {shareText(current.missingShare)}
          </text>
          <text x={middle} y={area.top + 30}>
            {t('distribution.missingReference', 'ref. {{share}}', { share: shareText(reference.missingShare) })}
          </text>
        </g>
      )}
    </g>
  );
}
