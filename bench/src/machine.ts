import { cpus, loadavg, platform, release, totalmem } from 'node:os';
import type { Peer, PeerName } from './peers.ts';

function versionsOf(name: PeerName, peer: Peer): string {
  if ('problem' in peer) {
    return `${name}: absent`;
  }
  return `for ${name}: ${Object.entries(peer.versions)
    .map((pair) => pair.join(' '))
    .join(', ')}`;
}

/** What was measured on, one fact a line. `load` tells how quiet the machine was. */
export function machineFacts(peers: ReadonlyMap<PeerName, Peer>): string[] {
  const [{ model = 'unknown processor' } = {}] = cpus();
  return [
    `${cpus().length} cores, ${model}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${platform()} ${release()}; load before the start ${(loadavg()[0] ?? NaN).toFixed(2)}`,
    `Node ${process.versions.node} (V8 ${process.versions.v8})`,
    ...[...peers].map(([name, peer]) => versionsOf(name, peer)),
  ];
}
