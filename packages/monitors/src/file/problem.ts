/** What is wrong in monitors.yaml: a sentence that says what, where and how to mend it. Lines and columns count from 1. */
export interface Problem {
  line: number;
  column: number;
  message: string;
}

export type Path = ReadonlyArray<string | number>;

/** A finding by its path in the file, before the line is known. */
export interface Finding {
  path: Path;
  message: string;
  /** The key itself is wrong, not its value. */
  atKey?: boolean;
}

const PLAIN = /^[A-Za-z0-9_-]+$/;

/** `monitors[1].persistence.need` */
export function pathText(path: Path): string {
  let written = '';
  for (const part of path) {
    if (typeof part === 'number') {
      written += `[${String(part)}]`;
    } else if (PLAIN.test(part)) {
      written += written === '' ? part : `.${part}`;
    } else {
      written += `[${JSON.stringify(part)}]`;
    }
  }
  return written === '' ? 'the file' : written;
}
