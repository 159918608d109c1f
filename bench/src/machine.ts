import { cpus, loadavg, platform, release, totalmem } from 'node:os';
import { peerNames, runPython } from './peers.ts';
import type { Peer, PeerName } from './peers.ts';

function versionsOf(name: PeerName, peer: Peer): string {
  if ('problem' in peer) {
    return `${name}: absent`;
  }
  const versions = JSON.parse(runPython(peer.python, ['versions'])) as Record<string, string>;
  return `for ${name}: ${Object.entries(versions)
    .map((pair) => pair.join(' '))
    .join(', ')}`;
}

/** What was measured on, one fact a line. `load` tells how quiet the machine was. */
export function machineFacts(peers: Readonly<Record<PeerName, Peer>>): string[] {
  const [{ model = 'unknown processor' } = {}] = cpus();
  return [
    `${cpus().length} cores, ${model}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${platform()} ${release()}; load before the start ${(loadavg()[0] ?? NaN).toFixed(2)}`,
    `Node ${process.versions.node} (V8 ${process.versions.v8})`,
    ...peerNames.map((name) => versionsOf(name, peers[name])),
  ];
}
