export const HELP = `soundcheck reconcile [options]

Makes the schedules of the TrustyAI services equal monitors.yaml: makes what is missing, leaves what is right, and says
what is foreign, outdated or cannot be verified. Schedules live in the service's memory and are lost with its pod, so it
is made to run every few minutes. URLs and tokens come from the file, with the \${VARIABLES} of the environment.

  --file FILE              monitors.yaml, unless said otherwise
  --namespace NAME         only this namespace of the file; may be repeated
  --state FILE             remembers what was made: a Python service lists neither limits nor groups of its schedules,
                           so without it those cannot be verified. A lock beside it keeps two runs apart
  --adopt                  trust schedules that agree in all that the service lists, and remember them
  --replace                delete schedules of monitors that changed, once the new ones are there
  --prune                  the same, and double and foreign schedules of the file's models and metrics; others never
  --dry-run                say what would be done, and do nothing
  --wait TIME              how long to wait for a service that is starting, such as 120s or 2m (0s)
  --json                   one JSON object instead of text
  -h, --help               this text

Exit code: 0 the schedules equal the file (now), 1 something is left for you, 2 a service could not be asked or the
arguments are wrong.
`;
