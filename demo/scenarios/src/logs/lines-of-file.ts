import { open } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

const chunkBytes = 1 << 20;
const pauseMs = 500;

/**
 * The whole lines of a file, in lots, from its start on.
 * @param follow until then it waits for more lines; without it the file's end is the end. A file that is not there yet
 *   is waited for too.
 */
export async function* linesOfFile(path: string, follow?: AbortSignal): AsyncGenerator<string[]> {
  let offset = 0;
  let rest = Buffer.alloc(0);
  for (;;) {
    const chunk = await readFrom(path, offset);
    offset += chunk.length;
    const text = Buffer.concat([rest, chunk]);
    const end = text.lastIndexOf('\n') + 1;
    rest = text.subarray(end);
    if (end > 0) {
      yield text.toString('utf8', 0, end - 1).split('\n');
    } else if (chunk.length === 0) {
      if (!follow || follow.aborted) {
        return;
      }
      await sleep(pauseMs, undefined, { signal: follow }).catch(() => undefined);
    }
  }
}

async function readFrom(path: string, offset: number): Promise<Buffer> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(chunkBytes), 0, chunkBytes, offset);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return Buffer.alloc(0);
    }
    throw error;
  }
}
