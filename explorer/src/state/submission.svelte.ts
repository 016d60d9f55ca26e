// One extrinsic on its way: signed, sent, looked for in the blocks that arrive.

import { untrack } from "svelte";
import type { DevAccount } from "../chain/devkeys";
import { ConnectionError } from "../chain/socket";
import { Watch, prepare, type CallToMake, type Outcome } from "../chain/submit";
import { toHex } from "../lib/bytes";
import { live } from "./live.svelte";

export interface Submission {
  readonly call: CallToMake | null;
  readonly account: DevAccount | null;
  readonly busy: boolean;
  /** It was not taken, or cannot be found any more. */
  readonly error: Error | null;
  readonly outcome: Outcome | null;
  send(call: CallToMake, account: DevAccount): Promise<void>;
}

/** For the initialisation of a component. */
export function submission(): Submission {
  let call = $state.raw<CallToMake | null>(null);
  let account = $state.raw<DevAccount | null>(null);
  let busy = $state(false);
  let error = $state.raw<Error | null>(null);
  let outcome = $state.raw<Outcome | null>(null);
  let watch = $state.raw<Watch | null>(null);
  let looking = false;

  async function look(watched: Watch): Promise<void> {
    const { head } = live;
    if (looking || head === null) return;
    looking = true;
    try {
      const found = await watched.look(head);
      if (found === null || watched !== watch) return;
      outcome = found;
      watch = null;
      busy = false;
    } catch (failure) {
      // Once there is a connection again, the next head goes on with it.
      if (failure instanceof ConnectionError || watched !== watch) return;
      error = failure as Error;
      watch = null;
      busy = false;
    } finally {
      looking = false;
      if (watched === watch && live.head?.hash !== head.hash) void look(watched);
    }
  }

  $effect(() => {
    void live.head;
    const watched = watch;
    if (watched !== null) untrack(() => void look(watched));
  });

  return {
    get call() {
      return call;
    },
    get account() {
      return account;
    },
    get busy() {
      return busy;
    },
    get error() {
      return error;
    },
    get outcome() {
      return outcome;
    },
    async send(wanted, by) {
      const { chain, head } = live;
      if (busy || head === null) return;
      [call, account, error, outcome, busy] = [wanted, by, null, null, true];
      try {
        const extrinsic = await prepare(chain, head, wanted, by);
        await chain.socket.request("author_submitExtrinsic", [toHex(extrinsic)]);
        watch = new Watch(chain, head, extrinsic);
      } catch (failure) {
        error = failure as Error;
        busy = false;
      }
    },
  };
}
