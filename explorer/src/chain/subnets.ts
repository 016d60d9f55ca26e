// Subnets as a list: price, pool, emission, owner, cost and tempo.

import { text } from "../lib/bytes";
import { fixedToUnits, ratio } from "../lib/fixed";
import { ifThere, type At } from "./chain";

export interface SubnetIdentity {
  name: string;
  description: string;
  url: string;
  repository: string;
  contact: string;
  discord: string;
  logo: string;
}

export interface Subnet {
  netuid: number;
  name: string;
  symbol: string;
  identity: SubnetIdentity | null;
  ownerHotkey: string;
  ownerColdkey: string;
  registeredAt: number;
  /** Spot price: rao of TAO for one alpha. */
  price: bigint;
  /** Average price, the same unit. */
  movingPrice: bigint;
  /** The pool: TAO (rao), alpha (rao of alpha), and alpha outside of it. */
  taoIn: bigint;
  alphaIn: bigint;
  alphaOut: bigint;
  /** Alpha outside of the pool at spot, in rao of TAO. */
  marketCap: bigint;
  volume: bigint;
  /** Of a block: TAO into the pool, TAO that bought alpha, alpha into the pool and out of it. */
  taoInEmission: bigint;
  taoBought: bigint;
  alphaInEmission: bigint;
  alphaOutEmission: bigint;
  /** Of all TAO that the block gave to subnets, the share of this one. */
  emissionShare: number;
  tempo: number;
  lastEpoch: number;
  blocksSinceEpoch: number;
  /** TAO that a registration burns, in rao; null if the chain does not say. */
  burn: bigint | null;
  neurons: number | null;
  maxNeurons: number | null;
}

interface RawIdentity {
  subnet_name: Uint8Array;
  github_repo: Uint8Array;
  subnet_contact: Uint8Array;
  subnet_url: Uint8Array;
  discord: Uint8Array;
  description: Uint8Array;
  logo_url?: Uint8Array;
}

interface RawDynamic {
  netuid: number;
  owner_hotkey: string;
  owner_coldkey: string;
  subnet_name: number[];
  token_symbol: number[];
  tempo: number;
  last_step: bigint;
  blocks_since_last_step: bigint;
  alpha_in: bigint;
  alpha_out: bigint;
  tao_in: bigint;
  alpha_out_emission: bigint;
  alpha_in_emission: bigint;
  tao_in_emission: bigint;
  subnet_volume: bigint;
  network_registered_at: bigint;
  subnet_identity?: RawIdentity;
  moving_price: bigint | { bits: bigint };
}

/** All subnets, root first. */
export async function readSubnets(at: At): Promise<Subnet[]> {
  const [all, prices, bought, burns, sizes, limits] = await Promise.all([
    at.call<(RawDynamic | undefined)[]>("SubnetInfoRuntimeApi", "get_all_dynamic_info"),
    readPrices(at),
    byNetuid<bigint>(at, "SubnetExcessTao"),
    byNetuid<bigint>(at, "Burn"),
    byNetuid<number>(at, "SubnetworkN"),
    byNetuid<number>(at, "MaxAllowedUids"),
  ]);
  const present = all.filter((each) => each !== undefined);
  const spent = (raw: RawDynamic) => raw.tao_in_emission + (bought?.get(raw.netuid) ?? 0n);
  const total = present.reduce((sum, raw) => sum + spent(raw), 0n);
  return present.map((raw) => {
    const { netuid } = raw;
    const price = prices?.get(netuid) ?? spot(raw);
    return {
      ...fromDynamic(raw),
      price,
      marketCap: (raw.alpha_out * price) / 1_000_000_000n,
      taoBought: bought?.get(netuid) ?? 0n,
      emissionShare: ratio(spent(raw), total),
      burn: burns?.get(netuid) ?? null,
      neurons: sizes?.get(netuid) ?? null,
      maxNeurons: limits?.get(netuid) ?? null,
    };
  });
}

function fromDynamic(raw: RawDynamic) {
  const moving = typeof raw.moving_price === "bigint" ? raw.moving_price : raw.moving_price.bits;
  const identity = raw.subnet_identity === undefined ? null : toIdentity(raw.subnet_identity);
  return {
    netuid: raw.netuid,
    name: identity?.name || text(raw.subnet_name),
    symbol: text(raw.token_symbol),
    identity,
    ownerHotkey: raw.owner_hotkey,
    ownerColdkey: raw.owner_coldkey,
    registeredAt: Number(raw.network_registered_at),
    movingPrice: fixedToUnits(moving, "I96F32"),
    taoIn: raw.tao_in,
    alphaIn: raw.alpha_in,
    alphaOut: raw.alpha_out,
    volume: raw.subnet_volume,
    taoInEmission: raw.tao_in_emission,
    alphaInEmission: raw.alpha_in_emission,
    alphaOutEmission: raw.alpha_out_emission,
    tempo: raw.tempo,
    lastEpoch: Number(raw.last_step),
    blocksSinceEpoch: Number(raw.blocks_since_last_step),
  };
}

function toIdentity(raw: RawIdentity): SubnetIdentity {
  return {
    name: text(raw.subnet_name),
    description: text(raw.description),
    url: text(raw.subnet_url),
    repository: text(raw.github_repo),
    contact: text(raw.subnet_contact),
    discord: text(raw.discord),
    logo: text(raw.logo_url),
  };
}

/** Where the endpoint tells no price: that of a pool with equal weights. */
function spot(raw: { netuid: number; tao_in: bigint; alpha_in: bigint }): bigint {
  if (raw.netuid === 0) return 1_000_000_000n;
  return raw.alpha_in === 0n ? 0n : (raw.tao_in * 1_000_000_000n) / raw.alpha_in;
}

/** Spot prices of all subnets, rao of TAO for one alpha; null if the endpoint tells none. */
export async function readPrices(at: At): Promise<Map<number, bigint> | null> {
  const all = await ifThere(
    at.call<{ netuid: number; price: bigint }[]>("SwapRuntimeApi", "current_alpha_price_all"),
    null,
  );
  return all === null ? null : new Map(all.map(({ netuid, price }) => [netuid, price]));
}

/** A map of the main pallet by netuid; null if the endpoint has none of that name. */
export async function byNetuid<V>(at: At, item: string): Promise<Map<number, V> | null> {
  const entries = await ifThere(at.entries<[number], V>("SubtensorModule", item), null);
  return entries === null ? null : new Map(entries.map(([[netuid], value]) => [netuid, value]));
}

/** TAO that registering a subnet locks now, in rao; null if the endpoint does not tell. */
export function readSubnetCost(at: At): Promise<bigint | null> {
  return ifThere(
    at.call<bigint>("SubnetRegistrationRuntimeApi", "get_network_registration_cost"),
    null,
  );
}

/** The block at which the next epoch of a subnet is due; null if none is. */
export async function readNextEpoch(at: At, netuid: number): Promise<number | null> {
  const call = at.call<bigint | undefined>("SubnetInfoRuntimeApi", "get_next_epoch_start_block", netuid);
  const block = await ifThere(call, undefined);
  return block === undefined ? null : Number(block);
}
