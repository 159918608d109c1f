/** Questions that pages ask workers, counted by kind: how much analysis a refresh starts. */
export const asked: string[] = [];

const post = Worker.prototype.postMessage;

/** From now on every message to a worker is written down. */
export function listen(): void {
  Worker.prototype.postMessage = function (this: Worker, message: unknown, ...rest: unknown[]) {
    asked.push(kindOf(message));
    return Reflect.apply(post, this, [message, ...rest]);
  };
}

function kindOf(message: unknown): string {
  const said: { kind?: unknown; question?: { kind?: unknown } } = Object(message);
  return said.kind === 'ask' ? String(said.question?.kind) : String(said.kind);
}
