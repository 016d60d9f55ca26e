import { verify } from "@scure/sr25519";
import { describe, expect, it } from "vitest";
import { deriveAccount } from "../src/chain/devkeys";
import { mortality, signExtrinsic } from "../src/chain/extrinsic";
import { Blake2256 } from "../src/chain/runtime";
import { compact, fromHex, toHex } from "../src/lib/bytes";

describe("development accounts", () => {
  it("have the addresses that other clients give them", () => {
    const known: Record<string, string> = {
      "//Alice": "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY",
      "//Bob": "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty",
      "//Demo//validator//0": "5EtBZH7h7eWRy662Ji32CezxD7CxVrjAb6khKiGVWDVXXWGZ",
      "//Demo//validator//0//hotkey": "5DcH8uLjqZWCnFf7SnKntx6jYMAcDFwb8oS6yg436Zd35pAK",
    };
    for (const [path, address] of Object.entries(known)) {
      expect(deriveAccount(path).address, path).toBe(address);
    }
  });

  it("are of paths only, never of phrases or seeds", () => {
    for (const wrong of ["", "Alice", "/Alice", "//", "bottom drive//Alice", "0x00//Alice"]) {
      expect(() => deriveAccount(wrong), wrong).toThrow();
    }
  });
});

describe("signed extrinsics", () => {
  // Written by bittensor_core 0.1.5 for this runtime: //Alice sends //Bob 1 234 567 890 rao.
  const call = fromHex(
    "0x0503008eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a4803d2029649",
  );
  const carried = "85021c0000";
  const payload =
    `${toHex(call)}${carried}cc01000001000000${"11".repeat(32)}${"22".repeat(32)}00`;
  const extrinsic =
    "0x41028400d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d01" +
    `${"33".repeat(64)}${carried}${toHex(call).slice(2)}`;

  const none = { enc: () => new Uint8Array() };
  const u32 = {
    enc: (value: unknown) => new Uint8Array(Uint32Array.of(value as number).buffer),
  };
  const hex = { enc: (value: unknown) => fromHex(value as string) };
  const zero = { enc: () => Uint8Array.of(0) };
  const extensions = [
    { name: "CheckNonZeroSender", carried: none, signed: none },
    { name: "CheckSpecVersion", carried: none, signed: u32 },
    { name: "CheckTxVersion", carried: none, signed: u32 },
    { name: "CheckGenesis", carried: none, signed: hex },
    { name: "CheckMortality", carried: none, signed: hex },
    { name: "CheckNonce", carried: { enc: (n: unknown) => compact(n as number) }, signed: none },
    { name: "ChargeTransactionPayment", carried: zero, signed: none },
    { name: "SubtensorTransactionExtension", carried: none, signed: none },
    { name: "CheckMetadataHash", carried: zero, signed: zero },
  ];
  const around = {
    specVersion: 460,
    transactionVersion: 1,
    genesis: `0x${"11".repeat(32)}`,
    from: { number: 1000, hash: `0x${"22".repeat(32)}` },
    nonce: 7,
  };
  const alice = deriveAccount("//Alice");

  it("are those of another client, byte by byte", () => {
    let signed = "";
    const signer = {
      publicKey: alice.publicKey,
      sign: (message: Uint8Array) => {
        signed = toHex(message);
        return new Uint8Array(64).fill(0x33);
      },
    };
    const made = signExtrinsic(call, { versions: [4, 5], extensions }, around, signer, Blake2256);
    expect(signed).toBe(payload);
    expect(toHex(made)).toBe(extrinsic);
  });

  it("sign the hash of what is long", () => {
    const lengths: number[] = [];
    const signer = {
      publicKey: alice.publicKey,
      sign: (message: Uint8Array) => {
        lengths.push(message.length);
        return new Uint8Array(64);
      },
    };
    const rest = payload.length / 2 - 1 - call.length;
    for (const length of [256 - rest, 257 - rest]) {
      const long = new Uint8Array(length);
      signExtrinsic(long, { versions: [4], extensions }, around, signer, Blake2256);
    }
    expect(lengths).toEqual([256, 32]);
  });

  it("are refused where the chain asks for what is not known", () => {
    const make = (versions: number[], more: typeof extensions) =>
      signExtrinsic(call, { versions, extensions: more }, around, alice, Blake2256);
    expect(() => make([5], extensions)).toThrow("version 4");
    const asset = { name: "ChargeAsset", carried: u32, signed: none };
    expect(() => make([4], [...extensions, asset])).toThrow("ChargeAsset");
  });

  it("live as long as another client says", () => {
    const eras = [
      [64, 1000, "0x8502"],
      [64, 63, "0xf503"],
      [8, 5, "0x5200"],
      [16_384, 12_345, "0xedc0"],
      [65_536, 70_000, "0x7f11"],
    ] as const;
    for (const [period, block, era] of eras) expect(toHex(mortality(block, period))).toBe(era);
  });

  it("verify, signed by the key of the account", () => {
    const message = Uint8Array.of(1, 2, 3);
    const signature = alice.sign(message);
    expect(verify(message, signature, alice.publicKey)).toBe(true);
    expect(verify(Uint8Array.of(1, 2, 4), signature, alice.publicKey)).toBe(false);
  });
});
