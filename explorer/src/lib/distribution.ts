// How something is spread over many, such as incentive over miners.

export interface Share {
  /** Whose it is. */
  uid: number;
  value: number;
}

/** Those who have something, the largest first. */
export function ranked(shares: readonly Share[]): Share[] {
  return shares.filter(({ value }) => value > 0).sort((a, b) => b.value - a.value || a.uid - b.uid);
}

/** The part of all that the first so many have, of what `ranked` gives. */
export function partOfFirst(sorted: readonly Share[], count: number): number {
  const total = sorted.reduce((sum, { value }) => sum + value, 0);
  if (total === 0) return 0;
  return sorted.slice(0, count).reduce((sum, { value }) => sum + value, 0) / total;
}

/** Gini's coefficient: 0 if all have the same, towards 1 if one has all. */
export function gini(sorted: readonly Share[]): number {
  const total = sorted.reduce((sum, { value }) => sum + value, 0);
  if (total === 0) return 0;
  const count = sorted.length;
  // Of values that fall: the first has the greatest place from the end.
  const weighted = sorted.reduce((sum, { value }, i) => sum + (count - i) * value, 0);
  return (2 * weighted) / (count * total) - (count + 1) / count;
}
