import { readArguments } from './arguments.ts';
import { buildServer } from './server.ts';
import { sentenceOf } from './problem.ts';

async function main(): Promise<void> {
  const options = readArguments(process.argv.slice(2));
  const server = await buildServer(options);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void server.close().then(() => process.exit(0)));
  }
  try {
    await server.listen({ port: options.port, host: '127.0.0.1' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new Error(`Port ${options.port} is taken by another program. Stop it or choose another one with --port.`);
    }
    throw error;
  }
  console.log(`Preview (not Grafana): http://127.0.0.1:${options.port}`);
}

main().catch((error: unknown) => {
  console.error(`The preview does not start: ${sentenceOf(error)}`);
  process.exit(1);
});
