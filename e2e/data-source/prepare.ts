import { javaServiceUrl } from '../addresses.ts';
import { feedJava } from './feed-java.ts';

const limitSeconds = 60;

/** Feeds the Java service once it is up, and waits until its schedules have ticked. */
export default async function prepareDataSource(): Promise<void> {
  if (process.env.SOUNDCHECK_E2E === 'own-data') {
    return;
  }
  await feedJava(javaServiceUrl);
  const until = Date.now() + limitSeconds * 1000;
  while (Date.now() < until) {
    const published = await (await fetch(`${javaServiceUrl}/q/metrics`, { headers: { accept: 'text/plain' } })).text();
    if (published.includes('trustyai_approxkstest{')) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`The Java service published nothing of its schedules within ${limitSeconds} s.`);
}
