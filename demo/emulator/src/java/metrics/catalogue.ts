import { identity } from './identity.ts';
import { kolmogorovSmirnov } from './kstest.ts';
import { meanShift } from './meanshift.ts';
import type { Metric } from './metric.ts';

export const metrics: readonly Metric[] = [identity, kolmogorovSmirnov, meanShift];
