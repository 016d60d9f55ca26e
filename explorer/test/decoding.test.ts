import { describe, expect, it } from "vitest";
import { outcomeOf, type ChainEvent } from "../src/chain/blocks";
import { encodeHeader } from "../src/chain/chain";
import { samples } from "../src/chain/history";
import { formatIp } from "../src/chain/metagraph";
import { Blake2256 } from "../src/chain/runtime";
import { MAX_SUPPLY, schedule } from "../src/chain/supply";
import { show } from "../src/chain/values";
import { compact, fromHex, text, toHex } from "../src/lib/bytes";
import { fixedToNumber, fixedToUnits, ratio, share16 } from "../src/lib/fixed";
import { RAO } from "../src/lib/format";

describe("fixed point", () => {
  it("has its point where the type says", () => {
    expect(fixedToNumber(3n << 63n, "U64F64")).toBe(1.5);
    expect(fixedToNumber(-(3n << 31n), "I96F32")).toBe(-1.5);
    expect(fixedToNumber(1n << 32n, "U96F32")).toBe(1);
  });

  it("becomes units of 10^-9, rounded down", () => {
    expect(fixedToUnits(3n << 31n, "I96F32")).toBe(1_500_000_000n);
    expect(fixedToUnits(1n, "U64F64")).toBe(0n);
    expect(fixedToUnits((1n << 64n) / 3n, "U64F64")).toBe(333_333_333n);
  });

  it("shares go from nothing to all", () => {
    expect([share16(0), share16(65_535)]).toEqual([0, 1]);
    expect(ratio(1n, 4n)).toBe(0.25);
    expect(ratio(1n, 0n)).toBe(0);
  });
});

describe("bytes", () => {
  it("hex goes both ways, and nothing else is taken", () => {
    expect(toHex(fromHex("0x00ff10"))).toBe("0x00ff10");
    for (const wrong of ["00", "0x0", "0xzz"]) expect(() => fromHex(wrong), wrong).toThrow();
  });

  it("compact numbers have one, two or four bytes", () => {
    // The examples of the SCALE specification.
    expect(toHex(compact(1))).toBe("0x04");
    expect(toHex(compact(42))).toBe("0xa8");
    expect(toHex(compact(69))).toBe("0x1501");
    expect(toHex(compact(65_535))).toBe("0xfeff0300");
    expect(toHex(compact(2 ** 30 - 1))).toBe("0xfeffffff");
    expect(() => compact(2 ** 30)).toThrow(RangeError);
  });

  it("text comes as bytes, as numbers and as hex", () => {
    expect(text([206, 177])).toBe("α");
    expect(text(Uint8Array.of(114, 111, 111, 116))).toBe("root");
    expect(text("0x726f6f74")).toBe("root");
    expect(text(undefined)).toBe("");
  });
});

describe("headers", () => {
  it("hash to what the chain calls the block", () => {
    // Block 70 of a development chain, and the parent hash of the next.
    const header = {
      parentHash: "0x23056c7f78317ccc4c7fb7a141f8ef02792682663466153274bfd860d36d18f4",
      number: "0x46",
      stateRoot: "0x5b3201606870e7b08fef7e2269c3fb501b2bf339f8d5deeb2c4546cc617193e5",
      extrinsicsRoot: "0xe1a01bd4e5ad6db89580f223ca1bc318eaf593726642a70a192973b812b4e79a",
      digest: {
        logs: [
          "0x06617572612030352cac01000000"
        ]
      }
    };
    expect(toHex(Blake2256(encodeHeader(header)))).toBe("0x7d93b00f155f83738583e54db94fbbeb383ac58d4804ab6e4407507ad32ad51a");
  });
});

describe("the supply schedule", () => {
  it("halves where half of the rest is issued", () => {
    expect(schedule(0n)).toMatchObject({ halvings: 0, blockEmission: RAO });
    expect(schedule(0n).nextThreshold).toBe(10_500_000n * RAO);
    const before = schedule(10_500_000n * RAO - 1n);
    expect(before).toMatchObject({ halvings: 0, blocksToHalving: 1n });
    const after = schedule(10_500_000n * RAO);
    expect(after).toMatchObject({ halvings: 1, blockEmission: RAO / 2n });
    expect(after.nextThreshold).toBe(15_750_000n * RAO);
    expect(after.blocksToHalving).toBe(10_500_000n);
  });

  it("ends at 21 million", () => {
    expect(schedule(MAX_SUPPLY)).toMatchObject({ blockEmission: 0n, blocksToHalving: null });
  });
});

describe("history", () => {
  it("is sampled from the newest to the oldest, evenly and without repeats", () => {
    expect(samples(100, 50, 6)).toEqual([100, 90, 80, 70, 60, 50]);
    expect(samples(3, 250, 60)).toEqual([3, 2, 1]);
    expect(samples(1, 10, 5)).toEqual([1]);
    expect(samples(0, 10, 5)).toEqual([]);
  });
});

describe("outcomes", () => {
  const failed = (error: unknown): ChainEvent[] => [
    { index: 0, pallet: "Balances", name: "Withdraw", data: {}, extrinsic: 1 },
    {
      index: 1,
      pallet: "System",
      name: "ExtrinsicFailed",
      data: { dispatch_error: error },
      extrinsic: 1,
    },
  ];
  const unnamed = () => null;

  it("are those of the extrinsic asked for", () => {
    const events: ChainEvent[] = [
      { index: 0, pallet: "System", name: "ExtrinsicSuccess", data: {}, extrinsic: 0 },
      ...failed({ type: "BadOrigin", value: undefined }),
    ];
    expect(outcomeOf(events, 0, unnamed)).toEqual({ succeeded: true, failure: null });
    expect(outcomeOf(events, 1, unnamed)).toEqual({ succeeded: false, failure: "BadOrigin" });
    expect(outcomeOf(events, 2, unnamed)).toEqual({ succeeded: null, failure: null });
  });

  it("name errors of pallets", () => {
    const typed = { type: "Module", value: { type: "SubtensorModule", value: { type: "NotEnoughStake" } } };
    expect(outcomeOf(failed(typed), 1, unnamed).failure).toBe("SubtensorModule.NotEnoughStake");
    const indexed = { type: "Module", value: { index: 7, error: "0x03000000" } };
    const name = (pallet: number, error: number) => ({ pallet: `P${pallet}`, name: `E${error}`, docs: "" });
    expect(outcomeOf(failed(indexed), 1, name).failure).toBe("P7.E3");
    expect(outcomeOf(failed(indexed), 1, unnamed).failure).toBe("Module 7, error 3");
  });
});

describe("values in one line", () => {
  it("keep their names, and tell text from bytes", () => {
    const call = { netuid: 1, dests: [0, 1], amount: 5n, name: Uint8Array.of(104, 105) };
    expect(show(call)).toBe('{netuid: 1, dests: [0, 1], amount: 5, name: "hi"}');
    expect(show({ type: "Id", value: "5Grw" })).toBe("Id(5Grw)");
    expect(show({ type: "None" })).toBe("None");
    expect(show(Uint8Array.of(0, 255))).toBe("0x00ff");
    expect(show(new Uint8Array(40))).toContain("(40 bytes)");
  });
});

describe("addresses of axons", () => {
  it("are of version 4 or 6", () => {
    expect(formatIp(0x7f000001n, 4)).toBe("127.0.0.1");
    expect(formatIp(1n, 6)).toBe("[0:0:0:0:0:0:0:1]");
  });
});
