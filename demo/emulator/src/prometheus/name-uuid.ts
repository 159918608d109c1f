import { createHash } from 'node:crypto';

/** The UUID (version 3, MD5, no namespace) the service derives from a text, as Java's nameUUIDFromBytes does. */
export function nameUuid(text: string): string {
  const digest = createHash('md5').update(text, 'utf8').digest();
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x30, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
  return digest.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
