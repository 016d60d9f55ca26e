// Accounts: balance, stake and what it is worth, relatives of a hotkey, identity.

import { text } from "../lib/bytes";
import { share64 } from "../lib/fixed";
import { ifThere, type At } from "./chain";

/** In rao. */
export interface Balance {
  free: bigint;
  reserved: bigint;
  frozen: bigint;
  nonce: number;
}

export async function readBalance(at: At, account: string): Promise<Balance> {
  const { nonce, data } = await at.storage<{
    nonce: number;
    data: { free: bigint; reserved: bigint; frozen: bigint };
  }>("System", "Account", account);
  return { free: data.free, reserved: data.reserved, frozen: data.frozen, nonce };
}

export interface Stake {
  hotkey: string;
  coldkey: string;
  netuid: number;
  /** Alpha in rao; TAO on root. */
  amount: bigint;
  /** Of the last epoch, the same units. */
  emission: bigint;
  registered: boolean;
}

interface RawStake {
  hotkey: string;
  coldkey: string;
  netuid: number;
  stake: bigint;
  emission: bigint;
  is_registered: boolean;
}

/** Where a coldkey has stake. */
export async function readStakes(at: At, coldkey: string): Promise<Stake[]> {
  const raw = await at.call<RawStake[]>("StakeInfoRuntimeApi", "get_stake_info_for_coldkey", coldkey);
  return raw.map((each) => ({
    hotkey: each.hotkey,
    coldkey: each.coldkey,
    netuid: each.netuid,
    amount: each.stake,
    emission: each.emission,
    registered: each.is_registered,
  }));
}

export interface Sale {
  /** What selling brings, after slippage and fee, in rao of TAO. */
  tao: bigint;
  /** Less than at spot by that, in rao of TAO. */
  slippage: bigint;
  /** In rao of alpha. */
  fee: bigint;
}

/** What selling alpha (rao) would bring now; null if the endpoint cannot say. */
export async function simulateSale(at: At, netuid: number, alpha: bigint): Promise<Sale | null> {
  const call = at.call<{ tao_amount: bigint; alpha_fee: bigint; tao_slippage: bigint }>(
    "SwapRuntimeApi",
    "sim_swap_alpha_for_tao",
    netuid,
    alpha,
  );
  const raw = await ifThere(call, null);
  if (raw === null) return null;
  return { tao: raw.tao_amount, slippage: raw.tao_slippage, fee: raw.alpha_fee };
}

export interface Relative {
  hotkey: string;
  netuid: number;
  /** Of the parent's stake, from 0 to 1. */
  share: number;
}

/** Hotkeys that a hotkey lends stake to, or that lend it theirs. */
export async function readRelatives(
  at: At,
  item: "ChildKeys" | "ParentKeys",
  hotkey: string,
): Promise<Relative[]> {
  const entries = await ifThere(
    at.entries<[string, number], [bigint, string][]>("SubtensorModule", item, hotkey),
    [],
  );
  return entries.flatMap(([[, netuid], list]) =>
    list.map(([share, relative]) => ({ hotkey: relative, netuid, share: share64(share) })),
  );
}

/** Hotkeys that a coldkey owns. */
export function readOwnedHotkeys(at: At, coldkey: string): Promise<string[]> {
  return ifThere(at.storage<string[]>("SubtensorModule", "OwnedHotkeys", coldkey), []);
}

export interface Identity {
  name: string;
  url: string;
  repository: string;
  image: string;
  discord: string;
  description: string;
}

/** What a coldkey says of itself; null if nothing. */
export async function readIdentity(at: At, coldkey: string): Promise<Identity | null> {
  const raw = await ifThere(
    at.storage<Record<string, Uint8Array> | undefined>("SubtensorModule", "IdentitiesV2", coldkey),
    undefined,
  );
  if (raw === undefined) return null;
  return {
    name: text(raw.name),
    url: text(raw.url),
    repository: text(raw.github_repo),
    image: text(raw.image),
    discord: text(raw.discord),
    description: text(raw.description),
  };
}
