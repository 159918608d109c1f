/** What a JSON text holds, or where and why it is not JSON, in the words of the service's JSON reader. */
export type ParsedJson = { ok: true; value: unknown } | { ok: false; position: number; message: string };

class JsonFault extends Error {
  readonly position: number;
  constructor(message: string, position: number) {
    super(message);
    this.position = position;
  }
}

/**
 * Reads JSON as the service does: bare `NaN`, `Infinity` and `-Infinity` are numbers, and a fault comes with the
 * position and the message the service reports.
 */
export function parsePythonJson(text: string): ParsedJson {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    // Either not JSON, or one of the bare words above: read it again, slowly.
  }
  try {
    const reader = new Reader(text);
    return { ok: true, value: reader.document() };
  } catch (fault) {
    if (fault instanceof JsonFault) {
      return { ok: false, position: fault.position, message: fault.message };
    }
    throw fault;
  }
}

const bareWords: ReadonlyArray<readonly [string, unknown]> = [
  ['null', null],
  ['true', true],
  ['false', false],
  ['NaN', NaN],
  ['Infinity', Infinity],
  ['-Infinity', -Infinity],
];

class Reader {
  private at = 0;
  private readonly text: string;
  constructor(text: string) {
    this.text = text;
  }

  document(): unknown {
    this.blanks();
    const value = this.value();
    this.blanks();
    if (this.at < this.text.length) {
      throw new JsonFault('Extra data', this.at);
    }
    return value;
  }

  private blanks(): void {
    while (' \t\n\r'.includes(this.text[this.at] ?? 'x')) {
      this.at += 1;
    }
  }

  private value(): unknown {
    const character = this.text[this.at];
    if (character === '"') return this.string();
    if (character === '{') return this.object();
    if (character === '[') return this.array();
    for (const [word, value] of bareWords) {
      if (this.text.startsWith(word, this.at)) {
        this.at += word.length;
        return value;
      }
    }
    const number = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/.exec(this.text.slice(this.at, this.at + 400));
    if (!number) throw new JsonFault('Expecting value', this.at);
    this.at += number[0].length;
    return Number(number[0]);
  }

  private object(): unknown {
    const entries: Array<[string, unknown]> = [];
    this.at += 1;
    this.blanks();
    if (this.text[this.at] === '}') {
      this.at += 1;
      return {};
    }
    for (;;) {
      if (this.text[this.at] !== '"') {
        throw new JsonFault('Expecting property name enclosed in double quotes', this.at);
      }
      const key = this.string();
      this.blanks();
      if (this.text[this.at] !== ':') throw new JsonFault("Expecting ':' delimiter", this.at);
      this.at += 1;
      this.blanks();
      entries.push([key, this.value()]);
      this.blanks();
      const next = this.text[this.at];
      if (next === '}') {
        this.at += 1;
        return Object.fromEntries(entries);
      }
      if (next !== ',') throw new JsonFault("Expecting ',' delimiter", this.at);
      this.at += 1;
      this.blanks();
    }
  }

  private array(): unknown[] {
    const items: unknown[] = [];
    this.at += 1;
    this.blanks();
    if (this.text[this.at] === ']') {
      this.at += 1;
      return items;
    }
    for (;;) {
      items.push(this.value());
      this.blanks();
      const next = this.text[this.at];
      if (next === ']') {
        this.at += 1;
        return items;
      }
      if (next !== ',') throw new JsonFault("Expecting ',' delimiter", this.at);
      this.at += 1;
      this.blanks();
    }
  }

  private string(): string {
    const start = this.at;
    const quoted = /^"(?:[^"\\]|\\.)*"/s.exec(this.text.slice(start));
    if (!quoted) throw new JsonFault('Unterminated string starting at', start);
    this.at = start + quoted[0].length;
    try {
      return String(JSON.parse(quoted[0]));
    } catch {
      throw stringFault(quoted[0], start);
    }
  }
}

/** Finds the first escape or control character that JSON does not allow in a quoted string. */
function stringFault(quoted: string, start: number): JsonFault {
  for (let index = 1; index < quoted.length; index += 1) {
    if (quoted.charCodeAt(index) < 0x20) return new JsonFault('Invalid control character at', start + index);
    if (quoted[index] !== '\\') continue;
    const escape = quoted.slice(index + 1);
    if (escape.startsWith('u') && !/^u[0-9a-fA-F]{4}/.test(escape)) {
      return new JsonFault('Invalid \\uXXXX escape', start + index + 1);
    }
    if (!/^["\\/bfnrtu]/.test(escape)) return new JsonFault('Invalid \\escape', start + index);
    index += 1;
  }
  return new JsonFault('Unterminated string starting at', start);
}
