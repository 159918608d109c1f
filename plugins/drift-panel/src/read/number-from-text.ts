/** Text that stands for a missing number in exports of other tools. */
const MISSING = new Set(['', 'nan', 'null', 'none', 'na', 'n/a']);
const INFINITE = /^([+-]?)inf(inity)?$/;

/**
 * Text as a number: NaN where it says that the number is missing, undefined where it is no number at all. ±Infinity may
 * be spelt "+Inf" or "-Infinity".
 */
export function numberFromText(text: string): number | undefined {
  const plain = text.trim().toLowerCase();
  if (MISSING.has(plain)) {
    return NaN;
  }
  const infinite = INFINITE.exec(plain);
  if (infinite) {
    return infinite[1] === '-' ? -Infinity : Infinity;
  }
  const number = Number(plain);
  return Number.isNaN(number) ? undefined : number;
}

/** A cell of any type as a number: NaN is missing, undefined is unreadable. */
export function numberFromCell(cell: unknown): number | undefined {
  switch (typeof cell) {
    case 'number':
      return cell;
    case 'string':
      return numberFromText(cell);
    case 'bigint':
    case 'boolean':
      return Number(cell);
    default:
      return cell === null || cell === undefined ? NaN : undefined;
  }
}
