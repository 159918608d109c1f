import { batchMean } from './batch-mean.ts';
import { compareMeans } from './compare-means.ts';
import { dir, spd } from './fairness.ts';
import { jensenShannon } from './jensen-shannon.ts';
import { kolmogorovSmirnov } from './kolmogorov-smirnov.ts';
import type { Metric } from './metric-endpoint.ts';

/**
 * The metrics of the emulator. The service also has mmd, ksteststreaming and their older names; like features that
 * are switched off there, they are absent here: 404, and not in the API description.
 */
export const metrics: readonly Metric[] = [batchMean, dir, spd, compareMeans, jensenShannon, kolmogorovSmirnov];
