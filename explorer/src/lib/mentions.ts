/** Whether a decoded value of any shape has that text somewhere, such as an address. */
export function mentions(value: unknown, wanted: string): boolean {
  if (typeof value === "string") return value === wanted;
  if (value === null || typeof value !== "object" || value instanceof Uint8Array) return false;
  return Object.values(value).some((each) => mentions(each, wanted));
}
