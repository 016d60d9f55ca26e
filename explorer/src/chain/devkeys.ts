// Accounts of development chains. Their secrets are public knowledge, derived from one that
// every node of that kind knows; loaded lazily, as it brings the curve.

import { AccountId } from "@polkadot-api/substrate-bindings";
import { HDKD, getPublicKey, secretFromSeed, sign } from "@scure/sr25519";

import { compact, concat, fromHex } from "../lib/bytes";

/** The seed of the development phrase of Substrate, whose accounts are `//Alice` and others. */
const SEED = fromHex("0xfac7959dbfe72f052e5a0c3c8d6530f202b02fd8f9f5ca3580ec8deb7797479e");

export interface DevAccount {
  path: string;
  publicKey: Uint8Array;
  /** SS58. */
  address: string;
  sign(message: Uint8Array): Uint8Array;
}

/** The account at a path of hard junctions: `//Alice`, `//Demo//validator//3`. */
export function deriveAccount(path: string, ss58Prefix = 42): DevAccount {
  if (!/^(\/\/[^/]+)+$/.test(path)) throw new Error(`not a path of hard junctions: ${path}`);
  let secret: Uint8Array = secretFromSeed(SEED);
  for (const junction of path.slice(2).split("//")) {
    secret = HDKD.secretHard(Uint8Array.from(secret), Uint8Array.from(chainCode(junction)));
  }
  const publicKey = getPublicKey(secret);
  return {
    path,
    publicKey,
    address: AccountId(ss58Prefix).dec(publicKey),
    sign: (message) => sign(secret, message),
  };
}

/** Numbers are junctions of 8 bytes, words those of their encoding. */
function chainCode(junction: string): Uint8Array {
  const code = new Uint8Array(32);
  if (/^\d+$/.test(junction)) {
    new DataView(code.buffer).setBigUint64(0, BigInt(junction), true);
    return code;
  }
  const bytes = new TextEncoder().encode(junction);
  const encoded = concat(compact(bytes.length), bytes);
  if (encoded.length > code.length) throw new Error(`too long a junction: ${junction}`);
  code.set(encoded);
  return code;
}
