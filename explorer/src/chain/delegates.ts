// Delegates: hotkeys that others stake with.

import { text } from "../lib/bytes";
import { share16 } from "../lib/fixed";
import { ifThere, type At } from "./chain";

export interface Delegate {
  hotkey: string;
  coldkey: string;
  /** What it keeps of the dividends, from 0 to 1. */
  take: number;
  nominators: number;
  /** By netuid, all that is staked with it: alpha in rao, TAO on root. */
  stakes: Map<number, bigint>;
  registrations: number[];
  permits: number[];
  /** Of a day for 1000 TAO of root stake, take deducted, in rao of the subnets' alpha. */
  returnPer1000: bigint;
  /** Of a day from all subnets, the same unit. */
  dailyReturn: bigint;
}

interface RawDelegate {
  delegate_ss58: string;
  owner_ss58: string;
  take: number;
  nominators: [string, [number, bigint][]][];
  registrations: number[];
  validator_permits: number[];
  return_per_1000: bigint;
  total_daily_return: bigint;
}

export async function readDelegates(at: At): Promise<Delegate[]> {
  const raw = await at.call<RawDelegate[]>("DelegateInfoRuntimeApi", "get_delegates");
  return raw.map(toDelegate);
}

/** One of them; null if the hotkey is none. */
export async function readDelegate(at: At, hotkey: string): Promise<Delegate | null> {
  const raw = await at.call<RawDelegate | undefined>(
    "DelegateInfoRuntimeApi",
    "get_delegate",
    hotkey,
  );
  return raw === undefined ? null : toDelegate(raw);
}

function toDelegate(raw: RawDelegate): Delegate {
  const stakes = new Map<number, bigint>();
  for (const [, parts] of raw.nominators) {
    for (const [netuid, amount] of parts) stakes.set(netuid, (stakes.get(netuid) ?? 0n) + amount);
  }
  return {
    hotkey: raw.delegate_ss58,
    coldkey: raw.owner_ss58,
    take: share16(raw.take),
    nominators: raw.nominators.length,
    stakes,
    registrations: raw.registrations,
    permits: raw.validator_permits,
    returnPer1000: raw.return_per_1000,
    dailyReturn: raw.total_daily_return,
  };
}

/** By coldkey, the names of all who say who they are. */
export async function readNames(at: At): Promise<Map<string, string>> {
  const entries = await ifThere(
    at.entries<[string], { name: Uint8Array }>("SubtensorModule", "IdentitiesV2"),
    [],
  );
  return new Map(entries.map(([[coldkey], { name }]) => [coldkey, text(name)]));
}

/** By hotkey, the uids on root. */
export async function readRootMembers(at: At): Promise<Map<string, number>> {
  const entries = await ifThere(
    at.entries<[number, number], string>("SubtensorModule", "Keys", 0),
    [],
  );
  return new Map(entries.map(([[, uid], hotkey]) => [hotkey, uid]));
}

/** What is staked with a delegate at spot prices (rao of TAO for one alpha), in rao of TAO. */
export function stakeValue(delegate: Delegate, prices: ReadonlyMap<number, bigint>): bigint {
  let total = 0n;
  for (const [netuid, amount] of delegate.stakes) {
    total += netuid === 0 ? amount : (amount * (prices.get(netuid) ?? 0n)) / 1_000_000_000n;
  }
  return total;
}
