import type * as http from '../../http/route.ts';
import type { Session } from '../session.ts';

export type Handler = http.Handler<Session>;
export type Route = http.Route<Session>;
