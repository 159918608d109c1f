import type { Reply, WireRequest } from './wire.ts';

export type Handler<Session> = (session: Session, request: WireRequest) => Reply;
export type Method = 'GET' | 'POST' | 'DELETE';

export interface Operation<Session> {
  summary: string;
  handle: Handler<Session>;
}

/** One path with its methods. */
export interface Route<Session> {
  /** As the API description writes it, `{name}` for a parameter. */
  path: string;
  methods: Partial<Record<Method, Operation<Session>>>;
}
