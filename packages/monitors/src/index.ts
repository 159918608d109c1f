export type * from './contract.ts';
export { clusterFiles } from './deploy/cluster-files.ts';
export type { ClusterInputs } from './deploy/cluster-files.ts';
