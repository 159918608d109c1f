import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lokiFile } from '../config/loki.ts';
import { nextFree } from '../ports.ts';
import { say } from '../progress.ts';
import { runFolder } from '../paths.ts';
import { lastWords } from '../run/log-tail.ts';
import { typescript } from '../run/typescript.ts';
import { waitForUrl } from '../run/wait-for.ts';
import { liveLogs, local, lokiTenant, scenarioFolder } from './context.ts';
import type { FoundPart } from '../native/part.ts';
import type { Child } from '../run/children.ts';
import type { Context } from './context.ts';

const usualGrpcPort = 9096;

/** Starts Loki on an empty folder, and what carries history and the live lines to it. */
export async function startLoki(found: FoundPart, context: Context): Promise<Child> {
  const { children, held, ports } = context;
  const config = join(runFolder, 'loki.yml');
  const grpcPort = await nextFree(usualGrpcPort, new Set(Object.values(ports)));
  writeFileSync(config, lokiFile({ folder: join(runFolder, 'loki'), port: ports.loki, grpcPort }));
  await held.release('loki');
  const child = children.start({
    name: 'loki',
    command: found.programs.get('loki') ?? 'loki',
    args: [`-config.file=${config}`],
  });
  await waitForUrl(child, local(ports.loki, '/ready'), 120);
  shipLogs(context);
  return child;
}

function shipLogs({ children, ports }: Context): void {
  const to = ['--loki', local(ports.loki), '--tenant', lokiTenant];
  const child = children.start({
    name: 'ship-logs',
    ...typescript('demo/scenarios/src/main.ts', ['ship-logs', '--dir', scenarioFolder, '--logs', liveLogs, ...to]),
  });
  void child.ended.then((outcome) => {
    if (!children.stopping) {
      say(`  No more logs come to Loki (${outcome}). ${lastWords(child.log)}`);
    }
  });
}
