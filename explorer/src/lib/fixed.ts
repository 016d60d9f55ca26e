// Fixed point numbers of the chain. They arrive as their bits, an integer; how
// many of the bits are behind the point is in the name of the type.

export const FRACTION = { U64F64: 64, I64F64: 64, U96F32: 32, I96F32: 32, I32F32: 32 } as const;
export type FixedType = keyof typeof FRACTION;

/** The nearest double. For charts and sorting; amounts stay integers. */
export function fixedToNumber(bits: bigint, type: FixedType): number {
  const fraction = FRACTION[type];
  const whole = bits >> BigInt(fraction);
  const rest = bits - (whole << BigInt(fraction));
  return Number(whole) + Number(rest) / 2 ** fraction;
}

/** As so many decimals of an integer, rounded down: 1.5 with 9 decimals is 1 500 000 000. */
export function fixedToUnits(bits: bigint, type: FixedType, decimals = 9): bigint {
  return (bits * 10n ** BigInt(decimals)) >> BigInt(FRACTION[type]);
}

/** The share that a u16 stands for, of 65 535. */
export function share16(value: number): number {
  return value / 65_535;
}

/** The share that a u64 stands for, of 2^64 - 1. */
export function share64(value: bigint): number {
  return Number(value) / Number(2n ** 64n - 1n);
}

/** a / b as a double, exact before the last division; 0 if there is nothing to divide by. */
export function ratio(a: bigint, b: bigint): number {
  if (b === 0n) return 0;
  const scaled = (a * 10n ** 15n) / b;
  return Number(scaled) / 1e15;
}
