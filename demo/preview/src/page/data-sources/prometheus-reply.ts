import * as v from 'valibot';

const sample = v.tuple([v.number(), v.string()]);
const metric = v.record(v.string(), v.string());

const dataSchema = v.variant('resultType', [
  v.object({ resultType: v.literal('matrix'), result: v.array(v.object({ metric, values: v.array(sample) })) }),
  v.object({ resultType: v.literal('vector'), result: v.array(v.object({ metric, value: sample })) }),
  v.object({ resultType: v.literal('scalar'), result: sample }),
  v.object({ resultType: v.literal('string'), result: sample }),
]);

const replySchema = v.object({
  status: v.literal('success'),
  data: dataSchema,
  warnings: v.optional(v.array(v.string()), []),
});

/** One series of a reply: times in epoch milliseconds; values may be NaN and ±Infinity. */
export interface Series {
  labels: Record<string, string>;
  times: number[];
  values: number[];
}

/** Decodes a reply of Prometheus' `query` or `query_range`. */
export function decodeReply(body: unknown): { series: Series[]; warnings: string[] } {
  const parsed = v.safeParse(replySchema, body);
  if (!parsed.success) {
    throw new Error(
      `Prometheus' reply has an unknown shape (${v.flatten(parsed.issues).root ?? parsed.issues[0].message}).`
    );
  }
  const { data, warnings } = parsed.output;
  switch (data.resultType) {
    case 'matrix':
      return { warnings, series: data.result.map(({ metric: labels, values }) => seriesOf(labels, values)) };
    case 'vector':
      return { warnings, series: data.result.map(({ metric: labels, value }) => seriesOf(labels, [value])) };
    default:
      return { warnings, series: [seriesOf({}, [data.result])] };
  }
}

function seriesOf(labels: Record<string, string>, samples: [number, string][]): Series {
  return {
    labels,
    times: samples.map(([seconds]) => Math.round(seconds * 1000)),
    values: samples.map(([, text]) => (text === '+Inf' ? Infinity : text === '-Inf' ? -Infinity : Number(text))),
  };
}
