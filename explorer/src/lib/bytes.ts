// Bytes, hex and text.

const DIGITS = "0123456789abcdef";

export function toHex(bytes: Uint8Array): string {
  let out = "0x";
  for (const byte of bytes) out += DIGITS.charAt(byte >> 4) + DIGITS.charAt(byte & 15);
  return out;
}

/** Bytes of an even number of hex digits with `0x` before them. */
export function fromHex(hex: string): Uint8Array {
  if (!/^0x([0-9a-fA-F]{2})*$/.test(hex)) throw new Error(`not hex: ${hex.slice(0, 20)}`);
  const out = new Uint8Array(hex.length / 2 - 1);
  for (let i = 0; i < out.length; i++) out[i] = parseInt(hex.slice(2 * i + 2, 2 * i + 4), 16);
  return out;
}

export function concat(...parts: Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** SCALE's compact form of a number below 2^30, which lengths and block numbers are. */
export function compact(value: number): Uint8Array {
  if (!Number.isInteger(value) || value < 0 || value >= 2 ** 30) {
    throw new RangeError(`no small number: ${value}`);
  }
  if (value < 64) return Uint8Array.of(value << 2);
  if (value < 2 ** 14) return Uint8Array.of(((value << 2) | 1) & 255, value >> 6);
  const bits = value * 4 + 2;
  return Uint8Array.of(bits & 255, (bits >>> 8) & 255, (bits >>> 16) & 255, bits >>> 24);
}

/** Text from what the chain has as bytes, as a list of numbers or as hex. */
export function text(value: Uint8Array | readonly number[] | string | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "string") return value.startsWith("0x") ? text(fromHex(value)) : value;
  return new TextDecoder().decode(value instanceof Uint8Array ? value : Uint8Array.from(value));
}
