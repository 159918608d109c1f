import type { NativePart } from './part.ts';

const versionVariable = 'github.com/prometheus/common/version.Version';

const goRemedy = 'Install Go 1.26 or newer and start again.';
const remedy = 'Install Go 1.26 or newer and start again, or use npm start -- --debian as root on Debian.';

export const prometheusPart: NativePart = {
  id: 'prometheus',
  title: 'Prometheus',
  module: 'tools/prometheus',
  programs: [
    { name: 'prometheus', goPackage: 'github.com/prometheus/prometheus/cmd/prometheus' },
    { name: 'promtool', goPackage: 'github.com/prometheus/prometheus/cmd/promtool' },
  ],
  // Module v0.316.0 is release 3.16.0.
  version: '3.16.0',
  versionVariable,
  // Without it a service discovery's dependency is asked for that cannot be had; static and file discovery stay.
  goFlags: '-tags=remove_all_sd',
  debianPackage: 'prometheus',
  buildTakes: 'two to six minutes',
  without: `Views over time say that Prometheus is missing; everything else works. ${remedy}`,
};

export const alertmanagerPart: NativePart = {
  id: 'alertmanager',
  title: 'Alertmanager',
  module: 'tools/alertmanager',
  programs: [
    {
      name: 'alertmanager',
      debianName: 'prometheus-alertmanager',
      goPackage: 'github.com/prometheus/alertmanager/cmd/alertmanager',
    },
    { name: 'amtool', goPackage: 'github.com/prometheus/alertmanager/cmd/amtool' },
  ],
  // Newer modules come without their embedded page.
  version: '0.31.1',
  versionVariable,
  goFlags: '',
  debianPackage: 'prometheus-alertmanager',
  buildTakes: 'one to two minutes',
  without: `Alerts are evaluated but not grouped or sent; everything else works. ${remedy}`,
};

export const lokiPart: NativePart = {
  id: 'loki',
  title: 'Loki',
  module: 'tools/loki',
  programs: [{ name: 'loki', goPackage: 'github.com/grafana/loki/v3/cmd/loki' }],
  version: '3.7.8',
  // Loki hands its own one on to the usual one.
  versionVariable: 'github.com/grafana/loki/v3/pkg/util/build.Version',
  goFlags: '-tags=netgo',
  buildTakes: 'six to twelve minutes',
  without: `Views of logs say that Loki is missing; everything else works. ${goRemedy}`,
};

/** In the order in which they are built: Loki takes longest, and nothing waits for it. */
export const nativeParts = [prometheusPart, alertmanagerPart, lokiPart];
