import type { NativePart } from './part.ts';

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
  goFlags: '',
  debianPackage: 'prometheus-alertmanager',
  buildTakes: 'one to two minutes',
  without: `Alerts are evaluated but not grouped or sent; everything else works. ${remedy}`,
};

/** In the order in which they are built. */
export const nativeParts = [prometheusPart, alertmanagerPart];
