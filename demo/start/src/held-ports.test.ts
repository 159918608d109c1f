import { describe, expect, it } from 'vitest';
import { HeldPorts } from './held-ports.ts';
import { isFree, pickPorts } from './ports.ts';

describe('HeldPorts', () => {
  it('keeps each port until its part comes, and says meanwhile why there is no answer', async () => {
    const ports = await pickPorts([], () => undefined);
    const held = new HeldPorts();
    await held.hold(ports);
    held.tell('prometheus', 'Prometheus is being built.');

    const reply = await fetch(`http://127.0.0.1:${ports.prometheus}/api/v1/query`, {
      method: 'POST',
      body: 'query=up',
    });
    expect(reply.status).toBe(503);
    expect(await reply.json()).toMatchObject({ status: 'error', error: 'Prometheus is being built.' });

    // The connection of the request above is still open: it must not keep the port.
    await held.release('prometheus');
    expect(await isFree(ports.prometheus)).toBe(true);
    expect(await isFree(ports.emulator)).toBe(false);
    await Promise.all((['emulator', 'model', 'alertmanager', 'loki'] as const).map((name) => held.release(name)));
    expect(await isFree(ports.emulator)).toBe(true);
  });
});
