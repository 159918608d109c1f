import { featuresOf } from '../../plan/settings.ts';
import { applicationOf } from '../../plan/monitors.ts';
import { meant } from '../nearest.ts';
import { pathText } from '../problem.ts';
import type { Finding } from '../problem.ts';
import type { MonitorEntry, MonitorsFile } from '../shape.ts';

function unknownNames(file: MonitorsFile, monitor: MonitorEntry, index: number): Finding[] {
  const findings: Finding[] = [];
  const models = Object.keys(file.models);
  if (!models.includes(monitor.model)) {
    const path = ['monitors', index, 'model'];
    findings.push({
      path,
      message: `${pathText(path)} is "${monitor.model}", which is not among the models of this file. ${meant(monitor.model, models)}`,
    });
  }
  for (const [i, namespace] of monitor.namespaces.entries()) {
    const path = ['monitors', index, 'namespaces', i];
    const known = Object.keys(file.namespaces);
    if (!known.includes(namespace)) {
      findings.push({
        path,
        message: `${pathText(path)} is "${namespace}", which is not among the namespaces of this file. ${meant(namespace, known)}`,
      });
    } else if (monitor.namespaces.indexOf(namespace) < i) {
      findings.push({ path, message: `${pathText(path)} names "${namespace}" again: leave it out.` });
    }
  }
  return findings;
}

function unknownFeatures(file: MonitorsFile, monitor: MonitorEntry, index: number): Finding[] {
  const known = file.models[monitor.model]?.features;
  return (monitor.features ?? []).flatMap((feature, i): Finding[] => {
    const path = ['monitors', index, 'features', i];
    if (Array.isArray(known) && !known.includes(feature)) {
      const where = pathText(['models', monitor.model, 'features']);
      return [
        { path, message: `${pathText(path)} is "${feature}", which is not in ${where}. ${meant(feature, known)}` },
      ];
    }
    return featuresOf(file, monitor).indexOf(feature) < i
      ? [{ path, message: `${pathText(path)} names "${feature}" again: leave it out.` }]
      : [];
  });
}

function twiceNamed(file: MonitorsFile): Finding[] {
  return file.monitors.flatMap(({ id, namespaces }, index) => {
    const earlier = file.monitors.findIndex(
      (other, i) => i < index && other.id === id && other.namespaces.some((one) => namespaces.includes(one))
    );
    const path = ['monitors', index, 'id'];
    return earlier < 0
      ? []
      : [
          {
            path,
            message: `${pathText(path)} is "${id}", as that of monitors[${String(earlier)}] in the same namespace: give each its own.`,
          },
        ];
  });
}

function emptyApplication(monitor: MonitorEntry, index: number): Finding[] {
  return applicationOf(monitor) === ''
    ? [
        {
          path: ['monitors', index, 'model'],
          message: `monitors[${String(index)}] has no application, because its model's name has nothing but "-": add application, the first part of the alert's name.`,
        },
      ]
    : [];
}

function repeatedModelFeatures(file: MonitorsFile): Finding[] {
  return Object.entries(file.models).flatMap(([model, { features }]) =>
    Array.isArray(features)
      ? features.flatMap((feature, i): Finding[] => {
          const path = ['models', model, 'features', i];
          return features.indexOf(feature) < i
            ? [{ path, message: `${pathText(path)} names "${feature}" again: leave it out.` }]
            : [];
        })
      : []
  );
}

/** Names that must exist, names that must differ. */
export function checkNames(file: MonitorsFile): Finding[] {
  return [
    ...repeatedModelFeatures(file),
    ...file.monitors.flatMap((monitor, index) => [
      ...unknownNames(file, monitor, index),
      ...unknownFeatures(file, monitor, index),
      ...emptyApplication(monitor, index),
    ]),
    ...twiceNamed(file),
  ];
}
