/** Where the specs find what they test. All on loopback. */
export const ports = {
  demo: 3411,
  brokenService: 3412,
  brokenPreview: 3413,
  javaService: 3414,
  dataSourcePreview: 3415,
};

const at = (port: number) => `http://127.0.0.1:${port}`;

export const demoUrl = at(ports.demo);
export const brokenServiceUrl = at(ports.brokenService);
export const brokenPreviewUrl = at(ports.brokenPreview);
export const javaServiceUrl = at(ports.javaService);
export const dataSourcePreviewUrl = at(ports.dataSourcePreview);

/** A real Grafana shows the same dashboards where it has the provisioning of e2e/broken and e2e/data-source. */
export const brokenUrl = process.env.GRAFANA_URL ?? brokenPreviewUrl;
export const dataSourceUrl = process.env.GRAFANA_URL ?? dataSourcePreviewUrl;
