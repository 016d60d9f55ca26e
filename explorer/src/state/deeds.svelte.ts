// What an account did lately: found in the blocks that the node still has, backwards from the
// newest, and in those that arrive.

import { untrack } from "svelte";
import { readBlock, type Block, type Extrinsic } from "../chain/blocks";
import type { Chain, Head } from "../chain/chain";
import { ConnectionError, RpcError } from "../chain/socket";
import { mentions } from "../lib/mentions";
import { live } from "./live.svelte";

export interface Deed extends Extrinsic {
  block: number;
  /** In ms. */
  time: number;
  /** Whether the account signed it; otherwise the call names it. */
  signed: boolean;
}

export interface Deeds {
  /** The newest first. */
  readonly list: readonly Deed[];
  /** The blocks that were looked at, both included; null before the first. */
  readonly from: number | null;
  readonly to: number | null;
  readonly busy: boolean;
  /** There are no older blocks, or the node has forgotten them. */
  readonly ended: boolean;
  readonly error: Error | null;
  /** Looks at so many blocks more. */
  more(): void;
}

const BLOCKS = 100;
const TOGETHER = 4;

/** For the initialisation of a component; `account` stays the same in it. */
export function deeds(account: string): Deeds {
  let list = $state.raw<readonly Deed[]>([]);
  let from = $state<number | null>(null);
  let to = $state<number | null>(null);
  let busy = $state(false);
  let ended = $state(false);
  let error = $state.raw<Error | null>(null);
  let again = $state(0);
  let wanted = BLOCKS;
  let gone = false;
  let endpoint = live.endpoint;

  const found = (block: Block): Deed[] =>
    block.extrinsics
      .filter(({ signer, args }) => signer === account || (signer !== null && mentions(args, account)))
      .map((each) => ({
        ...each,
        block: block.number,
        time: block.time,
        signed: each.signer === account,
      }))
      .reverse();

  async function read(chain: Chain, numbers: number[]): Promise<Block[] | null> {
    const hashes = await chain.socket.request<(string | null)[]>("chain_getBlockHash", [numbers]);
    const blocks = await Promise.all(
      hashes.map(async (hash) => {
        if (hash === null) return null;
        try {
          return await readBlock(chain.at(hash));
        } catch (failure) {
          // The node has its header, but not its state any more.
          if (failure instanceof RpcError) return null;
          throw failure;
        }
      }),
    );
    if (gone || chain !== live.chain) return null;
    return blocks.filter((block) => block !== null);
  }

  /** Blocks that have arrived since. */
  async function forwards(chain: Chain, head: Head): Promise<void> {
    to ??= head.number;
    from ??= head.number + 1;
    while (to < head.number || from > to) {
      const first: number = from > to ? to : to + 1;
      const numbers = Array.from(
        { length: Math.min(TOGETHER, head.number - first + 1) },
        (_, i) => first + i,
      );
      const blocks = await read(chain, numbers);
      if (blocks === null) return;
      list = [...blocks.reverse().flatMap(found), ...list];
      from = Math.min(from, first);
      to = numbers[numbers.length - 1] ?? to;
    }
  }

  async function backwards(chain: Chain): Promise<void> {
    while (from !== null && to !== null && !ended && !gone && wanted > 0) {
      const last: number = from - 1;
      const count = Math.min(TOGETHER, last, wanted);
      if (count <= 0) {
        ended = true;
        return;
      }
      const blocks = await read(chain, Array.from({ length: count }, (_, i) => last - i));
      if (blocks === null) return;
      list = [...list, ...blocks.flatMap(found)];
      wanted -= count;
      from = last - blocks.length + 1;
      if (blocks.length < count) ended = true;
    }
  }

  $effect(() => {
    void again;
    const { head } = live;
    untrack(() => {
      if (endpoint !== live.endpoint) {
        endpoint = live.endpoint;
        list = [];
        from = to = null;
        ended = false;
        wanted = BLOCKS;
      }
      if (head === null || busy) return;
      busy = true;
      const { chain } = live;
      forwards(chain, head)
        .then(() => backwards(chain))
        .then(
          () => (error = null),
          (failure: Error) => {
            if (!(failure instanceof ConnectionError)) error = failure;
          },
        )
        .finally(() => {
          busy = false;
          if (!gone && error === null && live.head !== null && live.head.hash !== head.hash) again++;
        });
    });
  });

  $effect(() => () => {
    gone = true;
  });

  return {
    get list() {
      return list;
    },
    get from() {
      return from;
    },
    get to() {
      return to;
    },
    get busy() {
      return busy;
    },
    get ended() {
      return ended;
    },
    get error() {
      return error;
    },
    more() {
      wanted += BLOCKS;
      again++;
    },
  };
}
