import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import {
  brokenPreviewUrl,
  brokenServiceUrl,
  dataSourcePreviewUrl,
  demoUrl,
  galleryPreviewUrl,
  galleryUrl,
  javaServiceUrl,
  ports,
} from './addresses.ts';
import { grafanaLogin } from './grafana-login.ts';

/**
 * What is tested: the demo with its own scenario or with somebody's CSV files, the drift panel's gallery without it, or
 * the way from drift to a new version and back to calm.
 */
const scenario =
  (['own-data', 'gallery', 'loop'] as const).find((name) => name === process.env.SOUNDCHECK_E2E) ?? 'jukebox';
const root = fileURLToPath(new URL('..', import.meta.url));
const data = '.cache/e2e-data';
const command = `node tools/workspace/run.mjs demo/start/src/main.ts --port ${ports.demo}`;
const start = `${command} --repeat`;
const startOwnData =
  `node --import tsx e2e/own-data/prepare.ts ${data} && ${start}` +
  ` --reference ${data}/seattle-2012-2013.csv --live ${data}/seattle-2014-2015.csv --time date`;

const demo = {
  command: { 'own-data': startOwnData, loop: `${command} --quick`, jukebox: start, gallery: start }[scenario],
  cwd: root,
  url: `${demoUrl}/api/health`,
  timeout: 5 * 60_000,
  stdout: 'pipe' as const,
  gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 15_000 },
};

/** Services that fail in many ways, and a Java service with schedules and rows switched on. */
const services = [
  {
    command: `node --import tsx e2e/broken/service.ts ${ports.brokenService}`,
    cwd: root,
    url: brokenServiceUrl,
  },
  {
    command:
      `node tools/workspace/run.mjs demo/emulator/src/main.ts --dialect java --download --schedule 2s` +
      ` --port ${ports.javaService}`,
    cwd: root,
    url: `${javaServiceUrl}/info`,
  },
];

/** The demo's Prometheus, through the demo's page. */
const SOUNDCHECK_PROMETHEUS_URL = `${demoUrl}/api/datasources/proxy/uid/soundcheck-prometheus`;

/** Each behind a preview of its own. */
const previews = [
  {
    command: `node --import tsx demo/preview/src/server/main.ts --port ${ports.brokenPreview} --provisioning e2e/broken/provisioning`,
    cwd: root,
    url: `${brokenPreviewUrl}/api/health`,
    env: { BROKEN_SERVICE_URL: brokenServiceUrl, SOUNDCHECK_PROMETHEUS_URL },
  },
  {
    command: `node --import tsx demo/preview/src/server/main.ts --port ${ports.dataSourcePreview} --provisioning e2e/data-source/provisioning`,
    cwd: root,
    url: `${dataSourcePreviewUrl}/api/health`,
    env: { JAVA_SERVICE_URL: javaServiceUrl, SOUNDCHECK_PROMETHEUS_URL },
  },
];

/** A preview with nothing but the gallery. */
const gallery = {
  command:
    'node --import tsx demo/gallery/src/main.ts --out .cache/e2e-gallery &&' +
    ` node --import tsx demo/preview/src/server/main.ts --port ${ports.gallery} --provisioning .cache/e2e-gallery`,
  cwd: root,
  url: `${galleryPreviewUrl}/api/health`,
};

/** A real Grafana runs already; one on this machine reaches the services. */
function servers() {
  const inPreview = { jukebox: [demo, ...services, ...previews], 'own-data': [demo], gallery: [gallery], loop: [demo] };
  const inGrafana = { jukebox: services, 'own-data': [], gallery: [], loop: [] };
  return (process.env.GRAFANA_URL ? inGrafana : inPreview)[scenario];
}

export default defineConfig({
  testDir: './specs',
  globalSetup: {
    gallery: [],
    loop: ['./wait-for-prometheus.ts'],
    jukebox: ['./wait-for-prometheus.ts', './data-source/prepare.ts'],
    'own-data': ['./wait-for-prometheus.ts', './data-source/prepare.ts'],
  }[scenario],
  testMatch: `${scenario}/**/*.spec.ts`,
  outputDir: '../.cache/e2e',
  // The gallery is read only; elsewhere specs change what the others see.
  fullyParallel: scenario === 'gallery',
  workers: scenario === 'gallery' ? 2 : 1,
  // What passes at the second try only is named at the end of npm test. The loop is one story: it cannot begin again.
  retries: process.env.CI === 'true' && scenario !== 'loop' ? 1 : 0,
  forbidOnly: process.env.CI === 'true',
  timeout: 60_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: scenario === 'gallery' ? galleryUrl : (process.env.GRAFANA_URL ?? demoUrl),
    extraHTTPHeaders: grafanaLogin(),
    viewport: { width: 1440, height: 900 },
    timezoneId: 'Europe/Berlin',
    locale: 'en-GB',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: servers(),
});
