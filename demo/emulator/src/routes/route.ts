import type { Reply } from '../http/reply.ts';
import type { WireRequest } from '../http/request.ts';
import type { Session } from '../session.ts';

export type Handler = (session: Session, request: WireRequest) => Reply;
export type Method = 'GET' | 'POST' | 'DELETE';

/** One path with its methods. The first method is the one a 405 reply names as allowed. */
export interface Route {
  /** As the API description writes it, `{name}` for a parameter. */
  path: string;
  methods: Partial<Record<Method, { summary: string; handle: Handler }>>;
}
