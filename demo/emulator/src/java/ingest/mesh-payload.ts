import { readMessage, readVarints } from './protobuf.ts';
import type { ProtoField } from './protobuf.ts';
import type { Tensor } from './tensor.ts';

/**
 * Tensors of a KServe v2 request or response in protobuf: in both messages field 5, each with name 1, datatype 2,
 * shape 3 and contents 5. Raw contents and text are not read. Throws a RangeError where the bytes are no message.
 */
export function meshTensors(bytes: Buffer): Tensor[] {
  return nested(readMessage(bytes), 5).map((one) => {
    const fields = readMessage(one);
    const word = (number: number) => nested(fields, number)[0]?.toString('utf8') ?? '';
    return { name: word(1), datatype: word(2), shape: wholeNumbers(fields, 3), data: nested(fields, 5).flatMap(cells) };
  });
}

/** The cells of whichever type they are: bool 1, int 2 and 3, unsigned 4 and 5, float 6, double 7. */
function cells(contents: Buffer): unknown[] {
  const fields = readMessage(contents);
  return [
    ...wholeNumbers(fields, 1).map((bit) => bit === 1),
    ...[2, 3, 4, 5].flatMap((number) => wholeNumbers(fields, number)),
    ...nested(fields, 6).flatMap((bytes) => inSteps(bytes, 4, (at) => bytes.readFloatLE(at))),
    ...nested(fields, 7).flatMap((bytes) => inSteps(bytes, 8, (at) => bytes.readDoubleLE(at))),
  ];
}

function nested(fields: readonly ProtoField[], number: number): Buffer[] {
  return fields.flatMap((field) => (field.number === number && Buffer.isBuffer(field.value) ? [field.value] : []));
}

/** Packed or one by one. */
function wholeNumbers(fields: readonly ProtoField[], wanted: number): number[] {
  return fields
    .filter(({ number }) => number === wanted)
    .flatMap(({ value }) => (Buffer.isBuffer(value) ? readVarints(value) : [Number(BigInt.asIntN(64, value))]));
}

function inSteps(bytes: Buffer, size: number, read: (at: number) => number): number[] {
  return Array.from({ length: Math.floor(bytes.length / size) }, (_, index) => read(index * size));
}
