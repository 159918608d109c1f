/** In place of a part that the data does not support: why, and how to get it. One or two sentences. */
export interface Absent {
  absent: string;
}

export function isAbsent(part: object): part is Absent {
  return 'absent' in part;
}
