import { catalogue } from '@soundcheck/query';
import { featuresOf } from '../../plan/settings.ts';
import type { Finding } from '../problem.ts';
import type { MonitorEntry, MonitorsFile } from '../shape.ts';

function share(one: readonly string[], other: readonly string[]): boolean {
  return one.some((name) => other.includes(name));
}

/** Whether two monitors of one metric would read the same series of the Python service, which carry no batch. */
function sameSeries(file: MonitorsFile, one: MonitorEntry, other: MonitorEntry): boolean {
  const { kind, python, java } = catalogue[one.metric];
  if (kind === 'fairness') {
    return (
      one.fairness?.protectedAttribute === other.fairness?.protectedAttribute &&
      one.fairness?.outcome === other.fairness?.outcome
    );
  }
  const [features, others] = [featuresOf(file, one), featuresOf(file, other)];
  const joint = (python ?? java)?.featureLabel === undefined;
  return joint || features.length === 0 || others.length === 0 || share(features, others);
}

/** Two monitors whose series cannot be told apart would judge each other's numbers. */
export function checkTwins(file: MonitorsFile): Finding[] {
  return file.monitors.flatMap((monitor, index) => {
    const earlier = file.monitors.find(
      (other, i) =>
        i < index &&
        other.metric === monitor.metric &&
        other.model === monitor.model &&
        share(other.namespaces, monitor.namespaces) &&
        sameSeries(file, other, monitor)
    );
    const apart = catalogue[monitor.metric].kind === 'fairness' ? 'other columns' : 'other features';
    return earlier === undefined
      ? []
      : [
          {
            path: ['monitors', index],
            message: `monitors[${String(index)}] ("${monitor.id}") and "${earlier.id}" both watch ${monitor.metric} of ${monitor.model} in one namespace, and their series cannot be told apart on the Python service: keep one, or give them ${apart}.`,
          },
        ];
  });
}
