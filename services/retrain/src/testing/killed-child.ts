import { startGateway } from '../gateway.ts';
import type { Step } from '../gateway.ts';
import { testConfig } from './config.ts';

/** A gateway in a process of its own. Told a step by its parent, it kills itself there. */
export interface ToChild {
  killAt: Step;
}
export type FromChild = { port: number } | { armed: true };

const [fields = '{}', journal = ''] = process.argv.slice(2);
let killAt: Step | undefined;

process.on('message', (message: ToChild) => {
  killAt = message.killAt;
  tell({ armed: true });
});
process.on('disconnect', () => process.exit());

// The journal is compacted after each write, so that its steps come often.
void startGateway(testConfig(JSON.parse(fields), journal), { step: kill, isLong: () => true }).then(({ address }) =>
  tell({ port: address.port })
);

function kill(step: Step): void {
  if (step === killAt) {
    process.kill(process.pid, 'SIGKILL');
  }
}

function tell(message: FromChild): void {
  process.send?.(message);
}
