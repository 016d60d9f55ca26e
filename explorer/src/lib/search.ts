// What somebody typed in the search box, as the path of a page.

const SS58 = /^[1-9A-HJ-NP-Za-km-z]{46,50}$/;
const HASH = /^0x[0-9a-fA-F]{64}$/;

/** Paths that the words may mean, the likeliest first. */
export function candidates(typed: string): string[] {
  const query = typed.trim();
  const netuid = /^(?:sn|subnet|netuid)\s*#?(\d{1,5})$/i.exec(query);
  if (netuid !== null) return [`/subnet/${Number(netuid[1])}`];
  const block = /^(?:block|#)\s*#?(\d+)$/i.exec(query);
  if (block !== null) return [`/block/${Number(block[1])}`];
  if (/^\d+$/.test(query)) {
    const number = Number(query);
    const ofBlock = `/block/${number}`;
    // Numbers that few chains have as netuids are blocks.
    return number < 1024 ? [`/subnet/${number}`, ofBlock] : [ofBlock];
  }
  if (HASH.test(query)) return [`/block/${query}`];
  if (SS58.test(query)) return [`/account/${query}`];
  return [];
}
