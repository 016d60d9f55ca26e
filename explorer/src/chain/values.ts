// Decoded values of any shape as text.

import { text, toHex } from "../lib/bytes";

/** The account that a MultiAddress, or an address as such, names. */
export function digest(address: unknown): string {
  if (typeof address === "string") return address;
  const { type, value } = address as { type?: string; value?: unknown };
  if (type !== undefined && typeof value === "string") return value;
  return show(address);
}

const SHOWN_BYTES = 24;

/** One line of a decoded value: `{netuid: 1, dests: [0, 1]}`. */
export function show(value: unknown, depth = 0): string {
  if (value === undefined || value === null) return "–";
  if (typeof value === "string") return value;
  if (typeof value === "bigint" || typeof value === "number" || typeof value === "boolean") {
    return String(value);
  }
  if (value instanceof Uint8Array) return showBytes(value);
  if (depth > 6) return "…";
  if (Array.isArray(value)) return `[${value.map((each) => show(each, depth + 1)).join(", ")}]`;
  if (typeof value === "object") return showObject(value as Record<string, unknown>, depth);
  return "–";
}

function showObject(value: Record<string, unknown>, depth: number): string {
  const keys = Object.keys(value);
  if (typeof value.type === "string" && keys.every((key) => key === "type" || key === "value")) {
    return value.value === undefined ? value.type : `${value.type}(${show(value.value, depth + 1)})`;
  }
  return `{${keys.map((key) => `${key}: ${show(value[key], depth + 1)}`).join(", ")}}`;
}

/** Text if it is some, else hex, shortened. */
function showBytes(bytes: Uint8Array): string {
  const printable = bytes.length > 0 && bytes.every((byte) => byte >= 32 && byte < 127);
  if (printable) return JSON.stringify(text(bytes));
  const hex = toHex(bytes.subarray(0, SHOWN_BYTES));
  return bytes.length > SHOWN_BYTES ? `${hex}… (${bytes.length} bytes)` : hex;
}
