/** What decisions depend on besides the state. Times in milliseconds. */
export interface Rules {
  /** From the start of a model's run until its next may start. */
  cooldown: number;
  /** How long an alert that Grafana ended for a changed rule stays open. */
  grace: number;
  /** A run that nobody heard of again for this long has an unknown end. */
  endTimeout: number;
  retries: RetryRules;
}

export interface RetryRules {
  first: number;
  longest: number;
  /** From the moment that the run was due. */
  giveUpAfter: number;
}
