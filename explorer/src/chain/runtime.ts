// What the metadata of one version of a runtime says: codecs of storage, runtime
// calls, events and extrinsics. Loaded lazily: it brings the codecs of the library.

import { getDynamicBuilder, getLookupFn } from "@polkadot-api/metadata-builders";
import { decAnyMetadata, unifyMetadata } from "@polkadot-api/substrate-bindings";
import { getExtrinsicDecoder, type DecodedExtrinsic } from "@polkadot-api/tx-utils";

import { concat } from "../lib/bytes";
import { MissingItem } from "./missing";

export { Blake2256, getSs58AddressInfo } from "@polkadot-api/substrate-bindings";
export type { DecodedExtrinsic };

/** A variant as the codecs give it. */
export interface Variant {
  type: string;
  value: unknown;
}

export interface StorageCodec {
  /** The key; with fewer keys than the item has, the prefix of all that begin so. */
  key(...keys: unknown[]): string;
  keysOf(key: string): unknown[];
  value(encoded: string): unknown;
  /** What an absent value stands for; undefined if the item has none. */
  fallback: unknown;
}

export interface SignedExtension {
  name: string;
  /** Codecs of what is in the extrinsic, and of what is signed besides. */
  carried: { enc(value: unknown): Uint8Array };
  signed: { enc(value: unknown): Uint8Array };
}

export interface CallCodec {
  args(...args: unknown[]): Uint8Array;
  value(encoded: string): unknown;
}

export class Runtime {
  private readonly metadata;
  private readonly builder;
  private readonly storages = new Map<string, StorageCodec>();
  private readonly calls = new Map<string, CallCodec>();
  readonly extrinsic: (bytes: Uint8Array) => DecodedExtrinsic;

  constructor(
    readonly specName: string,
    readonly specVersion: number,
    /** Metadata as `Metadata_metadata_at_version` gives it. */
    raw: Uint8Array,
  ) {
    this.metadata = unifyMetadata(decAnyMetadata(raw));
    this.builder = getDynamicBuilder(getLookupFn(this.metadata));
    this.extrinsic = getExtrinsicDecoder(raw);
  }

  hasStorage(pallet: string, item: string): boolean {
    const found = this.metadata.pallets.find(({ name }) => name === pallet);
    return found?.storage?.items.some(({ name }) => name === item) ?? false;
  }

  hasCall(api: string, method: string): boolean {
    const found = this.metadata.apis.find(({ name }) => name === api);
    return found?.methods.some(({ name }) => name === method) ?? false;
  }

  hasPallet(pallet: string): boolean {
    return this.metadata.pallets.some(({ name }) => name === pallet);
  }

  storage(pallet: string, item: string): StorageCodec {
    const id = `${pallet}.${item}`;
    let codec = this.storages.get(id);
    if (codec === undefined) {
      if (!this.hasStorage(pallet, item)) throw new MissingItem(`no storage ${id}`);
      const { keys, value } = this.builder.buildStorage(pallet, item);
      const entry = this.metadata.pallets
        .find(({ name }) => name === pallet)
        ?.storage?.items.find(({ name }) => name === item);
      codec = {
        key: (...args) => keys.enc(...args),
        keysOf: (key) => keys.dec(key),
        value: (encoded) => value.dec(encoded),
        fallback: entry?.modifier === 1 ? value.dec(entry.fallback) : undefined,
      };
      this.storages.set(id, codec);
    }
    return codec;
  }

  call(api: string, method: string): CallCodec {
    const id = `${api}_${method}`;
    let codec = this.calls.get(id);
    if (codec === undefined) {
      if (!this.hasCall(api, method)) throw new MissingItem(`no runtime call ${id}`);
      const { args, value } = this.builder.buildRuntimeCall(api, method);
      codec = { args: (...given) => args.enc(given), value: (encoded) => value.dec(encoded) };
      this.calls.set(id, codec);
    }
    return codec;
  }

  /** A call from its bytes; null if they are none. */
  decodeCall(bytes: Uint8Array): { pallet: string; call: string; args: unknown } | null {
    const { extrinsic } = this.metadata;
    if (!("call" in extrinsic)) return null;
    try {
      const call = this.builder.buildDefinition(extrinsic.call).dec(bytes) as Variant;
      const inner = call.value as Variant;
      return { pallet: call.type, call: inner.type, args: inner.value };
    } catch {
      // Preimages are what anybody put there.
      return null;
    }
  }

  /** The bytes of a call; arguments as the codecs take them. */
  encodeCall(pallet: string, name: string, args: Record<string, unknown>): Uint8Array {
    const found = this.metadata.pallets.find((each) => each.name === pallet);
    const type = found?.calls === undefined ? undefined : this.metadata.lookup[found.calls.type];
    const has = type?.def.tag === "variant" && type.def.value.some((each) => each.name === name);
    if (!has) throw new MissingItem(`no call ${pallet}.${name}`);
    const { codec, location } = this.builder.buildCall(pallet, name);
    return concat(Uint8Array.from(location), codec.enc(args));
  }

  /** What a signed extrinsic carries beside its call, and the formats that there are. */
  get signing(): { versions: number[]; extensions: SignedExtension[] } {
    const { version, signedExtensions } = this.metadata.extrinsic;
    const codec = (id: number) => this.builder.buildDefinition(id);
    return {
      versions: version,
      extensions: (signedExtensions[0] ?? []).map((each) => ({
        name: each.identifier,
        carried: codec(each.type),
        signed: codec(each.additionalSigned),
      })),
    };
  }

  constant(pallet: string, name: string): unknown {
    const found = this.metadata.pallets.find((each) => each.name === pallet);
    const constant = found?.constants.find((each) => each.name === name);
    if (constant === undefined) throw new MissingItem(`no constant ${pallet}.${name}`);
    return this.builder.buildConstant(pallet, name).dec(constant.value);
  }

  /** What the runtime says of an error by its name; empty if nothing. */
  errorDocs(pallet: string, name: string): string {
    const errors = this.metadata.pallets.find((each) => each.name === pallet)?.errors;
    const type = errors === undefined ? undefined : this.metadata.lookup[errors.type];
    if (type?.def.tag !== "variant") return "";
    return type.def.value.find((each) => each.name === name)?.docs.join(" ").trim() ?? "";
  }

  /** The name of a pallet's error and what it means, from its indices in a dispatch error. */
  error(index: number, error: number): { pallet: string; name: string; docs: string } | null {
    const pallet = this.metadata.pallets.find((each) => each.index === index);
    if (pallet?.errors === undefined) return null;
    const type = this.metadata.lookup[pallet.errors.type];
    if (type?.def.tag !== "variant") return null;
    const variant = type.def.value.find((each) => each.index === error);
    if (variant === undefined) return null;
    return { pallet: pallet.name, name: variant.name, docs: variant.docs.join(" ").trim() };
  }
}
