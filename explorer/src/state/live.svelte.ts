// The one connection, and what changes by itself: status, heads, the clock.

import { Chain, type ChainInfo, type Head } from "../chain/chain";
import type { Status } from "../chain/socket";
import { toasts } from "./toasts.svelte";

export const DEFAULT_ENDPOINT = "ws://127.0.0.1:9944";

class Live {
  endpoint = $state(endpointOf(location.search));
  status = $state<Status>("connecting");
  info = $state.raw<ChainInfo | null>(null);
  head = $state.raw<Head | null>(null);
  finalized = $state.raw<Head | null>(null);
  /** The newest block of the connection as it is: what can be read. Null while there is none. */
  readable = $state.raw<Head | null>(null);
  /** Another one for each chain; an endpoint may come back with a new one. */
  era = $state(0);
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
    return this.info?.type === "Development";
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
    this.readable = null;
    this.era++;
    this.chain = this.connect(endpoint);
  }

  private connect(endpoint: string): Chain {
    const mine = () => this.endpoint === endpoint;
    return new Chain(endpoint, {
      status: (status) => {
        if (!mine()) return;
        this.status = status;
        this.readable = null;
      },
      info: (info) => {
        if (!mine()) return;
        if (this.info !== null && this.info.genesis !== info.genesis) this.era++;
        this.info = info;
      },
      head: (head) => {
        if (!mine()) return;
        this.head = head;
        if (this.status === "connected") this.readable = head;
      },
      finalized: (head) => {
        if (mine()) this.finalized = head;
      },
      error: (error) => toasts.show(error.message, "error"),
    });
  }
}

/** The endpoint that an address names by `?rpc=`. */
export function endpointOf(search: string): string {
  return new URLSearchParams(search).get("rpc")?.trim() || DEFAULT_ENDPOINT;
}

export const live = new Live();
