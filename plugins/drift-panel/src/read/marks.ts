import type { DataFrame, PanelData } from '@grafana/data';
import type { TimeMark } from '../report/history.ts';
import { column, textAt } from './frame-columns.ts';
import { timeFrom } from './read-times.ts';

/** Alert states of Grafana in words; anything else stays as it is. */
const STATES: Record<string, string> = {
  alerting: 'alerting',
  ok: 'normal again',
  normal: 'normal again',
  pending: 'pending',
  recovering: 'recovering',
  no_data: 'no data',
  nodata: 'no data',
  error: 'error',
  unknown: 'state unknown',
  paused: 'paused',
};

/**
 * What the dashboard's annotations and alert states say happened, in order of time: changes of alert states where an
 * annotation names a new state or an alert, else annotations. The present state of the panel's own alert stands at the
 * end of the time range, unless all is well. Annotations without a time are left out.
 */
export function readMarks(data: Pick<PanelData, 'annotations' | 'alertState' | 'timeRange'>): TimeMark[] {
  const marks = (data.annotations ?? []).flatMap(marksOf);
  const state = String(data.alertState?.state ?? '');
  if (!['', 'ok', 'normal', 'unknown', 'paused'].includes(state)) {
    marks.push({ time: data.timeRange.to.valueOf(), kind: 'alert', text: `Alert of this panel: ${inWords(state)}` });
  }
  return marks.sort((a, b) => a.time - b.time);
}

function marksOf(frame: DataFrame): TimeMark[] {
  const [time, end] = [column(frame, 'time'), column(frame, 'timeend')];
  return Array.from({ length: time?.values.length ?? 0 }).flatMap((_, row): TimeMark[] => {
    const at = timeFrom(time?.values[row]);
    if (Number.isNaN(at)) {
      return [];
    }
    const until = timeFrom(end?.values[row]);
    const colour = textAt(column(frame, 'color'), row);
    return [{ time: at, ...(until > at && { end: until }), ...textOf(frame, row), ...(colour && { colour }) }];
  });
}

function textOf(frame: DataFrame, row: number): Pick<TimeMark, 'kind' | 'text'> {
  const cell = (name: string) => plainText(textAt(column(frame, name), row) ?? '');
  const [title, text, state] = [cell('title') || cell('alertname'), cell('text'), cell('newstate')];
  const id = cell('alertid') || cell('alertuid');
  const isAlert = state !== '' || (id !== '' && id !== '0');
  const said = [title, text].filter((part) => part !== '').join(': ');
  if (!isAlert) {
    return { kind: 'annotation', text: said || 'Annotation' };
  }
  const what = said || 'Alert';
  return { kind: 'alert', text: state === '' ? what : `${what} – ${inWords(state)}` };
}

function inWords(state: string): string {
  return STATES[state.toLowerCase().replace(' ', '')] ?? state;
}

/** Annotations are HTML; a mark is drawn as plain text in one line. */
function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}
