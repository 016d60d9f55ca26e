// Blocks: extrinsics and events, decoded.

import { fromHex } from "../lib/bytes";
import type { At, RawHeader } from "./chain";
import { digest } from "./values";

export interface Extrinsic {
  index: number;
  pallet: string;
  call: string;
  args: unknown;
  /** SS58 of the account that signed; null for what the author of the block put in. */
  signer: string | null;
  /** Null if the events of the block are not there to say. */
  succeeded: boolean | null;
  /** Why it failed, as the runtime names it. */
  failure: string | null;
}

export interface ChainEvent {
  index: number;
  pallet: string;
  name: string;
  data: unknown;
  /** The extrinsic that it belongs to; null for what the block itself did. */
  extrinsic: number | null;
}

export interface Block {
  number: number;
  hash: string;
  parent: string;
  stateRoot: string;
  /** When its author made it, in ms. */
  time: number;
  extrinsics: Extrinsic[];
  events: ChainEvent[];
}

interface RawEvent {
  phase: { type: string; value?: number };
  event: { type: string; value: { type: string; value: unknown } };
}

interface RawBlock {
  block: { header: RawHeader; extrinsics: string[] };
}

/** A block of which the node has the body and the state. */
export async function readBlock(at: At): Promise<Block> {
  const { chain, hash } = at;
  return chain.once(`${hash} block`, async () => {
    const [raw, records, time, runtime] = await Promise.all([
      chain.socket.request<RawBlock | null>("chain_getBlock", [hash]),
      at.storage<RawEvent[]>("System", "Events"),
      at.storage<bigint>("Timestamp", "Now"),
      chain.runtime(),
    ]);
    if (raw === null) throw new Error(`the node has no block ${hash}`);
    const { header, extrinsics } = raw.block;
    const events = records.map(toEvent);
    return {
      number: parseInt(header.number, 16),
      hash,
      parent: header.parentHash,
      stateRoot: header.stateRoot,
      time: Number(time),
      events,
      extrinsics: extrinsics.map((bytes, index) => {
        const decoded = runtime.extrinsic(fromHex(bytes));
        const outcome = outcomeOf(events, index, (a, b) => runtime.error(a, b));
        return {
          index,
          pallet: decoded.call.type,
          call: decoded.call.value.type,
          args: decoded.call.value.value as unknown,
          signer: decoded.type === "signed" ? digest(decoded.address) : null,
          ...outcome,
        };
      }),
    };
  });
}

function toEvent(record: RawEvent, index: number): ChainEvent {
  const { phase, event } = record;
  return {
    index,
    pallet: event.type,
    name: event.value.type,
    data: event.value.value,
    extrinsic: phase.type === "ApplyExtrinsic" ? (phase.value ?? null) : null,
  };
}

type NameError = (
  pallet: number,
  error: number,
) => { pallet: string; name: string; docs: string } | null;

/** How an extrinsic ended, by its events. */
export function outcomeOf(
  events: readonly ChainEvent[],
  extrinsic: number,
  name: NameError,
): { succeeded: boolean | null; failure: string | null } {
  for (const event of events) {
    if (event.extrinsic !== extrinsic || event.pallet !== "System") continue;
    if (event.name === "ExtrinsicSuccess") return { succeeded: true, failure: null };
    if (event.name === "ExtrinsicFailed") {
      const { dispatch_error } = event.data as { dispatch_error: { type: string; value: unknown } };
      return { succeeded: false, failure: nameFailure(dispatch_error, name) };
    }
  }
  return { succeeded: null, failure: null };
}

function nameFailure(error: { type: string; value: unknown }, name: NameError): string {
  if (error.type === "Module") {
    const value = error.value as { index?: number; error?: string; type?: string; value?: unknown };
    if (value.type !== undefined) {
      const inner = value.value as { type?: string } | undefined;
      return inner?.type === undefined ? value.type : `${value.type}.${inner.type}`;
    }
    const code = value.error === undefined ? 0 : (fromHex(value.error)[0] ?? 0);
    const named = name(value.index ?? -1, code);
    if (named !== null) return `${named.pallet}.${named.name}`;
    return `Module ${value.index ?? "?"}, error ${code}`;
  }
  const inner = error.value as { type?: string } | undefined;
  return inner?.type === undefined ? error.type : `${error.type}.${inner.type}`;
}
