import type { Reply } from '../../http/wire.ts';
import type { Route } from './route.ts';

const live = ['Liveness'];
const ready = ['Data', 'General Readiness'];

export const healthRoutes: readonly Route[] = [
  { path: '/q/health', methods: { GET: { summary: 'Health of the emulator', handle: () => up([...live, ...ready]) } } },
  { path: '/q/health/ready', methods: { GET: { summary: 'Readiness', handle: () => up(ready) } } },
  { path: '/q/health/live', methods: { GET: { summary: 'Liveness', handle: () => up(live) } } },
];

function up(names: readonly string[]): Reply {
  const body = { status: 'UP', checks: names.map((name) => ({ name, status: 'UP' })) };
  return { status: 200, contentType: 'application/json; charset=UTF-8', body: JSON.stringify(body, null, 4) };
}
