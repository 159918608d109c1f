import React, { useMemo, useRef } from 'react';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { t } from '../../i18n/translate.ts';
import { isAbsent } from '../../report/absent.ts';
import { cellSentence, cellWords } from '../../report/cell-words.ts';
import { CellTooltip } from '../heatmap/CellTooltip.tsx';
import { chunkScale } from '../heatmap/chunk-scale.ts';
import { HeatmapCanvas } from '../heatmap/HeatmapCanvas.tsx';
import { padOf } from '../heatmap/paint-cells.ts';
import { sayIn } from '../heatmap/say.ts';
import { CursorLine } from '../marks/CursorLine.tsx';
import { layLines, linesOf, MarkLines, type Line } from '../marks/MarkLines.tsx';
import type { Report } from '../../report/report.ts';
import { paletteOf } from '../palette.ts';
import type { Scene } from '../scene.ts';
import { GAP, leftOf, PADDING, type Columns } from './columns.ts';
import { FeatureRow, type RowLook } from './FeatureRow.tsx';
import { FeatureTable } from './FeatureTable.tsx';
import { footerHeight, GridFooter } from './GridFooter.tsx';
import { GridHead, HEAD_HEIGHT } from './GridHead.tsx';
import { RowLinks } from './RowLinks.tsx';
import { sortWords } from './sort-words.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { usePointedCell } from './use-pointed-cell.ts';
import { useRowWindow } from './use-row-window.ts';
import { useSort } from './use-sort.ts';

interface Props {
  scene: Scene;
  columns: Columns;
  /** Of the whole grid, head and legend included. */
  height: number;
  rowHeight: number;
}

/** Height of the grid with so many rows in view. */
export function gridHeight(report: Report, columns: Columns, rows: number, rowHeight: number): number {
  const footer =
    columns.heat > 0 && !isAbsent(report.heatmap) ? footerHeight(report.heatmap, leftOf(columns, 'heat')) : 0;
  return HEAD_HEIGHT + rows * rowHeight + footer;
}

/** Ranking and heatmap in one grid: they share their rows. Only rows in view exist. */
export function FeatureGrid({ scene, columns, height, rowHeight }: Props) {
  const { report, selection, actions, marks, cursor, timeZone, label } = scene;
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const palette = useMemo(() => paletteOf(theme), [theme]);
  const { sort, onSort, features } = useSort(report, scene.options.sort);
  const heatmap = columns.heat > 0 && !isAbsent(report.heatmap) ? report.heatmap : undefined;
  const scale = useMemo(() => heatmap && chunkScale(heatmap, columns.heat), [heatmap, columns.heat]);
  const heatLeft = leftOf(columns, 'heat');
  const bodyHeight = height - gridHeight(report, columns, 0, 0);
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const rows = useRowWindow({ count: features.length, rowHeight, height: bodyHeight });
  const pointing = usePointedCell({ scale, heatLeft, actions }, features);
  const grid = { box, list, features, selection, actions, scale, heatLeft, rowHeight, height: bodyHeight };
  const { chosenIndex, onKeyDown } = useGridKeys(grid, pointing);
  const say = useMemo(() => sayIn(timeZone), [timeZone]);
  const look = useMemo<RowLook>(
    () => ({
      columns,
      height: rowHeight,
      effectMax: report.effectMax,
      importanceMax: Math.max(0, ...report.features.map(({ importance }) => importance ?? 0)),
      palette,
    }),
    [columns, rowHeight, report, palette]
  );
  const { first, end } = rows;
  const canvasRows = useMemo(() => features.slice(first, end).map(({ row }) => row), [features, first, end]);
  const laid = useMemo(
    () => layLines(linesOf(marks, palette), (time) => scale?.xOf(time) ?? NaN, columns.heat, 1),
    [marks, palette, scale, columns.heat]
  );

  const { pointed } = pointing;
  const pointedFeature = pointed && features[pointed.index];
  const words =
    heatmap && pointed?.chunk !== undefined && pointedFeature && pointedFeature.row >= 0
      ? cellWords(heatmap, pointedFeature.row, pointed.chunk, say)
      : undefined;
  const inTabOrder = Math.max(0, chosenIndex);
  // The row with the focus stays, even where it has been scrolled out of view: the focus would fall out of the panel.
  const drawn = range(first, end).concat(inTabOrder < first || inTabOrder >= end ? [inTabOrder] : []);
  const linked = pointed?.by === 'pointer' ? pointed.index : chosenIndex;
  const linkedFeature = features[linked];
  const orderWords = sortWords().find((word) => word.sort === sort)?.description ?? '';
  const windowTop = first * rowHeight;
  const windowHeight = (end - first) * rowHeight;
  const outline = (index: number, chunk: number) =>
    scale && {
      top: index * rowHeight + padOf(rowHeight),
      height: rowHeight - 2 * padOf(rowHeight),
      left: heatLeft + scale.left(chunk),
      width: Math.max(3, scale.right(chunk) - scale.left(chunk)),
    };

  return (
    <div className={styles.grid} style={{ height }}>
      <GridHead report={report} columns={columns} sort={sort} onSort={onSort} />
      <div ref={box} className={styles.box} onScroll={rows.onScroll}>
        <div
          className={styles.content}
          style={{ height: features.length * rowHeight }}
          onMouseMove={pointing.onMouseMove}
          onMouseLeave={pointing.onMouseLeave}
          onClick={pointing.onClick}
        >
          {chosenIndex >= 0 && (
            <div
              className={cx(styles.band, styles.chosen)}
              style={{ top: chosenIndex * rowHeight, height: rowHeight }}
            />
          )}
          {pointed && pointed.index !== chosenIndex && (
            <div
              className={cx(styles.band, styles.pointed)}
              style={{ top: pointed.index * rowHeight, height: rowHeight }}
            />
          )}
          {heatmap && scale && (
            <div className={styles.layer} style={{ top: windowTop, left: heatLeft }}>
              <HeatmapCanvas heatmap={heatmap} scale={scale} rows={canvasRows} rowHeight={rowHeight} />
            </div>
          )}
          <div
            ref={list}
            role="listbox"
            style={{ height: features.length * rowHeight }}
            aria-label={t('grid.list', 'Features, {{order}}', { order: orderWords.toLowerCase() })}
            onKeyDown={onKeyDown}
            onBlur={() => pointed?.by === 'keyboard' && pointing.setPointed(undefined)}
          >
            {drawn.map((index) => {
              const feature = features[index];
              return (
                feature && (
                  <FeatureRow
                    key={feature.feature}
                    feature={feature}
                    label={label(feature.feature)}
                    colour={scene.colour(feature.feature)}
                    look={look}
                    index={index}
                    count={features.length}
                    chosen={index === chosenIndex}
                    inTabOrder={index === inTabOrder}
                  />
                )
              );
            })}
          </div>
          {scale && (
            <svg
              className={styles.layer}
              style={{ top: windowTop, left: heatLeft }}
              width={scale.width}
              height={windowHeight}
              aria-hidden="true"
            >
              <MarkLines
                laid={{ ...laid, lines: edgesOf(laid.lines), labels: [] }}
                x={(time) => scale.xOf(time) ?? NaN}
                width={scale.width}
                height={windowHeight}
              />
              <CursorLine
                time={cursor}
                x={(time) => scale.xOf(time) ?? NaN}
                width={scale.width}
                height={windowHeight}
                palette={palette}
              />
            </svg>
          )}
          {chosenIndex >= 0 && selection.chunk !== undefined && (
            <div
              className={cx(styles.layer, styles.chosenCell)}
              style={outline(chosenIndex, selection.chunk)}
              data-cell="chosen"
            />
          )}
          {pointed?.chunk !== undefined && (
            <div
              className={cx(styles.layer, styles.pointedCell)}
              style={outline(pointed.index, pointed.chunk)}
              data-cell="pointed"
            />
          )}
          {linkedFeature && (
            <div
              className={styles.links}
              style={{ top: linked * rowHeight, height: rowHeight, left: PADDING + columns.name + 2 }}
            >
              <RowLinks
                label={label(linkedFeature.feature)}
                links={scene.links(linkedFeature.feature, selection.chunk)}
              />
            </div>
          )}
        </div>
      </div>
      {heatmap && scale && (
        <GridFooter
          heatmap={heatmap}
          scale={scale}
          laid={laid}
          heatLeft={heatLeft}
          timeZone={timeZone}
          palette={palette}
        />
      )}
      {words && pointed && pointedFeature && (
        <CellTooltip
          label={label(pointedFeature.feature)}
          words={words}
          measure={report.effectTitle}
          x={pointed.x}
          y={pointed.y}
        />
      )}
      <div className="sr-only" aria-live="polite">
        {words &&
          pointedFeature &&
          pointed?.by === 'keyboard' &&
          `${label(pointedFeature.feature)}, ${cellSentence(words)}`}
      </div>
      <FeatureTable label={label} timeZone={timeZone} features={features} />
    </div>
  );
}

/** Start and end as moments: a filled region would read as colour of the cells below. */
function edgesOf(lines: readonly Line[]): Line[] {
  return lines.flatMap(({ end, ...start }) => (end === undefined ? [start] : [start, { ...start, time: end }]));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
}

function getStyles(theme: GrafanaTheme2) {
  return {
    grid: css({
      display: 'flex',
      flexDirection: 'column',
      position: 'relative',
      minHeight: 0,
      // Bars and cells are the message: a printer must not drop them as background.
      printColorAdjust: 'exact',
    }),
    box: css({
      flex: '0 1 auto',
      minHeight: 0,
      overflowY: 'auto',
      overflowX: 'hidden',
      scrollbarWidth: 'thin',
      position: 'relative',
    }),
    content: css({ position: 'relative' }),
    layer: css({ position: 'absolute', pointerEvents: 'none' }),
    band: css({ position: 'absolute', left: 0, right: 0, pointerEvents: 'none' }),
    chosen: css({ background: theme.colors.action.selected }),
    pointed: css({ background: theme.colors.action.hover }),
    chosenCell: css({ border: `2px solid ${theme.colors.text.maxContrast}`, borderRadius: 3 }),
    pointedCell: css({ border: `1px solid ${theme.colors.text.primary}`, borderRadius: 3 }),
    // Between name and histogram, so that it covers neither.
    links: css({ position: 'absolute', width: GAP, display: 'flex', alignItems: 'center', justifyContent: 'center' }),
  };
}
