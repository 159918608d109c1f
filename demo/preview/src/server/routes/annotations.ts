import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { Problem } from '../problem.ts';

/** As much as a demo needs; the oldest go. */
const MOST_KEPT = 10_000;
const USUAL_LIMIT = 100;

const time = v.pipe(v.number(), v.integer(), v.minValue(0));
const bodySchema = v.object({
  /** Epoch milliseconds; now where it is missing. */
  time: v.optional(time),
  /** Of a region. */
  timeEnd: v.optional(time),
  text: v.pipe(v.string(), v.nonEmpty()),
  tags: v.optional(v.array(v.string()), []),
});

const querySchema = v.object({
  from: v.optional(v.pipe(v.string(), v.toNumber())),
  to: v.optional(v.pipe(v.string(), v.toNumber())),
  limit: v.optional(v.pipe(v.string(), v.toNumber()), String(USUAL_LIMIT)),
  tags: v.optional(v.union([v.array(v.string()), v.string()]), []),
  /** "true": any of the tags is enough. */
  matchAny: v.optional(v.string(), 'false'),
});

interface Annotation {
  id: number;
  time: number;
  timeEnd: number;
  text: string;
  tags: string[];
}

/**
 * `POST /api/annotations` and `GET /api/annotations?tags=…&from=…&to=…`, as far as a program uses them that marks what it
 * did. They are kept in memory, not in a database. Writing wants the bearer token of SOUNDCHECK_GRAFANA_TOKEN where one
 * is set.
 */
export function annotationRoutes(server: FastifyInstance): void {
  let kept: Annotation[] = [];
  let last = 0;
  server.post('/api/annotations', (request) => {
    mayWrite(request);
    const { time = Date.now(), timeEnd = time, text, tags } = read(bodySchema, request.body);
    last += 1;
    kept = [...kept, { id: last, time, timeEnd: Math.max(time, timeEnd), text, tags }].slice(-MOST_KEPT);
    return { message: 'Annotation added', id: last };
  });
  server.get('/api/annotations', ({ query }) => {
    const { from = -Infinity, to = Infinity, limit, tags, matchAny } = read(querySchema, query);
    const asked = [tags].flat();
    const has = (one: Annotation) => (tag: string) => one.tags.includes(tag);
    return kept
      .filter((one) => one.timeEnd >= from && one.time <= to)
      .filter((one) => asked.length === 0 || (matchAny === 'true' ? asked.some(has(one)) : asked.every(has(one))))
      .sort((a, b) => b.time - a.time)
      .slice(0, limit);
  });
}

function read<T extends v.GenericSchema>(schema: T, given: unknown): v.InferOutput<T> {
  const parsed = v.safeParse(schema, given);
  if (!parsed.success) {
    const where = parsed.issues.map((issue) => `${v.getDotPath(issue) ?? 'the body'}: ${issue.message}`);
    throw new Problem(400, `The annotation cannot be read: ${where.join('; ')}`);
  }
  return parsed.output;
}

function mayWrite({ headers: { authorization = '' } }: FastifyRequest): void {
  const token = process.env['SOUNDCHECK_GRAFANA_TOKEN'];
  if (token && !timingSafeEqual(digest(authorization), digest(`Bearer ${token}`))) {
    throw new Problem(401, 'Writing annotations wants the bearer token of SOUNDCHECK_GRAFANA_TOKEN.');
  }
}

/** Of equal length whatever the text, as timingSafeEqual asks. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
