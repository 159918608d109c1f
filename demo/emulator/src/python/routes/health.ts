import { json } from '../http/reply.ts';
import type { Route } from './route.ts';

const readiness = ['Storage readiness', 'Migration', 'HTTP server'].map((name) => ({ name, status: 'ok' }));
const liveness = [{ name: 'Application', status: 'ok' }];

export const healthRoutes: readonly Route[] = [
  {
    path: '/q/health',
    methods: {
      GET: {
        summary: 'Health of the emulator',
        handle: () => json({ status: 'healthy', checks: { readiness, liveness } }),
      },
    },
  },
  {
    path: '/q/health/ready',
    methods: { GET: { summary: 'Readiness', handle: () => json({ status: 'ready', checks: readiness }) } },
  },
  {
    path: '/q/health/live',
    methods: { GET: { summary: 'Liveness', handle: () => json({ status: 'alive', checks: liveness }) } },
  },
];
