import { recogniseSeries } from '@soundcheck/query';
import type { DataFrame, Field, Labels } from '@grafana/data';
import type { Progress } from '../../run/analyst.ts';
import { COMPANIONS, isCompanion } from './companions.ts';
import { column, labelsOf, numberAt, numberFields, seriesName, textAt, timeField } from '../frame-columns.ts';
import { declared } from '../read-role.ts';
import { timeFrom } from '../read-times.ts';
import { advance, keepField, type Reader } from '../reader.ts';
import type { ScoreSample, ScoreSeries } from '../score-series.ts';

/** Everything of a series but its samples. */
type Identity = Omit<ScoreSeries, 'samples'>;

/** Samples between two yields: each is an object. */
const SAMPLES = 2048;

/**
 * The score series of a frame, whatever its layout: one field a series (multi or wide), one row a sample (long), with or
 * without time. TrustyAI's own Prometheus names and labels of either dialect count as well.
 * @returns empty where the frame holds no scores
 */
export function* readScores(frame: DataFrame, reader: Reader): Generator<Progress, ScoreSeries[]> {
  const { limitOrigin } = declared(frame);
  const long = longValue(frame);
  const series = long ? yield* readLong(frame, long, reader) : yield* readFields(frame, reader);
  return limitOrigin ? series.map((one) => ({ ...one, limitOrigin })) : series;
}

/** True where `readScores` would find some, from labels and the first rows alone. */
export function looksLikeScores(frame: DataFrame): boolean {
  const name = column(frame, '__name__');
  if (longValue(frame)) {
    const texts = labelColumns(frame);
    return Array.from({ length: Math.min(frame.length, 20) }).some(
      (_, row) => identify(textAt(name, row) ?? '', rowLabels(texts, row)) !== undefined
    );
  }
  return numberFields(frame).some((field) => identify(seriesName(frame, field), labelsOf(field)) !== undefined);
}

/** A name is in `identity` only if the labels say enough to tell whose number it is. */
function identify(name: string, labels: Labels): Identity | undefined {
  const { metric, value_is, feature } = labels;
  if (metric && value_is && feature) {
    const { model, modelId, dialect, namespace, request_name } = labels;
    return {
      feature,
      metric,
      valueIs: value_is,
      model: model ?? modelId ?? '',
      ...((dialect === 'java' || dialect === 'python') && { dialect }),
      ...(namespace && { namespace }),
      ...(request_name && { requestName: request_name }),
    };
  }
  const known = recogniseSeries(name, labels);
  if (known) {
    const { dialect, model, namespace, requestName } = known;
    const extra = Object.entries(known.extra)
      .map(([key, value]) => `${key} ${value}`)
      .join(', ');
    return {
      feature: known.feature,
      metric: known.metric,
      valueIs: known.valueIs,
      model,
      dialect,
      ...(namespace && { namespace }),
      ...(requestName && { requestName }),
      ...(extra && { extra }),
    };
  }
  // A TrustyAI name whose labels do not tell the dialect: shown, never judged.
  const of = feature ?? labels['subcategory'] ?? labels['column'] ?? labels['columnName'];
  if (/^trustyai_/.test(name) && of) {
    return {
      feature: of,
      metric: name.replace(/^trustyai_/, ''),
      valueIs: 'unknown',
      model: labels['model'] ?? labels['modelId'] ?? '',
    };
  }
  return undefined;
}

/** Time series, one field a series; companions have the same labels, or none where the frame holds one series. */
function* readFields(frame: DataFrame, reader: Reader): Generator<Progress, ScoreSeries[]> {
  const time = timeField(frame);
  const fields = numberFields(frame);
  const values = fields.filter((field) => !isCompanion(field.name));
  const found: ScoreSeries[] = [];
  for (const value of values) {
    const identity = identify(seriesName(frame, value), labelsOf(value));
    if (!identity) {
      continue;
    }
    keepField(reader, identity.feature, value, false);
    const companions = fields.filter(
      (field) => isCompanion(field.name) && (values.length === 1 || sameSeries(labelsOf(field), labelsOf(value)))
    );
    const samples: ScoreSample[] = [];
    for (let row = 0; row < frame.length; row++) {
      const number = numberAt(value, row);
      if (number !== undefined) {
        samples.push(sampleAt(number, timeAt(time, row), companions, row));
      }
      if (row % SAMPLES === SAMPLES - 1) {
        yield advance(reader, SAMPLES, `reading ${identity.feature}`);
      }
    }
    found.push({ ...identity, samples });
    yield advance(reader, frame.length % SAMPLES, `reading ${identity.feature}`);
  }
  return found;
}

function sameSeries(one: Labels, other: Labels): boolean {
  return (['model', 'feature', 'metric', 'value_is', 'request'] as const).every((label) => one[label] === other[label]);
}

/** The column of values where labels are columns; undefined: the frame is not long. */
function longValue(frame: DataFrame): Field | undefined {
  const value = column(frame, 'value') ?? numberFields(frame).find((field) => /^value\b/i.test(field.name));
  const hasContract = column(frame, 'metric') && column(frame, 'value_is') && column(frame, 'feature');
  return hasContract || column(frame, '__name__') ? value : undefined;
}

function labelColumns(frame: DataFrame): Field[] {
  const value = longValue(frame);
  return frame.fields.filter((field) => field !== value && field.type !== 'time' && !isCompanion(field.name));
}

/** One row a sample: the labels are columns. */
function* readLong(frame: DataFrame, value: Field, reader: Reader): Generator<Progress, ScoreSeries[]> {
  const texts = labelColumns(frame);
  const companions = frame.fields.filter((field) => isCompanion(field.name));
  const name = column(frame, '__name__');
  const time = timeField(frame);
  const found = new Map<string, ScoreSeries>();
  for (let row = 0; row < frame.length; row++) {
    if (row % SAMPLES === SAMPLES - 1) {
      yield advance(reader, SAMPLES * frame.fields.length, 'reading scores');
    }
    const number = numberAt(value, row);
    const identity = identify(textAt(name, row) ?? '', rowLabels(texts, row));
    if (number === undefined || !identity) {
      continue;
    }
    const key = Object.values(identity).join('\u0000');
    const series = found.get(key) ?? { ...identity, samples: [] };
    found.set(key, series);
    series.samples.push(sampleAt(number, timeAt(time, row), companions, row));
    keepField(reader, identity.feature, value, false);
  }
  return [...found.values()];
}

function rowLabels(fields: readonly Field[], row: number): Labels {
  const labels: Labels = {};
  for (const field of fields) {
    const text = textAt(field, row);
    if (text !== undefined) {
      labels[field.name] = text;
    }
  }
  return labels;
}

function timeAt(field: Field | undefined, row: number): number | undefined {
  const time = timeFrom(field?.values[row]);
  return Number.isNaN(time) ? undefined : time;
}

/** One sample; built in place, since a week of many features has a hundred thousand. */
function sampleAt(value: number, time: number | undefined, companions: readonly Field[], row: number): ScoreSample {
  const sample: ScoreSample = time === undefined ? { value } : { time, value };
  for (const field of companions) {
    const number = numberAt(field, row);
    if (isCompanion(field.name) && number !== undefined && !Number.isNaN(number)) {
      sample[COMPANIONS[field.name]] = number;
    }
  }
  return sample;
}
