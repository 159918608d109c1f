/** What a job found. Peer and ours must find the same. */
export interface Answer {
  values: number[];
  /** Which features or chunks drifted. */
  drifted?: boolean[];
}

/** What one process says of its job. */
export interface Measurement extends Answer {
  /** Of the job alone: without start-up, reading of the input and warm-up. */
  seconds: number;
  /** Most memory the process ever held. */
  peakBytes: number;
}
