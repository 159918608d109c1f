/** Importance of the features, as far as it could be read. */
export interface Importance {
  of: (feature: string) => number | undefined;
  any: boolean;
  /** What could not be read, one sentence each. */
  notices: string[];
}

/** Reads "tempo=0.3, energy=0.1"; parts stand apart by commas, semicolons or lines. */
export function readImportance(text: string, features: ReadonlySet<string>): Importance {
  const found = new Map<string, number>();
  const notices: string[] = [];
  for (const part of text.split(/[,;\n]/).map((one) => one.trim())) {
    if (part === '') {
      continue;
    }
    const at = part.lastIndexOf('=');
    const feature = part.slice(0, Math.max(0, at)).trim();
    const number = part.slice(at + 1).trim();
    const value = Number(number);
    if (at < 1 || feature === '' || number === '' || !Number.isFinite(value) || value < 0) {
      notices.push(
        `Importance "${part}" could not be read. Write a feature's name, = and a number from 0 on: tempo=0.3.`
      );
    } else if (!features.has(feature)) {
      notices.push(`Importance names "${feature}", which is no feature of the data. Check the name.`);
    } else {
      found.set(feature, value);
    }
  }
  return { of: (feature) => found.get(feature), any: found.size > 0, notices };
}
