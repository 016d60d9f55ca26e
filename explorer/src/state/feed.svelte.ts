// The newest blocks with what is in them, kept up as heads arrive.

import { untrack } from "svelte";
import { readBlock, type Block } from "../chain/blocks";
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
  let endpoint = live.endpoint;

  /** From the head back to a block that is known. */
  async function catchUp(from: string) {
    const { chain } = live;
    const found: Block[] = [];
    let hash = from;
    while (found.length < count) {
      const known = blocks.findIndex((block) => block.hash === hash);
      if (known >= 0) return merge(found, blocks.slice(known));
      const block = await readBlock(chain.at(hash));
      if (ended || chain !== live.chain) return;
      found.push(block);
      // The first ones are shown while those before them are read.
      if (blocks.length === 0) merge(found, []);
      if (block.number <= 1) break;
      hash = block.parent;
    }
    merge(found, []);
  }

  function merge(newest: readonly Block[], known: readonly Block[]) {
    if (newest.length > 0) blocks = [...newest, ...known].slice(0, count);
  }

  $effect(() => {
    void again;
    const { head } = live;
    untrack(() => {
      if (endpoint !== live.endpoint) {
        endpoint = live.endpoint;
        blocks = [];
      }
      if (head === null || busy) return;
      busy = true;
      catchUp(head.hash)
        .then(
          () => (error = null),
          (failure: Error) => {
            if (!(failure instanceof ConnectionError)) error = failure;
          },
        )
        .finally(() => {
          busy = false;
          if (!ended && live.head !== null && live.head.hash !== head.hash) again++;
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
