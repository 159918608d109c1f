import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.ts';
import { runCheck } from './check/run-check.ts';
import { historyEnd } from './config/history.ts';
import { quickPace, usualPace } from './config/pace.ts';
import { startDemo } from './demo.ts';
import { HeldPorts } from './held-ports.ts';
import { takeLock } from './lock.ts';
import { overview } from './overview.ts';
import { logFolder, root, runFolder } from './paths.ts';
import { buildDataSourceShell } from './parts/data-source-shell.ts';
import { prepareScenario } from './parts/scenario.ts';
import { isFree, nextFree, pickPorts } from './ports.ts';
import { say } from './progress.ts';
import { Children } from './run/children.ts';
import { endLeftovers } from './run/leftovers.ts';
import { lastWords } from './run/log-tail.ts';
import { stopRequest } from './run/stop-request.ts';
import { Sentence } from './sentence.ts';
import type { Arguments } from './arguments.ts';
import type { Demo } from './demo.ts';
import type { Context } from './parts/context.ts';

/**
 * Starts everything, and stops it again when asked to, when something essential ends, or when the check is done.
 * @returns the exit code
 * @throws Sentence
 */
export async function runStart(args: Arguments): Promise<number> {
  const release = takeLock();
  const asked = stopRequest();
  const left = await endLeftovers(join(logFolder, 'groups'), root);
  if (left > 0) {
    say(`  The last start was killed: ended ${left} processes that it had left.`);
  }
  rmSync(runFolder, { recursive: true, force: true });
  const children = new Children(logFolder);
  try {
    const outcome = await Promise.race([work(args, children), asked]);
    if (outcome === 'stop') {
      say('\nStopping ...');
    }
    return outcome === 'stop' ? 0 : outcome;
  } finally {
    await children.stopAll();
    release();
  }
}

async function work(args: Arguments, children: Children): Promise<number> {
  const began = Date.now();
  const page = await pagePort(args);
  const ports = await pickPorts([page], (line) => say(`  ${line}`));
  const held = new HeldPorts();
  await held.hold(ports);
  const now = historyEnd(Date.now());
  const [scenario] = await Promise.all([prepareScenario(args, now, children), build(children)]);
  const pace = args.quick ? quickPace : usualPace;
  const retraining = !args.repeat && args.ownData === undefined;
  const token = randomBytes(24).toString('base64url');
  const context: Context = { args, children, ports, held, page, scenario, now, pace, retraining, token };
  const demo = await startDemo(context);
  say(overview(context, demo));
  say(`  Ready after ${Math.round((Date.now() - began) / 1000)} s.`);
  return args.check ? Promise.race([runCheck(context, demo), ended(demo)]) : serve(demo, children);
}

async function pagePort({ port, portGiven, check }: Arguments): Promise<number> {
  if (check && !portGiven) {
    return nextFree(port);
  }
  if (!(await isFree(port))) {
    throw new Sentence(
      `Port ${port} is busy: another program listens on 127.0.0.1:${port}. Stop it, or choose another port: npm start -- --port ${port + 1}`
    );
  }
  return port;
}

async function serve(demo: Demo, children: Children): Promise<number> {
  void demo.natives.then(() => buildDataSourceShell(children));
  return ended(demo);
}

/** Throws when something essential ends. */
function ended(demo: Demo): Promise<never> {
  const ends = demo.essential.map(async (child) => {
    const outcome = await child.ended;
    throw new Sentence(`${child.name} has ended (${outcome}), so everything stops. ${lastWords(child.log)}`);
  });
  return Promise.race(ends);
}
