import { nativeParts } from './native/parts.ts';
import { choosePart } from './native/choose.ts';
import { findBuilt } from './native/find.ts';
import { findProgram } from './native/on-path.ts';
import { startAlertmanager } from './parts/alertmanager.ts';
import { startEmulator } from './parts/emulator.ts';
import { startLoki } from './parts/loki.ts';
import { startPreview } from './parts/preview.ts';
import { startPrometheus } from './parts/prometheus.ts';
import { startRetraining } from './parts/retraining.ts';
import { startTraffic } from './parts/scenario.ts';
import { keepSchedules, renderMonitors } from './parts/soundcheck.ts';
import { say, step } from './progress.ts';
import { wordsOf } from './sentence.ts';
import type { FoundPart, NativePart } from './native/part.ts';
import type { Context } from './parts/context.ts';
import type { Child } from './run/children.ts';

export interface Demo {
  /** Processes without which there is nothing to see. */
  essential: Child[];
  /** Native parts that run, as they join. */
  joined: Map<NativePart['id'], { found: FoundPart; child: Child }>;
  /** Whether nothing had to be built or installed first: what has not joined by now is absent. */
  complete: boolean;
  /** Ends when every native part has joined or is known to be absent. */
  natives: Promise<void>;
}

type Starter = (found: FoundPart, context: Context) => Promise<Child>;

const starters: Record<NativePart['id'], Starter> = {
  prometheus: startPrometheus,
  alertmanager: startAlertmanager,
  loki: startLoki,
};

/** Starts all parts. Native parts that have to be built first join later; the page does not wait for them. */
export async function startDemo(context: Context): Promise<Demo> {
  const [emulator, preview] = await Promise.all([
    step('TrustyAI emulator: replaying the week', () => startEmulator(context)),
    step('Page', () => startPreview(context)),
    step('Alert rules and routes from monitors.yaml', () => renderMonitors(context)),
  ]);
  const traffic = await step('Model server and live traffic', () => startTraffic(context));
  if (context.retraining) {
    await step('Retraining gateway and training pipeline', () => startRetraining(context));
  }
  void keepSchedules(context);
  const joined: Demo['joined'] = new Map();
  const built = await Promise.all(nativeParts.map(findBuilt));
  const demo: Demo = {
    essential: [emulator, preview, traffic],
    joined,
    complete: built.every((part) => part !== undefined) || !(findProgram(['go']) || context.args.debian),
    natives: joinAll(context, joined),
  };
  if (demo.complete) {
    await demo.natives;
  }
  return demo;
}

async function joinAll(context: Context, joined: Demo['joined']): Promise<void> {
  for (const part of nativeParts) {
    const { children, args, held } = context;
    held.tell(
      part.id,
      `${part.title} is not ready yet: the first start of a machine builds it, which takes ${part.buildTakes}.`
    );
    const found = await choosePart(part, { children, debian: args.debian });
    if (!found || children.stopping) {
      held.tell(part.id, `${part.title} is absent. ${part.without}`);
      continue;
    }
    try {
      const child = await starters[part.id](found, context);
      joined.set(part.id, { found, child });
    } catch (error) {
      if (!context.children.stopping) {
        say(`  ${part.title} does not run. ${wordsOf(error)}`);
      }
    }
  }
}
