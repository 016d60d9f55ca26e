// Weights that are committed and wait to be revealed: by their hash, which their author
// reveals, or encrypted, which the chain does when a round of the beacon opens them.

import { ifThere, type At } from "./chain";
import { mechanismIndex } from "./metagraph";
import { readNextEpoch } from "./subnets";

export interface Commit {
  /** Another one for each of a mechanism. */
  id: string;
  hotkey: string;
  /** The block and the epoch of the subnet in which it was made. */
  block: number;
  epoch: number;
  /** What it is kept secret by. */
  kind: "hash" | "encrypted";
  /** The hash; nothing for encrypted ones. */
  hash: string;
  /** The round of the beacon that opens it; null for hashes. */
  round: number | null;
}

type RawHashed = [hash: string, epoch: bigint, block: bigint, unused: bigint];
type RawEncrypted = [hotkey: string, block: bigint, ciphertext: Uint8Array, round: bigint];

/** The commits of a mechanism, the newest first. */
export async function readCommits(at: At, netuid: number, mechanism = 0): Promise<Commit[]> {
  const index = mechanismIndex(netuid, mechanism);
  const [hashed, encrypted] = await Promise.all([
    ifThere(
      at.entries<[number, string], RawHashed[]>("SubtensorModule", "WeightCommits", index),
      [],
    ),
    ifThere(
      at.entries<[number, bigint], RawEncrypted[]>(
        "SubtensorModule",
        "TimelockedWeightCommits",
        index,
      ),
      [],
    ),
  ]);
  const commits = [
    ...hashed.flatMap(([[, hotkey], list]) => list.map((raw, i) => fromHashed(hotkey, raw, i))),
    ...encrypted.flatMap(([[, epoch], list]) => list.map((raw, i) => fromEncrypted(epoch, raw, i))),
  ];
  return commits.sort((a, b) => b.block - a.block || a.hotkey.localeCompare(b.hotkey));
}

function fromHashed(hotkey: string, [hash, epoch, block]: RawHashed, place: number): Commit {
  return {
    id: `${hotkey} ${place}`,
    hotkey,
    hash,
    epoch: Number(epoch),
    block: Number(block),
    kind: "hash",
    round: null,
  };
}

function fromEncrypted(epoch: bigint, raw: RawEncrypted, place: number): Commit {
  const [hotkey, block, , round] = raw;
  return {
    id: `${epoch} ${place}`,
    hotkey,
    hash: "",
    epoch: Number(epoch),
    block: Number(block),
    kind: "encrypted",
    round: Number(round),
  };
}

export interface Beacon {
  /** When the first round was, in s since 1970. */
  genesis: number;
  /** Between rounds, in s. */
  period: number;
  /** The newest round that the chain has; 0 for none. */
  last: number;
}

/** The beacon that opens what is encrypted; null if the chain has none. */
export async function readBeacon(at: At): Promise<Beacon | null> {
  const [config, last] = await Promise.all([
    ifThere(at.storage<{ period: number; genesis_time: number }>("Drand", "BeaconConfig"), null),
    ifThere(at.storage<bigint>("Drand", "LastStoredRound"), 0n),
  ]);
  if (config === null) return null;
  return { genesis: config.genesis_time, period: config.period, last: Number(last) };
}

/** When a round is published, in ms. */
export function roundTime(round: number, { genesis, period }: Beacon): number {
  return (genesis + (round - 1) * period) * 1000;
}

export type Phase = "waiting" | "open" | "expired";

/** Where a commit is in an epoch of its subnet, with so many epochs from commit to reveal. */
export function phaseOf(commit: Commit, epoch: number, period: number): Phase {
  const due = commit.epoch + period;
  if (epoch === due) return "open";
  return epoch < due ? "waiting" : "expired";
}

export interface Clock {
  /** Epochs so far; null if the endpoint does not count them. */
  epoch: number | null;
  /** The block at which the next one is due; null if none is. */
  next: number | null;
  /** Between blocks, in ms; null if the endpoint does not say. */
  slot: number | null;
}

/** Where a subnet is in time. */
export async function readClock(at: At, netuid: number): Promise<Clock> {
  const [epoch, next, slot] = await Promise.all([
    ifThere(at.storage<bigint>("SubtensorModule", "SubnetEpochIndex", netuid), null),
    readNextEpoch(at, netuid),
    ifThere(at.call<bigint>("AuraApi", "slot_duration"), null),
  ]);
  return {
    epoch: epoch === null ? null : Number(epoch),
    next,
    slot: slot === null ? null : Number(slot),
  };
}
