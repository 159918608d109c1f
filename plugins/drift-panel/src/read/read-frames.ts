import type { DataFrame } from '@grafana/data';
import { column, numberFields, timeField } from './frame-columns.ts';
import { mergeSeries } from './merge-series.ts';
import { pairSides } from './pair-sides.ts';
import { declared } from './read-role.ts';
import { readRows, type Cells } from './read-rows.ts';
import { readScores } from './read-scores.ts';
import type { Problem, ScoreSeries, Understood } from './understood.ts';

/**
 * What the frames of a panel mean. Each frame plays the role it declares, else the one its shape shows: distribution,
 * then scores, then rows; several roles may stand side by side. Frames that fit none become problems with a remedy.
 */
export function readFrames(frames: readonly DataFrame[], referenceRefId: string): Understood {
  const scores: ScoreSeries[] = [];
  const cells: Cells[] = [];
  const problems: Problem[] = [];
  for (const frame of frames) {
    if (frame.fields.length === 0) {
      continue;
    }
    const { role } = declared(frame);
    if (role === 'distribution' || (role === undefined && looksLikeDistribution(frame))) {
      problems.push({
        what: `${titleOf(frame)} holds bin counts (a distribution), which this version does not read`,
        remedy: 'Query scores or raw rows instead.',
      });
      continue;
    }
    const found = role === 'rows' ? [] : readScores(frame);
    if (found.length > 0) {
      scores.push(...found);
    } else if (role === 'scores' && frame.length > 0) {
      problems.push({
        what: `${titleOf(frame)} is declared as scores but lacks the labels or columns feature, metric and value_is`,
        remedy: 'Add them to the query.',
      });
    } else if (role !== 'scores') {
      cells.push(...readRows(frame, referenceRefId));
    }
  }
  const rows = sidesOf(cells, frames, referenceRefId);
  return { scores: mergeSeries(scores), rows: rows.paired, problems: [...problems, ...rows.problems] };
}

function looksLikeDistribution(frame: DataFrame): boolean {
  const bins = column(frame, 'x_min', 'xmin') && column(frame, 'x_max', 'xmax');
  return Boolean(column(frame, 'count') && column(frame, 'side') && (bins || column(frame, 'category')));
}

/** Rows speak of drift only with a reference beside them; without one the panel asks which query it is. */
function sidesOf(
  cells: readonly Cells[],
  frames: readonly DataFrame[],
  referenceRefId: string
): { paired: Understood['rows']; problems: Problem[] } {
  const withRows = cells.filter((one) => one.cells.length > 0);
  if (withRows.length === 0) {
    return { paired: [], problems: [] };
  }
  const hasReference = withRows.some(({ side }) => side === 'reference');
  const hasCurrent = withRows.some(({ side }) => side !== 'reference');
  if (!hasReference) {
    const refIds = [...new Set(frames.map(({ refId }) => refId).filter(Boolean))].join(', ');
    return {
      paired: [],
      problems: [
        {
          what: `No query is the reference: none is named "${referenceRefId}"${refIds ? ` (queries here: ${refIds})` : ''}, and the numbers are no scores known to the panel`,
          remedy:
            'Name the query with the reference rows in the option "Reference query", or query scores with the labels feature, metric and value_is.',
        },
      ],
    };
  }
  if (!hasCurrent) {
    return {
      paired: [],
      problems: [
        {
          what: 'All rows are reference rows, none are current',
          remedy: 'Add a second query with the rows to compare.',
        },
      ],
    };
  }
  return { paired: pairSides(withRows), problems: [] };
}

function titleOf(frame: DataFrame): string {
  const shape = timeField(frame) ? 'time series' : `table with ${numberFields(frame).length} number columns`;
  return frame.refId ? `Query ${frame.refId}` : (frame.name ?? `A ${shape}`);
}
