import * as v from 'valibot';
import { decodeReply, type Series } from './prometheus-reply.ts';

const labels = v.record(v.string(), v.string());

const streamsSchema = v.object({
  data: v.object({
    resultType: v.literal('streams'),
    result: v.array(
      v.object({
        stream: labels,
        // Some versions add an object with structured metadata.
        values: v.array(v.pipe(v.array(v.unknown()), v.minLength(2))),
      })
    ),
  }),
});

export interface Line {
  /** Nanoseconds since the epoch, in digits: more than a number holds. */
  nanoseconds: string;
  text: string;
  labels: Record<string, string>;
}

/** Decodes a reply of Loki's `query` or `query_range`: lines of all streams, newest first, or series as Prometheus'. */
export function decodeLokiReply(body: unknown): { lines: Line[] } | { series: Series[] } {
  const parsed = v.safeParse(streamsSchema, body);
  if (!parsed.success) {
    return { series: decodeReply(body).series };
  }
  const lines = parsed.output.data.result.flatMap(({ stream, values }) =>
    values.map(([nanoseconds, text]) => ({ nanoseconds: String(nanoseconds), text: String(text), labels: stream }))
  );
  // Digits of equal number: as texts they are in order of time.
  return { lines: lines.sort((a, b) => (a.nanoseconds < b.nanoseconds ? 1 : a.nanoseconds > b.nanoseconds ? -1 : 0)) };
}
