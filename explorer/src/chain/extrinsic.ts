// Signed extrinsics, made of what the metadata says that they consist of.

import { compact, concat } from "../lib/bytes";
import type { SignedExtension } from "./runtime";

export interface Surroundings {
  specVersion: number;
  transactionVersion: number;
  genesis: string;
  /** The block from which on the extrinsic counts. */
  from: { number: number; hash: string };
  nonce: number;
}

export interface Signer {
  publicKey: Uint8Array;
  sign(message: Uint8Array): Uint8Array;
}

/** Blocks for which an extrinsic may be included; a power of two from 4 to 65 536. */
export const LIFETIME = 64;
const FORMAT = 4;
const SIGNED = 0x80;
const ID_ADDRESS = 0;
const SR25519 = 1;
/** The mode of `CheckMetadataHash` in which no hash of the metadata is signed. */
const HASH_DISABLED = 0;
/** What is longer is signed by its hash. */
const LONGEST_SIGNED = 256;

/** The era of an extrinsic that counts from that block for `LIFETIME` blocks. */
export function mortality(block: number, period = LIFETIME): Uint8Array {
  const step = Math.max(period >> 12, 1);
  const phase = Math.floor((block % period) / step);
  const encoded = Math.min(15, Math.max(1, Math.log2(period) - 1)) | (phase << 4);
  return Uint8Array.of(encoded & 255, encoded >> 8);
}

interface Part {
  carried: Uint8Array;
  signed: Uint8Array;
}

function part(extension: SignedExtension, around: Surroundings): Part {
  const { name, carried, signed } = extension;
  const none = new Uint8Array();
  switch (name) {
    case "CheckSpecVersion":
      return { carried: none, signed: signed.enc(around.specVersion) };
    case "CheckTxVersion":
      return { carried: none, signed: signed.enc(around.transactionVersion) };
    case "CheckGenesis":
      return { carried: none, signed: signed.enc(around.genesis) };
    case "CheckMortality":
    case "CheckEra":
      return { carried: mortality(around.from.number), signed: signed.enc(around.from.hash) };
    case "CheckNonce":
      return { carried: carried.enc(around.nonce), signed: none };
    case "ChargeTransactionPayment":
      return { carried: carried.enc(0n), signed: none };
    case "CheckMetadataHash":
      return { carried: Uint8Array.of(HASH_DISABLED), signed: signed.enc(undefined) };
    default:
      return { carried: empty(name, carried), signed: empty(name, signed) };
  }
}

/** What extensions add that carry nothing. Of others it is not known what to tell them. */
function empty(name: string, codec: { enc(value: unknown): Uint8Array }): Uint8Array {
  let bytes: Uint8Array;
  try {
    bytes = codec.enc(undefined);
  } catch {
    throw new Error(`the chain asks for ${name}, which this page does not know`);
  }
  if (bytes.length > 1 || (bytes[0] ?? 0) !== 0) {
    throw new Error(`the chain asks for ${name}, which this page does not know`);
  }
  return bytes;
}

/** The bytes of an extrinsic of version 4, with its length before it. */
export function signExtrinsic(
  call: Uint8Array,
  { versions, extensions }: { versions: readonly number[]; extensions: readonly SignedExtension[] },
  around: Surroundings,
  signer: Signer,
  hash: (bytes: Uint8Array) => Uint8Array,
): Uint8Array {
  if (!versions.includes(FORMAT)) throw new Error(`the chain takes no extrinsics of version ${FORMAT}`);
  const parts = extensions.map((each) => part(each, around));
  const carried = concat(...parts.map((each) => each.carried));
  const payload = concat(call, carried, ...parts.map((each) => each.signed));
  const signature = signer.sign(payload.length > LONGEST_SIGNED ? hash(payload) : payload);
  const body = concat(
    Uint8Array.of(SIGNED | FORMAT, ID_ADDRESS),
    signer.publicKey,
    Uint8Array.of(SR25519),
    signature,
    carried,
    call,
  );
  return concat(compact(body.length), body);
}
