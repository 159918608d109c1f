/** Who writes logs in a model's namespace. */
export type Source = 'model' | 'ui' | 'trustyai';

export interface Pod {
  name: string;
  container: string;
  node: string;
  labels: Record<string, string>;
}

/** The pods of one model: KServe and charts name them after it; the suffixes are those of a replica set, once and for all. */
export function podsOf(model: string): Record<Source, Pod> {
  return {
    model: {
      name: `${model}-predictor-7d9c5f6b8c-x2k4p`,
      container: 'kserve-container',
      node: 'worker-1',
      labels: { component: 'predictor', serving_kserve_io_inferenceservice: model },
    },
    ui: {
      name: `${model}-ui-5f7d8c9b6d-m8wqz`,
      container: `${model}-ui`,
      node: 'worker-2',
      labels: { app_kubernetes_io_name: `${model}-ui` },
    },
    trustyai: {
      name: 'trustyai-service-6c8d7b9f5d-4hj2n',
      container: 'trustyai-service',
      node: 'worker-1',
      labels: { app_kubernetes_io_part_of: 'trustyai' },
    },
  };
}
