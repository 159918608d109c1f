import { nativeParts } from './native/parts.ts';
import { tableLines } from './table.ts';
import { local } from './parts/context.ts';
import type { Demo } from './demo.ts';
import type { Context } from './parts/context.ts';

/** The parts with their ports and versions, then the one URL. */
export function overview(context: Context, { joined, complete }: Demo): string {
  const { ports, page, retraining } = context;
  const rows = [
    ['page (a preview, not Grafana)', String(page), ''],
    ['TrustyAI emulator', String(ports.emulator), 'Python dialect'],
    ['model server stand-in', String(ports.model), ''],
    retraining
      ? ['retraining gateway', String(ports.gateway), `training pipeline stand-in on ${ports.trainer}`]
      : ['retraining gateway', '-', 'off: verdicts stay as they are'],
    ...nativeParts.map((part) => {
      const found = joined.get(part.id)?.found;
      const state = found ? `${found.version}, ${found.origin}` : complete ? 'absent' : 'joins when it is ready';
      return [part.title, found || !complete ? String(ports[part.id]) : '-', state];
    }),
  ];
  return ['', ...tableLines(rows), '', `  Open ${local(page)}`, '  Ctrl-C stops everything.', ''].join('\n');
}
