// The one connection, and what changes by itself: status, heads, the clock.

import { Chain, type At, type ChainInfo, type Head } from "../chain/chain";
import type { Status } from "../chain/socket";
import { toasts } from "./toasts.svelte";

export const DEFAULT_ENDPOINT = "ws://127.0.0.1:9944";
/** Heads of which the arrival is remembered. */
const REMEMBERED = 64;

class Live {
  endpoint = $state(endpointOf(location.search));
  status = $state<Status>("connecting");
  info = $state.raw<ChainInfo | null>(null);
  head = $state.raw<Head | null>(null);
  finalized = $state.raw<Head | null>(null);
  /** The newest first. */
  heads = $state.raw<Head[]>([]);
  /** Moves once a second, for ages and countdowns. */
  now = $state(Date.now());
  chain: Chain;

  constructor() {
    this.chain = this.connect(this.endpoint);
    setInterval(() => {
      this.now = Date.now();
    }, 1000);
    addEventListener("online", () => this.chain.socket.retry());
  }

  /** Whether keys of development are worth anything here. */
  get development(): boolean {
    return this.info?.type === "Development" || this.info?.type === "Local";
  }

  /** Reads at the newest block; null before there is one. */
  at(): At | null {
    return this.head === null ? null : this.chain.at(this.head.hash);
  }

  /** Mean time between blocks by their arrival here, in ms; null with fewer than three. */
  get blockTime(): number | null {
    const newest = this.heads[0];
    const oldest = this.heads[this.heads.length - 1];
    if (newest === undefined || oldest === undefined) return null;
    const blocks = newest.number - oldest.number;
    return blocks < 2 ? null : (newest.arrived - oldest.arrived) / blocks;
  }

  /** Goes to another endpoint, which then is in the address. */
  use(endpoint: string): void {
    const address = new URL(location.href);
    if (endpoint === DEFAULT_ENDPOINT) address.searchParams.delete("rpc");
    else address.searchParams.set("rpc", endpoint);
    history.replaceState(null, "", address);
    this.chain.close();
    this.endpoint = endpoint;
    this.status = "connecting";
    this.info = null;
    this.head = null;
    this.finalized = null;
    this.heads = [];
    this.chain = this.connect(endpoint);
  }

  private connect(endpoint: string): Chain {
    const mine = () => this.endpoint === endpoint;
    return new Chain(endpoint, {
      status: (status) => {
        if (mine()) this.status = status;
      },
      info: (info) => {
        if (mine()) this.info = info;
      },
      head: (head) => {
        if (mine()) this.arrive(head);
      },
      finalized: (head) => {
        if (mine()) this.finalized = head;
      },
      error: (error) => toasts.show(error.message, "error"),
    });
  }

  private arrive(head: Head): void {
    this.head = head;
    // Blocks of a fork that lost go.
    const kept = this.heads.filter(({ number }) => number < head.number);
    this.heads = [head, ...kept].slice(0, REMEMBERED);
  }
}

/** The endpoint that an address names by `?rpc=`. */
export function endpointOf(search: string): string {
  return new URLSearchParams(search).get("rpc")?.trim() || DEFAULT_ENDPOINT;
}

export const live = new Live();
