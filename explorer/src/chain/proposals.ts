// Calls that wait to be made: scheduled ones, preimages, multisigs, referenda.

import { fromHex, toHex } from "../lib/bytes";
import { ifThere, type At } from "./chain";
import { show } from "./values";

/** A call as the chain keeps it: in place, or by the hash of its preimage. */
export type Bounded =
  | { type: "Inline"; value: Uint8Array | string }
  | { type: "Legacy"; value: { hash: string } | string }
  | { type: "Lookup"; value: { hash: string; len: number } };

export interface Proposal {
  pallet: string;
  call: string;
  args: unknown;
}

function bytesOf(value: Uint8Array | string): Uint8Array {
  return typeof value === "string" ? fromHex(value) : value;
}

/** The call; null if its preimage is not on the chain or is no call. */
export async function readBounded(at: At, bounded: Bounded): Promise<Proposal | null> {
  if (bounded.type === "Inline") return decodeCall(at, bytesOf(bounded.value));
  const { value } = bounded;
  const hash = typeof value === "string" ? value : value.hash;
  return readPreimage(at, hash, typeof value === "object" && "len" in value ? value.len : null);
}

export function hashOf(bounded: Bounded): string | null {
  if (bounded.type === "Inline") return null;
  return typeof bounded.value === "string" ? bounded.value : bounded.value.hash;
}

async function readPreimage(at: At, hash: string, len: number | null): Promise<Proposal | null> {
  if (len === null) return null;
  const found = at.storage<Uint8Array | string | undefined>("Preimage", "PreimageFor", [hash, len]);
  const bytes = await ifThere(found, undefined);
  return bytes === undefined ? null : decodeCall(at, bytesOf(bytes));
}

async function decodeCall(at: At, bytes: Uint8Array): Promise<Proposal | null> {
  const runtime = await at.chain.runtime();
  return runtime.decodeCall(bytes);
}

export interface ScheduledCall {
  block: number;
  index: number;
  name: string | null;
  priority: number;
  /** Blocks from one time to the next, and how many more there are. */
  periodic: [number, number] | null;
  origin: string;
  hash: string | null;
  call: Proposal | null;
}

interface RawScheduled {
  maybe_id: string | Uint8Array | undefined;
  priority: number;
  call: Bounded;
  maybe_periodic: [number, number] | undefined;
  origin: unknown;
}

/** What the chain will do by itself, the next first; null if it has no scheduler. */
export async function readAgenda(at: At): Promise<ScheduledCall[] | null> {
  const entries = await ifThere(
    at.entries<[number], (RawScheduled | undefined)[]>("Scheduler", "Agenda"),
    null,
  );
  if (entries === null) return null;
  const waiting = entries.flatMap(([[block], list]) =>
    list.flatMap((raw, index) => (raw === undefined ? [] : [{ block, index, raw }])),
  );
  const calls = await Promise.all(
    waiting.map(async ({ block, index, raw }) => ({
      block,
      index,
      name: raw.maybe_id === undefined ? null : toHex(bytesOf(raw.maybe_id)),
      priority: raw.priority,
      periodic: raw.maybe_periodic ?? null,
      origin: show(raw.origin),
      hash: hashOf(raw.call),
      call: await readBounded(at, raw.call),
    })),
  );
  return calls.sort((a, b) => a.block - b.block || a.index - b.index);
}

export interface Preimage {
  hash: string;
  /** In bytes; null if nobody has said. */
  length: number | null;
  /** Whether something on the chain waits for it. */
  requested: boolean;
  depositor: string | null;
  call: Proposal | null;
}

interface RawPreimageStatus {
  type: string;
  value: {
    ticket?: [string, unknown];
    deposit?: [string, unknown];
    maybe_ticket?: [string, unknown];
    len?: number;
    maybe_len?: number;
  };
}

/** Null if the endpoint keeps no preimages. */
export async function readPreimages(at: At): Promise<Preimage[] | null> {
  const statuses = (item: string) =>
    ifThere(at.entries<[string], RawPreimageStatus>("Preimage", item), null);
  const [now, before] = await Promise.all([statuses("RequestStatusFor"), statuses("StatusFor")]);
  if (now === null && before === null) return null;
  return Promise.all(
    [...(now ?? []), ...(before ?? [])].map(async ([[hash], { type, value }]) => {
      const length = value.len ?? value.maybe_len ?? null;
      const ticket = value.ticket ?? value.maybe_ticket ?? value.deposit;
      return {
        hash,
        length,
        requested: type === "Requested",
        depositor: ticket?.[0] ?? null,
        call: await readPreimage(at, hash, length),
      };
    }),
  );
}

export interface MultisigWaiting {
  account: string;
  callHash: string;
  block: number;
  /** In rao. */
  deposit: bigint;
  depositor: string;
  approvals: string[];
}

interface RawMultisig {
  when: { height: number; index: number };
  deposit: bigint;
  depositor: string;
  approvals: string[];
}

/** Calls that some of the signatories have approved; null if the endpoint has no multisigs. */
export async function readMultisigs(at: At): Promise<MultisigWaiting[] | null> {
  const entries = await ifThere(
    at.entries<[string, string | Uint8Array], RawMultisig>("Multisig", "Multisigs"),
    null,
  );
  if (entries === null) return null;
  return entries.map(([[account, hash], raw]) => ({
    account,
    callHash: toHex(bytesOf(hash)),
    block: raw.when.height,
    deposit: raw.deposit,
    depositor: raw.depositor,
    approvals: raw.approvals,
  }));
}

export interface Referendum {
  index: number;
  track: string;
  origin: string;
  submitted: number;
  /** Block at which it began to be decided; null before. */
  deciding: number | null;
  /** Block since which it has been passing; null if it is not. */
  confirming: number | null;
  tally: { ayes: bigint; nays: bigint; support: bigint };
  hash: string | null;
  call: Proposal | null;
}

interface RawReferendum {
  track: unknown;
  origin: unknown;
  proposal: Bounded;
  submitted: number;
  deciding: { since: number; confirming: number | undefined } | undefined;
  tally: { ayes: bigint; nays: bigint; support: bigint };
}

/** Referenda that are being voted on; null if the endpoint has none at all. */
export async function readReferenda(at: At): Promise<Referendum[] | null> {
  const entries = await ifThere(
    at.entries<[number], { type: string; value: unknown }>("Referenda", "ReferendumInfoFor"),
    null,
  );
  if (entries === null) return null;
  const open = entries.filter(([, info]) => info.type === "Ongoing");
  const referenda = await Promise.all(
    open.map(async ([[index], info]) => {
      const raw = info.value as RawReferendum;
      return {
        index,
        track: show(raw.track),
        origin: show(raw.origin),
        submitted: raw.submitted,
        deciding: raw.deciding?.since ?? null,
        confirming: raw.deciding?.confirming ?? null,
        tally: raw.tally,
        hash: hashOf(raw.proposal),
        call: await readBounded(at, raw.proposal),
      };
    }),
  );
  return referenda.sort((a, b) => b.index - a.index);
}

export interface Powers {
  /** Who may do everything; null if nobody, undefined if the endpoint has no such key. */
  sudo: string | null | undefined;
  /** Hash of the code that anybody may upload now. */
  upgrade: string | null;
  /** Block until which most calls are refused. */
  safeUntil: number | null;
}

export async function readPowers(at: At): Promise<Powers> {
  const [sudo, upgrade, safe] = await Promise.all([
    ifThere(
      at.storage<string | undefined>("Sudo", "Key").then((key) => key ?? null),
      undefined,
    ),
    ifThere(at.storage<{ code_hash: string } | undefined>("System", "AuthorizedUpgrade"), undefined),
    ifThere(at.storage<number | undefined>("SafeMode", "EnteredUntil"), undefined),
  ]);
  return { sudo, upgrade: upgrade?.code_hash ?? null, safeUntil: safe ?? null };
}
