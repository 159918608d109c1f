/**
 * Expands `$NAME` and `${NAME}` in every string of a parsed YAML value, as Grafana does in provisioning files:
 * `$$` gives a dollar sign, a variable that is not set becomes empty.
 */
export function expandEnvironment(value: unknown, environment: NodeJS.ProcessEnv): unknown {
  if (typeof value === 'string') {
    return value.replace(/\$(?:\$|\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/g, (match, braced?: string, bare?: string) => {
      const name = braced ?? bare;
      return name === undefined ? match.slice(1) : (environment[name] ?? '');
    });
  }
  if (Array.isArray(value)) {
    return value.map((item) => expandEnvironment(item, environment));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, expandEnvironment(item, environment)])
    );
  }
  return value;
}
