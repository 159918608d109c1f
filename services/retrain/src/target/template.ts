/** Values by placeholder; lists become JSON arrays, or text joined by commas within a string. */
export type Fields = Record<string, string | string[]>;

const placeholder = /\{\{\s*(\w+)\s*\}\}/g;

/** Names of placeholders in a template that `fields` does not have. */
export function unknownPlaceholders(template: string, fields: readonly string[]): string[] {
  return [...template.matchAll(placeholder)].map(([, name = '']) => name).filter((name) => !fields.includes(name));
}

/**
 * Fills {{placeholders}} into JSON text, escaped for the string that they stand in. A string that is nothing but
 * `{{features}}` becomes the array.
 */
export function fillJson(template: string, fields: Fields): string {
  const whole = template.replace(/"\{\{\s*(\w+)\s*\}\}"/g, (text, name: string) =>
    Array.isArray(fields[name]) ? JSON.stringify(fields[name]) : text
  );
  return whole.replace(placeholder, (_, name: string) => JSON.stringify(textOf(fields[name])).slice(1, -1));
}

export function fillUrl(template: string, fields: Fields): string {
  return template.replace(placeholder, (_, name: string) => encodeURIComponent(textOf(fields[name])));
}

export function fillText(template: string, fields: Fields): string {
  return template.replace(placeholder, (_, name: string) => textOf(fields[name]));
}

function textOf(value: string | string[] | undefined): string {
  return Array.isArray(value) ? value.join(',') : (value ?? '');
}
