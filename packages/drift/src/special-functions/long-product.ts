/** An unevaluated sum high + low of two numbers: about 32 digits (Dekker 1971). */
interface LongNumber {
  high: number;
  low: number;
}

/** What a · b loses by rounding, exactly (Veltkamp's split and Dekker's product). */
function lostInProduct(a: number, b: number, product: number): number {
  const upper = (x: number) => {
    const spread = 134217729 * x;
    return spread - (spread - x);
  };
  const [aHigh, bHigh] = [upper(a), upper(b)];
  const [aLow, bLow] = [a - aHigh, b - bHigh];
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

function normalised(high: number, low: number): LongNumber {
  const sum = high + low;
  return { high: sum, low: low - (sum - high) };
}

/** x · factor / divisor to about 31 digits. */
export function timesRatio({ high, low }: LongNumber, factor: number, divisor: number): LongNumber {
  const product = high * factor;
  const multiplied = normalised(product, lostInProduct(high, factor, product) + low * factor);
  const quotient = multiplied.high / divisor;
  const back = quotient * divisor;
  const rest = multiplied.high - back - lostInProduct(quotient, divisor, back) + multiplied.low;
  return normalised(quotient, rest / divisor);
}
