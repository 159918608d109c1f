/** Environment variables by name, and which of those that a file names are not set. */
export interface Environment {
  values: Readonly<Record<string, string | undefined>>;
  missing: Set<string>;
}

/**
 * Expands `$NAME` and `${NAME}` in every string of a parsed YAML value, as Grafana does in provisioning files:
 * `$$` gives a dollar sign, a variable that is not set becomes empty (and is noted in `missing`).
 */
export function expandEnvironment(value: unknown, environment: Environment): unknown {
  if (typeof value === 'string') {
    return value.replace(/\$(?:\$|\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/g, (match, braced?: string, bare?: string) => {
      const name = braced ?? bare;
      return name === undefined ? match.slice(1) : valueOf(name, environment);
    });
  }
  if (Array.isArray(value)) {
    return value.map((item) => expandEnvironment(item, environment));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, expandEnvironment(item, environment)]));
  }
  return value;
}

function valueOf(name: string, { values, missing }: Environment): string {
  const value = values[name];
  if (!value) {
    missing.add(name);
  }
  return value ?? '';
}
