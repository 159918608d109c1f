/** One field of a protobuf message: a whole number, or the bytes of anything else. */
export interface ProtoField {
  number: number;
  value: bigint | Buffer;
}

/** Reads the fields of a message in the order they come. Throws a RangeError where the bytes are no message. */
export function readMessage(bytes: Buffer): ProtoField[] {
  const fields: ProtoField[] = [];
  for (let at = 0; at < bytes.length;) {
    const key = readVarint(bytes, at);
    const [number, kind] = [Number(key.value >> 3n), Number(key.value & 7n)];
    at = key.end;
    if (kind === 0) {
      const { value, end } = readVarint(bytes, at);
      fields.push({ number, value });
      at = end;
      continue;
    }
    const size = kind === 2 ? readVarint(bytes, at) : { value: sizeOf(kind), end: at };
    const end = size.end + Number(size.value);
    if (end > bytes.length) throw new RangeError('The message ends within a field.');
    fields.push({ number, value: bytes.subarray(size.end, end) });
    at = end;
  }
  return fields;
}

/** The whole numbers packed into the bytes, as signed 64-bit ones. */
export function readVarints(bytes: Buffer): number[] {
  const values: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const { value, end } = readVarint(bytes, at);
    values.push(Number(BigInt.asIntN(64, value)));
    at = end;
  }
  return values;
}

function sizeOf(kind: number): bigint {
  if (kind === 1) return 8n;
  if (kind === 5) return 4n;
  throw new RangeError(`There are no fields of kind ${kind}.`);
}

function readVarint(bytes: Buffer, start: number): { value: bigint; end: number } {
  let value = 0n;
  for (let at = start; at < bytes.length; at += 1) {
    const byte = BigInt(bytes.readUInt8(at));
    value |= (byte & 127n) << BigInt(7 * (at - start));
    if (byte < 128n) return { value, end: at + 1 };
  }
  throw new RangeError('The message ends within a number.');
}
