// One endpoint: its connection, the heads as they arrive, and reads at a block.

import { concat, compact, fromHex, toHex } from "../lib/bytes";
import type { Runtime } from "./runtime";
import { MissingItem } from "./missing";
import { RpcSocket, type Status } from "./socket";

export interface Head {
  number: number;
  hash: string;
  parent: string;
  /** When it arrived here, in ms. */
  arrived: number;
}

export interface RawHeader {
  parentHash: string;
  number: string;
  stateRoot: string;
  extrinsicsRoot: string;
  digest: { logs: string[] };
}

export interface ChainInfo {
  name: string;
  /** `Development`, `Local`, `Live` or the name of a custom type. */
  type: string;
  nodeName: string;
  nodeVersion: string;
  genesis: string;
}

export interface Listener {
  status(status: Status): void;
  info(info: ChainInfo): void;
  head(head: Head): void;
  finalized(head: Head): void;
  /** Something that is nobody's answer, such as a subscription that the node refuses. */
  error(error: Error): void;
}

const CACHED_READS = 2000;
const KEYS_PER_PAGE = 1000;

type Loaded = typeof import("./runtime");

export class Chain {
  readonly socket: RpcSocket;
  private readonly loaded: Promise<Loaded>;
  private readonly runtimes = new Map<number, Promise<Runtime>>();
  private current: Promise<Runtime> | null = null;
  private readonly cache = new Map<string, Promise<unknown>>();

  constructor(
    readonly url: string,
    private readonly listener: Listener,
  ) {
    this.loaded = import("./runtime");
    this.socket = new RpcSocket(url, (status) => this.status(status));
    const failed = (error: Error) => listener.error(error);
    this.socket.subscribe<RawHeader>(
      "chain_subscribeNewHeads",
      "chain_unsubscribeNewHeads",
      (header) => void this.head(header, (head) => listener.head(head)),
      failed,
    );
    this.socket.subscribe<RawHeader>(
      "chain_subscribeFinalizedHeads",
      "chain_unsubscribeFinalizedHeads",
      (header) => void this.head(header, (head) => listener.finalized(head)),
      failed,
    );
    this.socket.subscribe<{ specVersion: number }>(
      "state_subscribeRuntimeVersion",
      "state_unsubscribeRuntimeVersion",
      () => {
        this.current = null;
      },
      failed,
    );
  }

  /** Reads at the block of that hash. */
  at(hash: string): At {
    return new At(this, hash);
  }

  /** What the metadata of the best block says. */
  runtime(): Promise<Runtime> {
    if (this.current === null) {
      const load = this.loadRuntime();
      load.catch(() => {
        if (this.current === load) this.current = null;
      });
      this.current = load;
    }
    return this.current;
  }

  blockHash(number: number): Promise<string | null> {
    return this.socket.request("chain_getBlockHash", [number]);
  }

  /** What `read` finds; asked once as long as it is remembered. Failures are not remembered. */
  once<T>(key: string, read: () => Promise<T>): Promise<T> {
    const known = this.cache.get(key) as Promise<T> | undefined;
    if (known !== undefined) return known;
    const value = read();
    this.cache.set(key, value);
    value.catch(() => this.cache.delete(key));
    for (const oldest of this.cache.keys()) {
      if (this.cache.size <= CACHED_READS) break;
      this.cache.delete(oldest);
    }
    return value;
  }

  close(): void {
    this.socket.close();
  }

  private status(status: Status): void {
    this.listener.status(status);
    if (status === "connected") {
      this.describe().then(
        (info) => this.listener.info(info),
        (error: Error) => this.listener.error(error),
      );
    }
  }

  private async describe(): Promise<ChainInfo> {
    const [name, type, nodeName, nodeVersion, genesis] = await Promise.all([
      this.socket.request<string>("system_chain"),
      this.socket.request<string | Record<string, string>>("system_chainType"),
      this.socket.request<string>("system_name"),
      this.socket.request<string>("system_version"),
      this.socket.request<string>("chain_getBlockHash", [0]),
    ]);
    const kind = typeof type === "string" ? type : (Object.values(type)[0] ?? "Custom");
    return { name, type: kind, nodeName, nodeVersion, genesis };
  }

  /** Headers come without their hash, which is that of their encoding. */
  private async head(header: RawHeader, tell: (head: Head) => void): Promise<void> {
    const arrived = Date.now();
    const { Blake2256 } = await this.loaded;
    const hash = toHex(Blake2256(encodeHeader(header)));
    tell({ number: parseInt(header.number, 16), hash, parent: header.parentHash, arrived });
  }

  private async loadRuntime(): Promise<Runtime> {
    const [{ Runtime }, version, raw] = await Promise.all([
      this.loaded,
      this.socket.request<{ specName: string; specVersion: number }>("state_getRuntimeVersion"),
      this.metadata(),
    ]);
    const known = this.runtimes.get(version.specVersion);
    if (known !== undefined) return known;
    const made = Promise.resolve(new Runtime(version.specName, version.specVersion, fromHex(raw)));
    this.runtimes.set(version.specVersion, made);
    return made;
  }

  /** Metadata of version 15, which has the runtime APIs. */
  private metadata(): Promise<string> {
    return this.socket.request("state_call", ["Metadata_metadata_at_version", "0x0f000000"]);
  }
}

/** Reads of one block; the same answer for the same question, asked once. */
export class At {
  constructor(
    readonly chain: Chain,
    readonly hash: string,
  ) {}

  async hasStorage(pallet: string, item: string): Promise<boolean> {
    return (await this.chain.runtime()).hasStorage(pallet, item);
  }

  async hasCall(api: string, method: string): Promise<boolean> {
    return (await this.chain.runtime()).hasCall(api, method);
  }

  /** One value, or what its absence stands for. Throws `MissingItem` if there is no such item. */
  async storage<T>(pallet: string, item: string, ...keys: unknown[]): Promise<T> {
    const codec = (await this.chain.runtime()).storage(pallet, item);
    const key = codec.key(...keys);
    return this.chain.once(`${this.hash} ${key}`, async () => {
      const found = await this.chain.socket.request<string | null>("state_getStorage", [
        key,
        this.hash,
      ]);
      return (found === null ? codec.fallback : codec.value(found)) as T;
    });
  }

  /** All entries of a map that begin with the given keys, with all of their keys. */
  async entries<K extends unknown[], V>(
    pallet: string,
    item: string,
    ...prefix: unknown[]
  ): Promise<[K, V][]> {
    const codec = (await this.chain.runtime()).storage(pallet, item);
    const start = codec.key(...prefix);
    return this.chain.once(`${this.hash} ${start}*`, async () => {
      const found: [K, V][] = [];
      let after: string | null = null;
      for (;;) {
        const keys: string[] = await this.chain.socket.request("state_getKeysPaged", [
          start,
          KEYS_PER_PAGE,
          after,
          this.hash,
        ]);
        if (keys.length === 0) return found;
        const [set] = await this.chain.socket.request<[{ changes: [string, string | null][] }]>(
          "state_queryStorageAt",
          [keys, this.hash],
        );
        for (const [key, value] of set.changes) {
          if (value !== null) found.push([codec.keysOf(key) as K, codec.value(value) as V]);
        }
        if (keys.length < KEYS_PER_PAGE) return found;
        after = keys[keys.length - 1] ?? null;
      }
    });
  }

  /** What a runtime API answers. Throws `MissingItem` if there is no such method. */
  async call<T>(api: string, method: string, ...args: unknown[]): Promise<T> {
    const codec = (await this.chain.runtime()).call(api, method);
    const input = toHex(codec.args(...args));
    return this.chain.once(`${this.hash} ${api}_${method} ${input}`, async () => {
      const params = [`${api}_${method}`, input, this.hash];
      return codec.value(await this.chain.socket.request<string>("state_call", params)) as T;
    });
  }
}

/** What `read` finds, or `otherwise` if the endpoint's metadata lacks an item that it needs. */
export async function ifThere<T, U>(read: Promise<T>, otherwise: U): Promise<T | U> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof MissingItem) return otherwise;
    throw error;
  }
}

/** The encoding of a header, of which its hash is made. */
export function encodeHeader(header: RawHeader): Uint8Array {
  const logs = header.digest.logs.map(fromHex);
  return concat(
    fromHex(header.parentHash),
    compact(parseInt(header.number, 16)),
    fromHex(header.stateRoot),
    fromHex(header.extrinsicsRoot),
    compact(logs.length),
    ...logs,
  );
}
