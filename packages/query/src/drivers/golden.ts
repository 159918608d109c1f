import { createInterface } from 'node:readline';
import { asList, asRecord, asString } from '../core/json.ts';
import type { Reply } from '../core/io.ts';
import type { Step } from '../core/session.ts';
import { start } from '../engine.ts';
import type { Outputs } from '../engine.ts';
import { canonicalJson } from './canonical-json.ts';

/**
 * Runs the core in Node on given replies, for the Go tests to compare with the engine.
 * Reads JSON lines `{operation, input, context, replies: Reply[][]}` and prints one line of canonical JSON for each:
 * the step after the last replies, which is `{done}`, `{error}` or, where replies ran out, `{requests}`.
 */
function isReply(value: unknown): value is Reply {
  const record = asRecord(value, 'reply');
  return (
    typeof record['status'] === 'number' &&
    typeof record['contentType'] === 'string' &&
    typeof record['body'] === 'string'
  );
}

function decodeRound(value: unknown): Reply[] {
  return asList(value, 'replies').map((reply) => {
    if (!isReply(reply)) {
      throw new Error('A reply needs status, contentType and body.');
    }
    return reply;
  });
}

function isOperation(name: string): name is keyof Outputs {
  return name === 'health' || name === 'query' || name === 'resource';
}

export function finalStep(line: string): Step<Outputs[keyof Outputs]> {
  const scenario = asRecord(JSON.parse(line), 'line');
  const operation = asString(scenario['operation'], 'operation');
  if (!isOperation(operation)) {
    throw new Error(`No operation "${operation}".`);
  }
  const session = start(operation, scenario['input'], scenario['context']);
  let step = session.step([]);
  for (const round of asList(scenario['replies'], 'replies')) {
    if (!('requests' in step)) {
      break;
    }
    step = session.step(decodeRound(round));
  }
  return step;
}

if (process.argv[1] === import.meta.filename) {
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() !== '') {
      process.stdout.write(`${canonicalJson(finalStep(line))}\n`);
    }
  }
}
