import React, { useMemo, useState } from 'react';
import { dateTimeFormat, LoadingState, type PanelProps } from '@grafana/data';
import { analyse } from './analyse/analyse.ts';
import type { AnalysisSettings } from './analyse/settings.ts';
import { defaultOptions, type DriftOptions } from './options/options.ts';
import { readFrames } from './read/read-frames.ts';
import { queryProblems } from './read/query-problems.ts';
import { useWholeAnswer } from './use-whole-answer.ts';
import { Message } from './views/Message.tsx';
import { Overview } from './views/Overview.tsx';

const DAY = 86_400_000;
/** Width of a chunk in the history strip that a reader can still point at. */
const CHUNK_WIDTH = 22;

/** Frames → what they mean → numbers → report → views. Here only the wiring and what the viewer clicked. */
export function DriftPanel(props: PanelProps<DriftOptions>) {
  const { options: saved, width, height, timeRange, timeZone } = props;
  const data = useWholeAnswer(props.data);
  const options = useMemo(() => ({ ...defaultOptions, ...saved }), [saved]);
  const [clicked, setClicked] = useState<string>();
  const [chosen, setChosen] = useState<string>();
  const from = timeRange.from.valueOf();
  const to = timeRange.to.valueOf();
  // Whole steps of room, so that dragging the panel's edge does not analyse anew with every pixel.
  const mostChunks = Math.max(8, Math.floor((width * 0.5) / CHUNK_WIDTH / 4) * 4);

  const understood = useMemo(() => {
    const read = readFrames(data.series, options.referenceRefId);
    return { ...read, problems: [...queryProblems(data.errors), ...read.problems] };
  }, [data.series, data.errors, options.referenceRefId]);
  const analysis = useMemo(() => {
    const settings: AnalysisSettings = {
      ...options,
      from,
      to,
      mostChunks,
      formatTime: (time) =>
        dateTimeFormat(time, { timeZone, format: to - from > 7 * DAY ? 'ddd D MMM HH:mm' : 'ddd HH:mm' }),
    };
    return analyse(understood, { clicked, wanted: options.metric }, settings);
  }, [understood, options, clicked, from, to, mostChunks, timeZone]);

  const shown =
    analysis?.report.features.find(({ feature }) => feature === chosen)?.feature ??
    analysis?.report.features[0]?.feature;
  const overTime = useMemo(() => (shown === undefined ? undefined : analysis?.overTime(shown)), [analysis, shown]);

  if (!analysis) {
    const waiting = data.state === LoadingState.Loading || data.state === LoadingState.NotStarted;
    return <Message waiting={waiting} problems={understood.problems} height={height} />;
  }
  return (
    <Overview
      report={analysis.report}
      overTime={overTime}
      width={width}
      height={height}
      timeZone={timeZone}
      showDetail={options.showDetail}
      chosen={shown}
      onChoose={setChosen}
      onMetric={setClicked}
    />
  );
}
