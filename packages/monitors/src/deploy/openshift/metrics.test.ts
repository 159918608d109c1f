import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { native } from '../../testing/natives.ts';
import { startPrometheus } from '../../testing/prometheus.ts';
import { rendered } from '../testing/example.ts';
import { askAsGrafana, filledDataSource } from '../testing/grafana-request.ts';
import { build, folderWith, hasKustomize } from '../testing/kustomize.ts';
import { hasOpenssl, ownCertificate } from '../testing/own-authority.ts';
import { thanosQuerier } from '../testing/thanos-querier.ts';
import type { ThanosQuerier } from '../testing/thanos-querier.ts';

const prometheus = native('prometheus', 'the tests of the OpenShift data source against TLS, token and tenancy');
const able = prometheus !== undefined && hasKustomize && hasOpenssl();

const token = 'token-of-the-reader';
const query = 'vector(42)';

describe.skipIf(!able)("Prometheus' data source of the OpenShift overlays", () => {
  const stops: Array<() => unknown> = [];
  const doors = new Map<string, ThanosQuerier>();
  let ca = '';

  beforeAll(async () => {
    const running = await startPrometheus(prometheus ?? '', 'global: { scrape_interval: 1h }\n');
    const tls = ownCertificate();
    ca = tls.cert;
    const common = { prometheus: running.url, token };
    doors.set('openshift', await thanosQuerier(tls, common));
    doors.set('openshift-tenancy', await thanosQuerier(tls, { ...common, tenant: 'jukebox-prod' }));
    stops.push(running.stop, ...[...doors.values()].map(({ close }) => close));
  });
  afterAll(() => Promise.all(stops.map((stop) => stop())));

  const dataSource = (overlay: string, { held = token, authority = ca } = {}) => {
    const objects = build(`${folderWith(rendered())}/deploy/overlays/${overlay}`);
    const object = objects.find(
      ({ kind, metadata }) => kind === 'GrafanaDatasource' && metadata.name === 'soundcheck-prometheus'
    );
    return filledDataSource(object?.spec, {
      'soundcheck-reader-token/token': held,
      'soundcheck-service-ca/service-ca.crt': authority,
    });
  };
  const ask = (overlay: string, source: ReturnType<typeof dataSource>) =>
    askAsGrafana(source, doors.get(overlay)?.port ?? 0, query);

  it.each([
    ['openshift', '9091'],
    ['openshift-tenancy', '9092'],
  ])('%s gets its answer by port %s', async (overlay, port) => {
    const source = dataSource(overlay);
    expect(new URL(source.url).port).toBe(port);
    const { status, body } = await ask(overlay, source);
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ data: { result: [{ value: [expect.any(Number), '42'] }] } });
  });

  it.each(['openshift', 'openshift-tenancy'])(
    '%s trusts no other authority, and an old token opens nothing',
    async (overlay) => {
      const other = ownCertificate().cert;
      expect(await ask(overlay, dataSource(overlay, { authority: other }))).toMatchObject({ status: 0 });
      expect(await ask(overlay, dataSource(overlay, { held: 'expired' }))).toMatchObject({ status: 401 });
    }
  );

  it('the tenancy port refuses the settings of the other overlay, and another namespace', async () => {
    const tenant = dataSource('openshift-tenancy');
    const elsewhere = { ...tenant.jsonData, customQueryParameters: 'namespace=other' };
    expect(await ask('openshift-tenancy', dataSource('openshift'))).toMatchObject({ status: 400 });
    expect(await ask('openshift-tenancy', { ...tenant, jsonData: elsewhere })).toMatchObject({ status: 403 });
  });
});
