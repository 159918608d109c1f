import type { Reply } from '../../http/wire.ts';
import type { Session } from '../session.ts';
import type { Route } from './route.ts';

const live = ['Liveness'];
const ready = ({ storage }: Session) => [
  'Data',
  ...(storage.kind === 'database' ? ['Database connection'] : []),
  'General Readiness',
];

export const healthRoutes: readonly Route[] = [
  {
    path: '/q/health',
    methods: { GET: { summary: 'Health of the emulator', handle: (session) => up([...live, ...ready(session)]) } },
  },
  { path: '/q/health/ready', methods: { GET: { summary: 'Readiness', handle: (session) => up(ready(session)) } } },
  { path: '/q/health/live', methods: { GET: { summary: 'Liveness', handle: () => up(live) } } },
];

function up(names: readonly string[]): Reply {
  const body = { status: 'UP', checks: names.map((name) => ({ name, status: 'UP' })) };
  return { status: 200, contentType: 'application/json; charset=UTF-8', body: JSON.stringify(body, null, 4) };
}
