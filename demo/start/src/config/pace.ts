/** How fast the demo's alerts and its retraining go. Times in seconds. */
export interface Pace {
  /** Between two scrapes, and between two passes of TrustyAI's scheduler. */
  scrape: number;
  schedule: number;
  /** Between two evaluations of rules; divides `step`. */
  evaluation: number;
  /** A step of the persistence: drift is on when it is over its limit in three of three. */
  step: number;
  groupWait: number;
  groupInterval: number;
  /** What the stand-in for a training takes. */
  training: number;
  /** Between two runs of `soundcheck reconcile`. */
  reconcile: number;
}

/** As `npm start` goes: minutes from drift to a new version, so that people can follow. */
export const usualPace: Pace = {
  ...{
    scrape: 5,
    schedule: 5,
    evaluation: 15,
    step: 60,
    groupWait: 10,
    groupInterval: 60,
    training: 45,
    reconcile: 60,
  },
};

/** `--quick`: the same parts in a tenth of the time. */
export const quickPace: Pace = {
  ...{ scrape: 1, schedule: 1, evaluation: 5, step: 5, groupWait: 1, groupInterval: 5, training: 3, reconcile: 15 },
};
