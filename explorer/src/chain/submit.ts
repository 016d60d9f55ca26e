// From a call to what became of it: fee, submission, the block that it got into.

import { concat, toHex } from "../lib/bytes";
import { readBlock, type ChainEvent } from "./blocks";
import type { At, Chain, Head } from "./chain";
import { LIFETIME, signExtrinsic, type Signer } from "./extrinsic";

export interface CallToMake {
  pallet: string;
  name: string;
  args: Record<string, unknown>;
}

/** Signs a call so that it may be included from the block `head` on. */
export async function prepare(
  chain: Chain,
  head: Head,
  call: CallToMake,
  signer: Signer & { address: string },
): Promise<Uint8Array> {
  const [runtime, { Blake2256 }, version, genesis, nonce] = await Promise.all([
    chain.runtime(),
    import("./runtime"),
    chain.socket.request<{ specVersion: number; transactionVersion: number }>(
      "state_getRuntimeVersion",
      [head.hash],
    ),
    chain.socket.request<string>("chain_getBlockHash", [0]),
    chain.socket.request<number>("system_accountNextIndex", [signer.address]),
  ]);
  const around = { ...version, genesis, from: head, nonce };
  const bytes = runtime.encodeCall(call.pallet, call.name, call.args);
  return signExtrinsic(bytes, runtime.signing, around, signer, Blake2256);
}

/** The fee of an extrinsic, in rao. */
export async function estimateFee(at: At, extrinsic: Uint8Array): Promise<bigint> {
  const runtime = await at.chain.runtime();
  const codec = runtime.call("TransactionPaymentApi", "query_info");
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, extrinsic.length, true);
  const input = toHex(concat(extrinsic, length));
  const params = ["TransactionPaymentApi_query_info", input, at.hash];
  const answer = await at.chain.socket.request<string>("state_call", params);
  return (codec.value(answer) as { partial_fee: bigint }).partial_fee;
}

export interface Outcome {
  block: number;
  hash: string;
  index: number;
  /** Why it failed, as the runtime names it; null if it did not. */
  failure: string | null;
  docs: string;
  events: ChainEvent[];
}

/**
 * Looks for an extrinsic in the blocks after `from` as heads arrive. Null while it is in none;
 * throws when it can be in none any more.
 */
export class Watch {
  private seen: number;
  private readonly hex: string;

  constructor(
    private readonly chain: Chain,
    private readonly from: Head,
    extrinsic: Uint8Array,
  ) {
    this.seen = from.number;
    this.hex = toHex(extrinsic);
  }

  async look(head: Head): Promise<Outcome | null> {
    let { hash, number } = head;
    // A block may have been replaced by another: the last ones are looked at again.
    const oldest = Math.max(this.from.number, this.seen - 3);
    while (number > oldest) {
      const raw = await this.chain.socket.request<{
        block: { header: { parentHash: string }; extrinsics: string[] };
      } | null>("chain_getBlock", [hash]);
      if (raw === null) break;
      const index = raw.block.extrinsics.indexOf(this.hex);
      if (index >= 0) return this.outcome(number, hash, index);
      hash = raw.block.header.parentHash;
      number--;
    }
    this.seen = head.number;
    if (head.number > this.from.number + LIFETIME) {
      throw new Error(`It was in none of the ${LIFETIME} blocks that could have had it.`);
    }
    return null;
  }

  private async outcome(number: number, hash: string, index: number): Promise<Outcome> {
    const block = await readBlock(this.chain.at(hash));
    const events = block.events.filter((event) => event.extrinsic === index);
    const failure = block.extrinsics[index]?.failure ?? null;
    return { block: number, hash, index, failure, docs: await this.docs(events), events };
  }

  /** What the runtime says of the error that made it fail. */
  private async docs(events: ChainEvent[]): Promise<string> {
    const failed = events.find(({ name }) => name === "ExtrinsicFailed");
    if (failed === undefined) return "";
    const { dispatch_error } = failed.data as { dispatch_error: { type: string; value: unknown } };
    const value = dispatch_error.value as { type?: string; value?: { type?: string } } | undefined;
    if (dispatch_error.type !== "Module" || value?.type === undefined) return "";
    return (await this.chain.runtime()).errorDocs(value.type, value.value?.type ?? "");
  }
}
