import { useCallback, useMemo, useState } from 'react';
import type { PanelProps } from '@grafana/data';
import { usePanelContext, useTheme2 } from '@grafana/ui';
import type { AnalysisSettings } from './analyse/settings.ts';
import { fieldWords } from './interact/field-words.ts';
import { linksOf } from './interact/links.ts';
import { spanOf } from './interact/selection.ts';
import { useCursor } from './interact/use-cursor.ts';
import { useSettings } from './interact/use-place.ts';
import { useSelection } from './interact/use-selection.ts';
import { setVariables, variableValue } from './interact/variables.ts';
import { withDefaults, type DriftOptions, type ViewName } from './options/options.ts';
import type { Problem } from './read/data-set.ts';
import { readMarks } from './read/marks.ts';
import { queryProblems } from './read/query-problems.ts';
import { useDetail, useHistories, useReport } from './run/use-answers.ts';
import { useData, type Opened } from './run/use-data.ts';
import { useSame } from './run/use-same.ts';
import { useWholeAnswer } from './run/use-whole-answer.ts';
import type { Running } from './run/use-work.ts';
import type { Scene } from './views/scene.ts';

/** What the panel shows, and how far it is with it. */
export interface Stage {
  /** Undefined: there is nothing to draw, or not yet. */
  scene?: Scene;
  view: ViewName;
  /** What stands in the way of a scene; empty while it is worked out. */
  problems: Problem[];
  /** What is under way, in the order of the work. */
  running: Array<Running<unknown>>;
  retry: () => void;
  back: () => boolean;
  opened?: Opened;
  settings: AnalysisSettings;
}

const equal = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** From what Grafana hands to the panel to what its views draw. */
export function useScene(props: PanelProps<DriftOptions>): Stage {
  const { timeZone, replaceVariables, onChangeTimeRange, eventBus, width } = props;
  const theme = useTheme2();
  const { onAddAdHocFilter } = usePanelContext();
  const options = useMemo(() => withDefaults(props.options), [props.options]);
  const data = useWholeAnswer(props.data);
  const [clicked, setClicked] = useState<string>();
  const [shown, setShown] = useState<{ option: ViewName; view: ViewName }>();
  // The option, changed by an editor, wins over what was clicked before.
  const view = shown?.option === options.view ? shown.view : options.view;

  const wanted = useSame(
    {
      fields: options.fields,
      reference: options.reference,
      performance: options.performance,
      from: data.timeRange.from.valueOf(),
      to: data.timeRange.to.valueOf(),
    },
    equal
  );
  const { opened, fields, running: reading, reopen } = useData(data.series, wanted);
  const settings = useSettings({ options, data, width, timeZone, fields, clicked });
  const reporting = useReport(opened, settings);
  const reported = reporting.result;
  const failed = useSame(queryProblems(data.errors), equal);
  const report = useMemo(() => {
    const said = failed.map(({ what, remedy }) => `${what}. ${remedy}`);
    return opened?.empty || !reported ? undefined : { ...reported, notices: [...said, ...reported.notices] };
  }, [opened, reported, failed]);

  const setTime = useCallback(
    ({ from, to }: { from: number; to: number }) => onChangeTimeRange({ from, to }),
    [onChangeTimeRange]
  );
  const featureVariable = variableValue(options.link.featureVariable, replaceVariables);
  const { selection, select, back } = useSelection(report, {
    link: options.link,
    setVariables,
    setTime,
    featureVariable,
  });
  const request = useSame(
    useMemo(() => {
      const { feature, chunk, slice } = selection;
      return feature === undefined
        ? undefined
        : { feature, ...(chunk !== undefined && { chunk }), ...(slice && { slice }) };
    }, [selection]),
    equal
  );
  const detailing = useDetail(opened, settings, report && request);
  const wantsMany = view === 'over-time' && options.overTime.layout !== 'chosen';
  const many = useSame(
    wantsMany && report ? firstFeatures(report, options).map(({ feature }) => feature) : undefined,
    equal
  );
  const histories = useHistories(opened, settings, many);

  const [cursor, hover] = useCursor(eventBus);
  const words = useMemo(() => fieldWords(fields, theme, timeZone), [fields, theme, timeZone]);
  const marks = useMemo(() => readMarks(data), [data]);
  const { from, to } = wanted;
  const links = useCallback(
    (feature: string, chunk?: number) =>
      linksOf(
        { frames: data.series, fields, replaceVariables },
        feature,
        (report && spanOf(report, chunk)) ?? { from, to }
      ),
    [data.series, fields, replaceVariables, report, from, to]
  );
  const show = useCallback((next: ViewName) => setShown({ option: options.view, view: next }), [options.view]);
  const actions = useMemo(
    () => ({
      select,
      back,
      show,
      hover,
      metric: setClicked,
      ...(onAddAdHocFilter && {
        filter: (key: string, value: string) => onAddAdHocFilter({ key, value, operator: '=' }),
      }),
    }),
    [select, back, show, hover, onAddAdHocFilter]
  );
  const scene = useMemo(
    (): Scene | undefined =>
      report && {
        report,
        detail: detailing.result,
        histories: histories.result,
        options,
        selection,
        actions,
        marks,
        cursor,
        timeZone,
        ...words,
        links,
      },
    [report, detailing.result, histories.result, options, selection, actions, marks, cursor, timeZone, words, links]
  );
  const problems = [...failed, ...(opened?.problems ?? [])];
  return {
    view,
    settings,
    back,
    retry: reopen,
    problems,
    opened,
    ...(scene && { scene }),
    running: [reading, reporting, detailing, histories],
  };
}

function firstFeatures({ features, orders }: Scene['report'], { sort, overTime }: DriftOptions) {
  return orders[sort].slice(0, overTime.most).flatMap((place) => features[place] ?? []);
}
