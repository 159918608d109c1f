import type { Understood } from '../read/understood.ts';
import type { OverTime } from '../report/history.ts';
import type { MetricChoice, Report } from '../report/report.ts';
import { chooseGroup, groupSeries } from './metric-groups.ts';
import { overTimeOf } from './over-time.ts';
import { noRows } from './row-findings.ts';
import { analyseRows } from './rows-report.ts';
import { analyseScores } from './score-report.ts';
import type { AnalysisSettings } from './settings.ts';

/** What the panel draws, and the history of one feature on demand: 85 long histories at once would be slow. */
export interface Analysis {
  report: Report;
  overTime: (feature: string) => OverTime | undefined;
}

/** Which metric to show. */
export interface Choice {
  /** Key of the choice clicked in the panel, if any. */
  clicked: string | undefined;
  /** Name from the options; empty: the panel decides. */
  wanted: string;
}

/** Key of the choice that judges the rows themselves. */
const ROWS = 'rows';

/**
 * Numbers → report. Scores rank the features where there are some; rows add the overlay, or judge everything where they
 * are alone or chosen.
 * @returns undefined where nothing was understood: the problems say why
 */
export function analyse(
  { scores, rows, problems }: Understood,
  choice: Choice,
  settings: AnalysisSettings
): Analysis | undefined {
  const groups = groupSeries(scores);
  const fromRows = analyseRows(rows, settings);
  const rowChoice: MetricChoice[] = fromRows
    ? [{ key: ROWS, label: 'Rows', description: 'Drift worked out here, from the rows themselves.' }]
    : [];
  const choices = [...groups.map((group) => group.choice), ...rowChoice];
  const notices = problems.map(({ what, remedy }) => `${what}. ${remedy}`);
  const group = choice.clicked === ROWS && fromRows ? undefined : chooseGroup(groups, choice.clicked, choice.wanted);
  if (group) {
    const { report, judgements } = analyseScores(group, fromRows?.findings ?? noRows, settings);
    return {
      report: { ...report, choices, chosen: group.choice.key, notices },
      overTime: (feature) => {
        const found = judgements.find((judgement) => judgement.feature === feature);
        return found && overTimeOf(found.history, group.meaning, group.choice.label, settings);
      },
    };
  }
  return fromRows && { report: { ...fromRows.report, choices, chosen: ROWS, notices }, overTime: () => undefined };
}
