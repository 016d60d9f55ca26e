// A subnet from within: neurons, who weighs whom, what the numbers of it are.

import { text } from "../lib/bytes";
import { share16 } from "../lib/fixed";
import type { Cell } from "../lib/heat";
import { ifThere, type At } from "./chain";

export interface Axon {
  /** `ip:port`, or null if the neuron does not serve. */
  address: string | null;
  version: number;
  protocol: number;
  /** The block at which it was told. */
  block: number;
}

export interface Neuron {
  uid: number;
  hotkey: string;
  coldkey: string;
  name: string;
  active: boolean;
  validator: boolean;
  /** Shares from 0 to 1. */
  rank: number;
  trust: number;
  consensus: number;
  incentive: number;
  dividends: number;
  /** Alpha of the last epoch, in rao. */
  emission: bigint;
  /** Alpha, TAO on root, and what both weigh, in rao. */
  alphaStake: bigint;
  taoStake: bigint;
  totalStake: bigint;
  axon: Axon;
  lastUpdate: number;
  registeredAt: number;
}

export interface Metagraph {
  netuid: number;
  block: number;
  tempo: number;
  lastEpoch: number;
  ownerHotkey: string;
  ownerColdkey: string;
  commitReveal: boolean;
  /** Epochs until a commit is revealed. */
  revealPeriod: number;
  neurons: Neuron[];
}

interface RawAxon {
  block: bigint;
  version: number;
  ip: bigint;
  port: number;
  ip_type: number;
  protocol: number;
}

interface RawMetagraph {
  netuid: number;
  block: bigint;
  tempo: number;
  last_step: bigint;
  owner_hotkey: string;
  owner_coldkey: string;
  commit_reveal_weights_enabled: boolean;
  commit_reveal_period: bigint;
  hotkeys: string[];
  coldkeys: string[];
  identities: ({ name: Uint8Array } | undefined)[];
  axons: RawAxon[];
  active: boolean[];
  validator_permit: boolean[];
  last_update: bigint[];
  emission: bigint[];
  dividends: number[];
  incentives: number[];
  consensus: number[];
  rank?: number[];
  trust?: number[];
  block_at_registration: bigint[];
  alpha_stake: bigint[];
  tao_stake: bigint[];
  total_stake: bigint[];
}

/** The metagraph of a subnet, or of one of its mechanisms; null if there is no such. */
export async function readMetagraph(at: At, netuid: number, mechanism = 0): Promise<Metagraph | null> {
  const raw = await (mechanism === 0
    ? at.call<RawMetagraph | undefined>("SubnetInfoRuntimeApi", "get_metagraph", netuid)
    : at.call<RawMetagraph | undefined>("SubnetInfoRuntimeApi", "get_mechagraph", netuid, mechanism));
  if (raw === undefined) return null;
  return {
    netuid: raw.netuid,
    block: Number(raw.block),
    tempo: raw.tempo,
    lastEpoch: Number(raw.last_step),
    ownerHotkey: raw.owner_hotkey,
    ownerColdkey: raw.owner_coldkey,
    commitReveal: raw.commit_reveal_weights_enabled,
    revealPeriod: Number(raw.commit_reveal_period),
    neurons: raw.hotkeys.map((hotkey, uid) => toNeuron(raw, hotkey, uid)),
  };
}

function toNeuron(raw: RawMetagraph, hotkey: string, uid: number): Neuron {
  return {
    uid,
    hotkey,
    coldkey: raw.coldkeys[uid] ?? "",
    name: text(raw.identities[uid]?.name),
    active: raw.active[uid] ?? false,
    validator: raw.validator_permit[uid] ?? false,
    rank: share16(raw.rank?.[uid] ?? 0),
    trust: share16(raw.trust?.[uid] ?? 0),
    consensus: share16(raw.consensus[uid] ?? 0),
    incentive: share16(raw.incentives[uid] ?? 0),
    dividends: share16(raw.dividends[uid] ?? 0),
    emission: raw.emission[uid] ?? 0n,
    alphaStake: raw.alpha_stake[uid] ?? 0n,
    taoStake: raw.tao_stake[uid] ?? 0n,
    totalStake: raw.total_stake[uid] ?? 0n,
    axon: toAxon(raw.axons[uid]),
    lastUpdate: Number(raw.last_update[uid] ?? 0n),
    registeredAt: Number(raw.block_at_registration[uid] ?? 0n),
  };
}

function toAxon(raw: RawAxon | undefined): Axon {
  if (raw === undefined) return { address: null, version: 0, protocol: 0, block: 0 };
  const { ip, port, version, protocol } = raw;
  const address = ip === 0n ? null : `${formatIp(ip, raw.ip_type)}:${port}`;
  return { address, version, protocol, block: Number(raw.block) };
}

/** An address as the chain has it, an integer; of version 6 in brackets. */
export function formatIp(ip: bigint, version: number): string {
  const parts = (count: number, bits: number) =>
    Array.from({ length: count }, (_, i) =>
      (ip >> BigInt(bits * (count - 1 - i))) & ((1n << BigInt(bits)) - 1n),
    );
  if (version === 4) return parts(4, 8).join(".");
  return `[${parts(8, 16)
    .map((part) => part.toString(16))
    .join(":")}]`;
}

/** Mechanisms of a subnet have rows of their own: 4096 apart. */
const MECHANISM_STEP = 4096;

/** The key of what each mechanism of a subnet has of its own. */
export function mechanismIndex(netuid: number, mechanism: number): number {
  return mechanism * MECHANISM_STEP + netuid;
}

/** How many mechanisms a subnet has; one where the endpoint knows of no others. */
export function readMechanisms(at: At, netuid: number): Promise<number> {
  return ifThere(at.storage<number>("SubtensorModule", "MechanismCountCurrent", netuid), 1);
}

/** Weights or bonds: each row a validator's, as shares of the largest possible value. */
export async function readMatrix(
  at: At,
  item: "Weights" | "Bonds",
  netuid: number,
  mechanism = 0,
): Promise<Cell[]> {
  const index = mechanismIndex(netuid, mechanism);
  const rows = await at.entries<[number, number], [number, number][]>(
    "SubtensorModule",
    item,
    index,
  );
  return rows.flatMap(([[, row], values]) =>
    values
      .filter(([, value]) => value > 0)
      .map(([column, value]) => ({ row, column, value: share16(value) })),
  );
}

export interface Hyperparameter {
  name: string;
  /** `Bool`, `U16`, `U64`, `TaoBalance`, `I32F32`, `U64F64` and such. */
  type: string;
  value: boolean | number | bigint;
}

interface RawParameter {
  name: Uint8Array;
  value: { type: string; value: boolean | number | bigint };
}

/** All that are named by the chain; null where the endpoint does not name them. */
export async function readHyperparameters(at: At, netuid: number): Promise<Hyperparameter[] | null> {
  const call = at.call<RawParameter[] | undefined>(
    "SubnetInfoRuntimeApi",
    "get_subnet_hyperparams_v3",
    netuid,
  );
  const raw = await ifThere(call, undefined);
  if (raw === undefined) return null;
  return raw.map(({ name, value }) => ({ name: text(name), type: value.type, value: value.value }));
}
