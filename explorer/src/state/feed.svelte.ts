// The newest blocks with what is in them, kept up as heads arrive.

import { untrack } from "svelte";
import { readBlock, type Block } from "../chain/blocks";
import type { Chain, Head } from "../chain/chain";
import { ConnectionError } from "../chain/socket";
import { live } from "./live.svelte";

export interface Feed {
  /** The newest first. */
  readonly blocks: readonly Block[];
  readonly error: Error | null;
}

/** For the initialisation of a component; keeps that many blocks. */
export function feed(count: number): Feed {
  let blocks = $state.raw<readonly Block[]>([]);
  let error = $state.raw<Error | null>(null);
  let busy = false;
  let again = $state(0);
  let ended = false;
  let era = live.era;

  /** From the head back to a block that is known, or as many as are kept. */
  async function catchUp(head: Head) {
    const { chain } = live;
    const known = blocks;
    await ahead(chain, head, known[0]?.number ?? 0);
    const found: Block[] = [];
    let hash = head.hash;
    while (found.length < count) {
      const at = known.findIndex((block) => block.hash === hash);
      if (at >= 0) {
        blocks = [...found, ...known.slice(at)].slice(0, count);
        return;
      }
      const block = await readBlock(chain.at(hash));
      if (ended || chain !== live.chain) return;
      found.push(block);
      // The first time, each is shown as it comes.
      if (known.length === 0) blocks = [...found];
      if (block.number <= 1) break;
      hash = block.parent;
    }
    blocks = found;
  }

  /** Asks for those that are missing side by side; the walk back then finds them read. */
  async function ahead(chain: Chain, head: Head, known: number) {
    const missing = Math.min(count, head.number - known) - 1;
    if (missing < 2) return;
    const numbers = Array.from({ length: missing }, (_, i) => head.number - 1 - i);
    const hashes = await chain.socket.request<(string | null)[]>("chain_getBlockHash", [numbers]);
    // A failure comes to light, if it matters, when the walk gets there.
    for (const hash of hashes) if (hash !== null) readBlock(chain.at(hash)).catch(() => undefined);
  }

  $effect(() => {
    void again;
    const head = live.readable;
    const now = live.era;
    untrack(() => {
      if (era !== now) {
        era = now;
        blocks = [];
      }
      if (head === null || busy) return;
      busy = true;
      catchUp(head)
        .then(
          () => (error = null),
          (failure: Error) => {
            if (!(failure instanceof ConnectionError)) error = failure;
          },
        )
        .finally(() => {
          busy = false;
          const next = live.readable;
          if (!ended && next !== null && next.hash !== head.hash) again++;
        });
    });
  });

  $effect(() => () => {
    ended = true;
  });

  return {
    get blocks() {
      return blocks;
    },
    get error() {
      return error;
    },
  };
}
