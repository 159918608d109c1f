export const HELP = `soundcheck inspect URL [options]

Looks at one TrustyAI service, Java or Python, and says what it knows (models, columns, tags, schedules), what it
publishes now and what that means, and what is wrong. It only reads.

  --model ID        only this model
  --dialect WHICH   detect (default), java or python
  --token TOKEN     bearer token; better in the environment as SOUNDCHECK_TOKEN, where no process list shows it
  --ca FILE         certificate (PEM) of the authority that signed the service's
  --insecure        do not check the service's certificate
  --json            everything as one JSON object; numbers that JSON lacks as "NaN", "Infinity", "-Infinity"
  -h, --help        this text

Exit code: 0 nothing is wrong, 1 there are findings (warnings or errors; a value over its limit is none, it is what
the service is for), 2 the service could not be asked or the arguments are wrong.
`;
