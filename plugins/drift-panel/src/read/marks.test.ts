import { AlertState, dateTime, FieldType, toDataFrame } from '@grafana/data';
import { readMarks } from './marks.ts';
import { HOUR } from './testing/frames.ts';

const timeRange = { from: dateTime(0), to: dateTime(9 * HOUR), raw: { from: 'now-9h', to: 'now' } };

function annotations(rows: Array<Record<string, unknown>>) {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return toDataFrame({
    fields: names.map((name) => ({ name, type: FieldType.other, values: rows.map((row) => row[name]) })),
  });
}

it.each<[string, Record<string, unknown>, object[]]>([
  [
    'a moment',
    { time: HOUR, title: 'Deploy', text: 'v2 <b>out</b>&nbsp;now' },
    [{ time: HOUR, kind: 'annotation', text: 'Deploy: v2 out now' }],
  ],
  [
    'a region with a colour',
    { time: HOUR, timeEnd: 2 * HOUR, text: 'Sale', color: 'red' },
    [{ time: HOUR, end: 2 * HOUR, kind: 'annotation', text: 'Sale', colour: 'red' }],
  ],
  [
    'an end at the beginning',
    { time: HOUR, timeEnd: HOUR, text: 'Sale' },
    [{ time: HOUR, kind: 'annotation', text: 'Sale' }],
  ],
  [
    'a change of an alert',
    { time: HOUR, title: 'tempo drifts', newState: 'Alerting', alertId: 3 },
    [{ time: HOUR, kind: 'alert', text: 'tempo drifts – alerting' }],
  ],
  [
    'an alert without a state',
    { time: HOUR, text: 'tempo', alertId: 3 },
    [{ time: HOUR, kind: 'alert', text: 'tempo' }],
  ],
  ['no alert', { time: HOUR, text: 'a', alertId: 0, newState: '' }, [{ time: HOUR, kind: 'annotation', text: 'a' }]],
  ['nothing but a time', { time: HOUR }, [{ time: HOUR, kind: 'annotation', text: 'Annotation' }]],
  ['no time', { time: null, text: 'lost' }, []],
  ['no time column', { text: 'lost' }, []],
])('reads %s', (_, row, marks) => {
  expect(readMarks({ annotations: [annotations([row])], timeRange })).toEqual(marks);
});

it('puts marks of all frames in order of time', () => {
  const frames = [
    annotations([
      { time: 3, text: 'c' },
      { time: 1, text: 'a' },
    ]),
    annotations([{ time: 2, text: 'b' }]),
  ];
  expect(readMarks({ annotations: frames, timeRange }).map(({ text }) => text)).toEqual(['a', 'b', 'c']);
});

it.each([
  [AlertState.Alerting, [{ time: 9 * HOUR, kind: 'alert', text: 'Alert of this panel: alerting' }]],
  [AlertState.NoData, [{ time: 9 * HOUR, kind: 'alert', text: 'Alert of this panel: no data' }]],
  [AlertState.OK, []],
])('shows the state of the panel’s own alert: %s', (state, marks) => {
  expect(readMarks({ alertState: { id: 1, dashboardUID: 'd', panelId: 2, state }, timeRange })).toEqual(marks);
});
