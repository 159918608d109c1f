import { approximateKs } from './approxkstest.ts';
import { dir, spd } from './fairness.ts';
import { fourierMmd } from './fouriermmd.ts';
import { identity } from './identity.ts';
import { kolmogorovSmirnov } from './kstest.ts';
import { meanShift } from './meanshift.ts';
import type { Metric } from './metric.ts';

export const metrics: readonly Metric[] = [approximateKs, fourierMmd, kolmogorovSmirnov, meanShift, spd, dir, identity];
