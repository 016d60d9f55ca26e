// Something read from the chain that a page shows: read again as blocks arrive.

import { untrack } from "svelte";
import type { At } from "../chain/chain";
import { ConnectionError } from "../chain/socket";
import { live } from "./live.svelte";

export interface Query<T> {
  /** The last that was read; stays while it is read anew, and when that fails. */
  readonly value: T | undefined;
  readonly error: Error | null;
  /** The block of the value. */
  readonly block: number | null;
  retry(): void;
}

interface Options {
  /** Not again within this time, in ms; `Infinity` reads once. */
  every?: number;
  /** What it is about, such as the netuid of the route; when that changes it starts over. */
  key?: () => string | number;
}

/**
 * Reads at the newest block, and again with the blocks that follow. For the initialisation of
 * a component, as `$effect` is; ends with it.
 */
export function query<T>(
  read: (at: At) => Promise<T>,
  { every = 2000, key = () => "" }: Options = {},
): Query<T> {
  let value = $state.raw<T | undefined>(undefined);
  let error = $state.raw<Error | null>(null);
  let block = $state<number | null>(null);
  let attempt = $state(0);
  let busy = false;
  let readAt = -Infinity;
  let about: string | null = null;
  /** Answers to an earlier question are not taken. */
  let generation = 0;
  let again: ReturnType<typeof setTimeout> | undefined;

  const run = async (at: At, number: number) => {
    const mine = ++generation;
    busy = true;
    readAt = Date.now();
    try {
      const found = await read(at);
      if (mine !== generation) return;
      value = found;
      block = number;
      error = null;
    } catch (failure) {
      if (mine !== generation) return;
      readAt = -Infinity;
      // The status of the connection tells that it was lost, and with the next head it is read.
      if (!(failure instanceof ConnectionError)) error = failure as Error;
    } finally {
      if (mine === generation) busy = false;
    }
  };

  $effect(() => {
    void attempt;
    const head = live.readable;
    const asked = `${live.era} ${key()}`;
    clearTimeout(again);
    untrack(() => {
      if (asked !== about) {
        about = asked;
        generation++;
        busy = false;
        readAt = -Infinity;
        value = undefined;
        error = null;
        block = null;
      }
      if (head === null) {
        // What is on its way comes too late, and of a node that may come back with another chain.
        generation++;
        busy = false;
        readAt = -Infinity;
        return;
      }
      const wait = busy ? every : readAt + every - Date.now();
      if (!busy && !(wait > 0)) void run(live.chain.at(head.hash), head.number);
      // The last block of a burst is read, too.
      else if (Number.isFinite(wait)) again = setTimeout(() => attempt++, wait);
    });
  });

  $effect(() => () => {
    generation++;
    clearTimeout(again);
  });

  return {
    get value() {
      return value;
    },
    get error() {
      return error;
    },
    get block() {
      return block;
    },
    retry() {
      readAt = -Infinity;
      generation++;
      busy = false;
      attempt++;
    },
  };
}
