/** First of six ports in a row; another one lets two clones run the specs at once. */
const first = Number(process.env.SOUNDCHECK_E2E_PORT ?? 3411);

/** Where the specs find what they test. All on loopback. */
export const ports = {
  demo: first,
  brokenService: first + 1,
  brokenPreview: first + 2,
  javaService: first + 3,
  dataSourcePreview: first + 4,
  gallery: first + 5,
};

const at = (port: number) => `http://127.0.0.1:${port}`;

export const demoUrl = at(ports.demo);
export const brokenServiceUrl = at(ports.brokenService);
export const brokenPreviewUrl = at(ports.brokenPreview);
export const javaServiceUrl = at(ports.javaService);
export const dataSourcePreviewUrl = at(ports.dataSourcePreview);
export const galleryPreviewUrl = at(ports.gallery);

/** A real Grafana shows the same dashboards where it has the provisioning of e2e/broken, e2e/data-source and the gallery. */
export const brokenUrl = process.env.GRAFANA_URL ?? brokenPreviewUrl;
export const dataSourceUrl = process.env.GRAFANA_URL ?? dataSourcePreviewUrl;
export const galleryUrl = process.env.GRAFANA_URL ?? galleryPreviewUrl;
