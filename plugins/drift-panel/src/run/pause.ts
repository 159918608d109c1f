const waiting: Array<() => void> = [];
let channel: MessageChannel | undefined;

/**
 * Ends the running task, so that messages, input and drawing have their turn, and goes on in a new one. A message, because
 * timers would wait 4 ms each; one for each caller, so that no task holds the slices of two.
 */
export function pause(): Promise<void> {
  return new Promise((goOn) => {
    if (typeof MessageChannel === 'undefined') {
      setTimeout(goOn, 0);
      return;
    }
    if (!channel) {
      channel = new MessageChannel();
      channel.port1.onmessage = () => waiting.shift()?.();
    }
    waiting.push(goOn);
    channel.port2.postMessage(undefined);
  });
}
