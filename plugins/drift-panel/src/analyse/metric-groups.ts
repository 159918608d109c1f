import { catalogue, isMetricKey, meaningOf, type Meaning, type MetricKey } from '@soundcheck/query';
import type { ScoreSeries } from '../read/score-series.ts';
import type { MetricChoice } from '../report/report.ts';

/** The series of one metric, model and schedule: comparable with one another, so ranked together. */
export interface MetricGroup {
  choice: MetricChoice;
  series: ScoreSeries[];
  meaning: Meaning | undefined;
  /** The metric works on numeric columns only, so its features are numeric. */
  needsNumeric: boolean;
}

/** Names short enough for a button. */
const SHORT: Record<MetricKey, string> = {
  'compare-means': 'Means',
  ks: 'KS',
  'ks-approximate': 'KS approx.',
  'jensen-shannon': 'JS',
  mmd: 'MMD',
  spd: 'SPD',
  dir: 'DIR',
  mean: 'Mean',
};

type Part = 'valueIs' | 'model' | 'namespace' | 'requestName';
const PARTS: readonly Part[] = ['valueIs', 'model', 'namespace', 'requestName'];

/** Groups series that can be ranked together; each group's label names only what tells it from the others. */
export function groupSeries(series: readonly ScoreSeries[]): MetricGroup[] {
  const groups = new Map<string, ScoreSeries[]>();
  for (const one of series) {
    const key = [one.metric, ...PARTS.map((part) => one[part] ?? '')].join('|');
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const firsts = [...groups.values()].flatMap(([first]) => (first ? [first] : []));
  return [...groups].flatMap(([key, members]) => {
    const first = members[0];
    if (!first) {
      return [];
    }
    const meaning = meaningOf(first.metric, first.valueIs);
    const description = meaning?.sentence ?? 'The scale of this number is not known: it is shown, not judged.';
    return [
      {
        choice: { key, label: labelOf(first, firsts), description },
        series: members,
        meaning,
        needsNumeric: isMetricKey(first.metric) && catalogue[first.metric].needsNumeric,
      },
    ];
  });
}

function labelOf(one: ScoreSeries, all: readonly ScoreSeries[]): string {
  const name = isMetricKey(one.metric) ? SHORT[one.metric] : one.metric;
  const rivals = all.filter(({ metric }) => metric === one.metric);
  const told = PARTS.filter((part) => (part === 'model' ? all : rivals).some((other) => other[part] !== one[part]));
  const parts = told.map((part) => (part === 'valueIs' ? one.valueIs.replace('_', ' ') : one[part])).filter(Boolean);
  return [name, ...parts].join(' · ');
}

/** The group the panel shows: the one clicked, else the one named in the options, else the first KS, else the first. */
export function chooseGroup(
  groups: readonly MetricGroup[],
  clicked: string | undefined,
  wanted: string
): MetricGroup | undefined {
  const text = wanted.trim().toLowerCase();
  const named = ({ choice, series }: MetricGroup) =>
    text !== '' &&
    [choice.label, series[0]?.metric ?? '', longName(series[0]?.metric ?? '')].some((name) =>
      name.toLowerCase().includes(text)
    );
  return (
    groups.find(({ choice }) => choice.key === clicked) ??
    groups.find(({ series }) => series[0]?.metric === text) ??
    groups.find(named) ??
    groups.find(({ series, meaning }) => series[0]?.metric === 'ks' && meaning !== undefined) ??
    groups.find(({ meaning }) => meaning !== undefined) ??
    groups[0]
  );
}

function longName(metric: string): string {
  return isMetricKey(metric) ? catalogue[metric].label : metric;
}
