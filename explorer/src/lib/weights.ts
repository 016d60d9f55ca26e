/** A row of weights as somebody types it: `0: 10, 3: 5`. The largest becomes 65 535. */
export function parseWeights(typed: string): { uids: number[]; weights: number[] } | null {
  const row = new Map<number, number>();
  for (const entry of typed.split(/[,\n]/)) {
    if (entry.trim() === "") continue;
    const match = /^\s*(\d{1,5})\s*:\s*(\d+(?:\.\d+)?)\s*$/.exec(entry);
    const uid = Number(match?.[1]);
    if (match === null || uid > 65_535 || row.has(uid)) return null;
    row.set(uid, Number(match[2]));
  }
  const largest = Math.max(0, ...row.values());
  if (largest === 0 || !Number.isFinite(largest)) return null;
  const scaled = [...row.values()].map((weight) => Math.round((weight / largest) * 65_535));
  return { uids: [...row.keys()], weights: scaled };
}

/** The price beyond which a trade is not made, so many percent away; rounded against the trader. */
export function limitPrice(price: bigint, percent: number, buys: boolean): bigint {
  const parts = BigInt(Math.round(percent * 100));
  return buys ? (price * (10_000n + parts)) / 10_000n : (price * (10_000n - parts) + 9999n) / 10_000n;
}
