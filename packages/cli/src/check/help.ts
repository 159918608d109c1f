export const CHECK_HELP = `soundcheck check [options]

Says whether monitors.yaml is right: each error with line and column, then warnings, the monitors with their limits and
where these come from, and the environment variables that Grafana and \`reconcile\` need.

  --file FILE   monitors.yaml, unless said otherwise
  --json        one JSON object: { code, problems: [{ line, column, message }], warnings, monitors, variables }
  -h, --help    this text

Exit code: 0 the file is right (there may be warnings), 1 it is not, 2 it could not be read or the arguments are wrong.
`;
