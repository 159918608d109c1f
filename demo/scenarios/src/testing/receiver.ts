import Fastify from 'fastify';

export interface ReceivedEvent {
  id: string;
  type: string;
  body: unknown;
}

export interface Receiver {
  url: string;
  events: ReceivedEvent[];
  /** While true every event is answered with 503. */
  refuse: boolean;
  close(): Promise<void>;
}

/** A server that takes KServe cloud events as a TrustyAI service does, and keeps them. */
export async function receiver(): Promise<Receiver> {
  const server = Fastify({ forceCloseConnections: true });
  const state: Receiver = { url: '', events: [], refuse: false, close: () => server.close().then(() => undefined) };
  server.post('/', async (request, reply) => {
    if (state.refuse) {
      return reply.code(503).send({ detail: 'resting' });
    }
    const { 'ce-id': id, 'ce-type': type } = request.headers;
    state.events.push({ id: String(id), type: String(type), body: request.body });
    return { status: 'success' };
  });
  state.url = await server.listen({ host: '127.0.0.1', port: 0 });
  return state;
}
