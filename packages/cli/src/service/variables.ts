import { CoreError } from '@soundcheck/query';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The value of a variable; empty counts as unset. */
export function variable(name: string, env: Environment, where: string): string {
  const value = env[name];
  if (!value) {
    throw new CoreError(`${where} needs the environment variable ${name}, which is not set: set it and try again.`);
  }
  return value;
}

/**
 * Fills in every ${VARIABLE} of a text.
 * @param where what the text is, for sentences
 * @throws CoreError that names the variable that is not set
 */
export function fillVariables(text: string, env: Environment, where: string): string {
  return text.replace(/\$\{([^{}]*)\}/g, (_, name: string) => variable(name.trim(), env, where));
}
