// What an account has beside its free balance: reasons of what is held, locked alpha,
// dividends of root that wait, and what it is as a hotkey.

import { share16 } from "../lib/fixed";
import { text } from "../lib/bytes";
import { ifThere, type At } from "./chain";
import { show } from "./values";

/** A part of a balance that is not free to be spent, in rao. */
export interface Hold {
  kind: "held" | "locked" | "frozen";
  reason: string;
  amount: bigint;
}

interface IdAmount {
  id: unknown;
  amount: bigint;
}

export async function readHolds(at: At, account: string): Promise<Hold[]> {
  const list = (item: string) => ifThere(at.storage<IdAmount[]>("Balances", item, account), []);
  const [held, locked, frozen] = await Promise.all([list("Holds"), list("Locks"), list("Freezes")]);
  const named = (kind: Hold["kind"]) => ({ id, amount }: IdAmount): Hold => ({
    kind,
    reason: typeof id === "string" || id instanceof Uint8Array ? text(id).trim() : show(id),
    amount,
  });
  return [
    ...held.map(named("held")),
    ...locked.map(named("locked")),
    ...frozen.map(named("frozen")),
  ];
}

export interface Lock {
  netuid: number;
  hotkey: string;
  /** Alpha in rao, as it is now where the endpoint computes that, else as it was written. */
  amount: bigint;
  /** In rao of alpha; U64F64 without what is behind the point. */
  conviction: bigint;
  /** It stays as large as it is until that is taken back. */
  perpetual: boolean;
}

interface RawLock {
  locked_mass: bigint;
  conviction: bigint | { bits: bigint };
  last_update: bigint;
}

/** Alpha that a coldkey has locked. */
export async function readLocks(at: At, coldkey: string): Promise<Lock[]> {
  const [entries, modes] = await Promise.all([
    ifThere(at.entries<[string, number, string], RawLock>("SubtensorModule", "Lock", coldkey), []),
    ifThere(at.entries<[string, number], boolean>("SubtensorModule", "DecayingLock", coldkey), []),
  ]);
  const perpetual = new Set(modes.filter(([, decays]) => !decays).map(([[, netuid]]) => netuid));
  return Promise.all(
    entries.map(async ([[, netuid, hotkey], written]) => {
      const call = at.call<RawLock | undefined>(
        "StakeInfoRuntimeApi",
        "get_coldkey_lock",
        coldkey,
        netuid,
      );
      const { locked_mass, conviction } = (await ifThere(call, undefined)) ?? written;
      return {
        netuid,
        hotkey,
        amount: locked_mass,
        conviction: (typeof conviction === "bigint" ? conviction : conviction.bits) >> 64n,
        perpetual: perpetual.has(netuid),
      };
    }),
  );
}

/** Root dividends that a coldkey may claim of the fund of a hotkey. */
export interface Claim {
  hotkey: string;
  /** In rao of TAO: what has accrued, and what claiming would bring now. */
  accrued: bigint;
  redeemable: bigint;
}

/** Null if the endpoint has no funds. */
export async function readClaims(at: At, coldkey: string): Promise<Claim[] | null> {
  const call = at.call<{ hotkey: string; accrued_tao: bigint; redeemable_tao: bigint }[]>(
    "BetaBasketRuntimeApi",
    "get_root_basket_claim_previews",
    coldkey,
  );
  const raw = await ifThere(call, null);
  if (raw === null) return null;
  return raw.map((each) => ({
    hotkey: each.hotkey,
    accrued: each.accrued_tao,
    redeemable: each.redeemable_tao,
  }));
}

export interface Registration {
  netuid: number;
  uid: number;
  validator: boolean;
  active: boolean;
  /** Shares from 0 to 1. */
  incentive: number;
  dividends: number;
  /** Alpha of the last epoch, in rao. */
  emission: bigint;
  lastUpdate: number;
}

interface RawNeuron {
  uid: number;
  validator_permit: boolean;
  active: boolean;
  incentive: number;
  dividends: number;
  emission: bigint;
  last_update: bigint;
}

export interface AsHotkey {
  /** Null if nobody owns it, which then is no hotkey. */
  owner: string | null;
  /** What it keeps of the dividends, from 0 to 1; null if it is no delegate. */
  take: number | null;
  registrations: Registration[];
  /** By netuid, all that is staked with it: alpha in rao, TAO on root. */
  staked: [number, bigint][];
}

/** The public key of nobody, which stands for an absent owner. */
const NOBODY = "5C4hrfjw9DjXZTzV3MwzrrAr9P1MJhSrvWGWqi1eSuyUpnhM";

export async function readAsHotkey(at: At, hotkey: string): Promise<AsHotkey> {
  const pallet = "SubtensorModule";
  const [owner, take, memberships, staked] = await Promise.all([
    ifThere(at.storage<string>(pallet, "Owner", hotkey), NOBODY),
    ifThere(at.entries<[string], number>(pallet, "Delegates", hotkey), []),
    ifThere(at.entries<[string, number], boolean>(pallet, "IsNetworkMember", hotkey), []),
    ifThere(at.entries<[string, number], bigint>(pallet, "TotalHotkeyAlpha", hotkey), []),
  ]);
  const netuids = memberships.filter(([, member]) => member).map(([[, netuid]]) => netuid);
  const registrations = await Promise.all(netuids.map((each) => readRegistration(at, each, hotkey)));
  const delegate = take[0]?.[1];
  return {
    owner: owner === NOBODY ? null : owner,
    take: delegate === undefined ? null : share16(delegate),
    registrations: registrations.filter((each) => each !== null).sort((a, b) => a.netuid - b.netuid),
    staked: staked
      .filter(([, amount]) => amount > 0n)
      .map(([[, netuid], amount]): [number, bigint] => [netuid, amount])
      .sort(([a], [b]) => a - b),
  };
}

async function readRegistration(
  at: At,
  netuid: number,
  hotkey: string,
): Promise<Registration | null> {
  const uid = await at.storage<number | undefined>("SubtensorModule", "Uids", netuid, hotkey);
  if (uid === undefined) return null;
  const call = at.call<RawNeuron | undefined>(
    "NeuronInfoRuntimeApi",
    "get_neuron_lite",
    netuid,
    uid,
  );
  const raw = await ifThere(call, undefined);
  return {
    netuid,
    uid,
    validator: raw?.validator_permit ?? false,
    active: raw?.active ?? false,
    incentive: share16(raw?.incentive ?? 0),
    dividends: share16(raw?.dividends ?? 0),
    emission: raw?.emission ?? 0n,
    lastUpdate: Number(raw?.last_update ?? 0n),
  };
}

/** Names of subnets by netuid, with their symbols. */
export async function readSubnetNames(at: At): Promise<Map<number, { name: string; symbol: string }>> {
  const pallet = "SubtensorModule";
  const [symbols, identities] = await Promise.all([
    ifThere(at.entries<[number], Uint8Array>(pallet, "TokenSymbol"), []),
    ifThere(at.entries<[number], { subnet_name: Uint8Array }>(pallet, "SubnetIdentitiesV3"), []),
  ]);
  const names = new Map(symbols.map(([[netuid], symbol]) => [netuid, { name: "", symbol: text(symbol) }]));
  for (const [[netuid], identity] of identities) {
    names.set(netuid, {
      name: text(identity.subnet_name),
      symbol: names.get(netuid)?.symbol ?? "α",
    });
  }
  return names;
}
