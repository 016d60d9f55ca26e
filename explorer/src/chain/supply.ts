// The supply schedule: half of what remains until 21 million is issued at the
// emission of a block, then the emission halves.

import { RAO } from "../lib/format";
import { ifThere, type At } from "./chain";

/** Supply that issuance approaches and never passes, in rao. */
export const MAX_SUPPLY = 21_000_000n * RAO;
const FIRST_EMISSION = RAO;

export interface Supply {
  /** TAO that exist, in rao. */
  issuance: bigint;
  /** TAO that a block mints, in rao. */
  blockEmission: bigint;
  /** TAO that stand behind stake, in rao; null if the chain does not say. */
  staked: bigint | null;
  halvings: number;
  /** Issuance at which the emission halves next, in rao. */
  nextThreshold: bigint;
  /** Blocks until then at this emission; null if nothing is minted any more. */
  blocksToHalving: bigint | null;
}

export async function readSupply(at: At): Promise<Supply> {
  const [issuance, blockEmission, staked] = await Promise.all([
    at.storage<bigint>("SubtensorModule", "TotalIssuance"),
    ifThere(at.call<bigint>("SubnetInfoRuntimeApi", "get_block_emission"), null),
    ifThere(at.storage<bigint>("SubtensorModule", "TotalStake"), null),
  ]);
  return { issuance, staked, ...schedule(issuance, blockEmission) };
}

/** Where an issuance (rao) is on the curve. The chain's own emission goes before the computed. */
export function schedule(
  issuance: bigint,
  emission: bigint | null = null,
): Omit<Supply, "issuance" | "staked"> {
  let halvings = 0;
  const remaining = MAX_SUPPLY - issuance;
  while (remaining > 0n && remaining << BigInt(halvings + 1) <= MAX_SUPPLY) halvings++;
  const blockEmission = emission ?? (remaining > 0n ? FIRST_EMISSION >> BigInt(halvings) : 0n);
  const nextThreshold = MAX_SUPPLY - (MAX_SUPPLY >> BigInt(halvings + 1));
  const missing = nextThreshold - issuance;
  const blocksToHalving =
    blockEmission === 0n ? null : (missing + blockEmission - 1n) / blockEmission;
  return { blockEmission, halvings, nextThreshold, blocksToHalving };
}
