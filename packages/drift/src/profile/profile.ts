/** A saved reference: counts of each feature, small enough for the options of a panel. Version 1. */
export interface Profile {
  features: ProfileFeature[];
}

export interface ProfileFeature {
  feature: string;
  cells: ProfileCells;
  /** One a cell. */
  counts: number[];
  /** Rows without a value. */
  missing: number;
}

/** Edges ascend, one more than counts; −Infinity and Infinity may be the ends. */
export type ProfileCells = { kind: 'bins'; edges: number[] } | { kind: 'categories'; categories: string[] };

/** JSON of a profile. It has no infinity: an open end is the text "-Infinity" or "Infinity". */
export function encodeProfile({ features }: Profile): string {
  return JSON.stringify({
    soundcheck: 'profile',
    version: 1,
    features: features.map(({ feature, cells, counts, missing }) => ({
      feature,
      ...(cells.kind === 'bins'
        ? { edges: cells.edges.map((edge) => (Number.isFinite(edge) ? edge : String(edge))) }
        : { categories: cells.categories }),
      counts,
      missing,
    })),
  });
}

/** A profile from its JSON, or why it is none: one clause, for a sentence. */
export function decodeProfile(json: string): Profile | { wrong: string } {
  if (json.trim() === '') {
    return { wrong: 'none is saved' };
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return { wrong: 'it is no JSON' };
  }
  if (!isRecord(parsed) || parsed['soundcheck'] !== 'profile') {
    return { wrong: 'its JSON is no profile (soundcheck: "profile")' };
  }
  if (parsed['version'] !== 1) {
    return {
      wrong: `its version is ${JSON.stringify(parsed['version']) ?? 'missing'}, and only version 1 is known`,
    };
  }
  const given: unknown = parsed['features'];
  const features = Array.isArray(given) ? given.map(decodeFeature) : [undefined];
  const broken = features.indexOf(undefined);
  return broken >= 0
    ? { wrong: `feature ${broken + 1} lacks a name, or counts that fit its edges or categories` }
    : { features: features.flatMap((feature) => feature ?? []) };
}

function decodeFeature(given: unknown): ProfileFeature | undefined {
  if (!isRecord(given)) {
    return undefined;
  }
  const { feature, counts, missing = 0 } = given;
  const numbers = numbersOf(counts);
  const cells = cellsFrom(given);
  const size = cells?.kind === 'bins' ? cells.edges.length - 1 : cells?.categories.length;
  return typeof feature === 'string' && typeof missing === 'number' && cells && numbers && numbers.length === size
    ? { feature, cells, counts: numbers, missing }
    : undefined;
}

function cellsFrom({ edges, categories }: Record<string, unknown>): ProfileCells | undefined {
  const bounds = numbersOf(edges);
  if (bounds) {
    const ascends = bounds.length > 1 && bounds.every((edge, i) => i === 0 || edge > (bounds[i - 1] ?? Infinity));
    return ascends ? { kind: 'bins', edges: bounds } : undefined;
  }
  return Array.isArray(categories) && categories.every((one): one is string => typeof one === 'string')
    ? { kind: 'categories', categories }
    : undefined;
}

function numbersOf(given: unknown): number[] | undefined {
  if (!Array.isArray(given)) {
    return undefined;
  }
  const numbers = given.map((one: unknown) =>
    typeof one === 'number' ? one : one === 'Infinity' ? Infinity : one === '-Infinity' ? -Infinity : NaN
  );
  return numbers.some((number) => Number.isNaN(number)) ? undefined : numbers;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
