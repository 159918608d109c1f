/** Ends with 'stop' when the user wants everything stopped: Ctrl-C, kill, a closed terminal, a closed pipe. */
export function stopRequest(): Promise<'stop'> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      // `on`, not `once`: npm and a terminal both pass Ctrl-C on, and the second one must not end us half-way.
      process.on(signal, () => resolve('stop'));
    }
    process.stdout.on('error', () => resolve('stop'));
  });
}
