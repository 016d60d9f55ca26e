// Delegates: hotkeys that others stake with.

import { share16 } from "../lib/fixed";
import type { At } from "./chain";

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
}

interface RawDelegate {
  delegate_ss58: string;
  owner_ss58: string;
  take: number;
  nominators: [string, [number, bigint][]][];
  registrations: number[];
  validator_permits: number[];
}

export async function readDelegates(at: At): Promise<Delegate[]> {
  const raw = await at.call<RawDelegate[]>("DelegateInfoRuntimeApi", "get_delegates");
  return raw.map(toDelegate);
}

/** One of them; null if the hotkey is none. */
export async function readDelegate(at: At, hotkey: string): Promise<Delegate | null> {
  const raw = await at.call<RawDelegate | undefined>("DelegateInfoRuntimeApi", "get_delegate", hotkey);
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
  };
}
