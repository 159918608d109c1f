import { test } from '@playwright/test';
import type { APIRequestContext } from '@playwright/test';

/** Skips, in words, where the Grafana that is tested lacks a folder of this repository's provisioning. */
export async function needsDataSource(request: APIRequestContext, uid: string, folder: string): Promise<void> {
  if (process.env.GRAFANA_URL) {
    const reply = await request.get(`/api/datasources/uid/${uid}`);
    test.skip(!reply.ok(), `that Grafana lacks the provisioning in ${folder}`);
  }
}
