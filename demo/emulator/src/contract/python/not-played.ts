/** Exchanges that are not played against the emulator, by a pattern on their name, and why. */
export const notPlayed: ReadonlyArray<{ name: RegExp; reason: string }> = [
  {
    name: /^(?!\d+-disabled).*-(mmd|fouriermmd)(-|$)/,
    reason: 'The emulator has no MMD: its routes are 404, as on a service where it is switched off.',
  },
  {
    name: /(ksteststreaming|approxkstest)/,
    reason: 'The emulator has no KS test on sketches: its routes are 404.',
  },
  { name: /-(consumer|mesh)-/, reason: 'The emulator takes no ModelMesh payloads (base64 protobuf).' },
  { name: /^(557-db-q-metrics|559-|560-)/, reason: 'Counters and column types as only the MariaDB storage has them.' },
];

/** Models in recorded replies that came about by calls that are not recorded or not played. */
export const modelsLeftOut = ['deg-null', 'mesh-model', 'mesh1d'];

/** Metrics of the service that the emulator lacks, as schedule counts and as gauges name them. */
export const metricsLeftOut = ['KSTESTSTREAMING', 'APPROXKSTEST', 'MMD', 'FOURIERMMD'];
