import { describe, expect, it } from "vitest";
import { mentions } from "../src/lib/mentions";
import { RAO } from "../src/lib/format";
import { limitPrice, parseWeights } from "../src/lib/weights";
import { DEEDS, check, toCall, type Typed } from "../src/pages/act/deeds";

const typed: Typed = {
  to: "5Bob",
  hotkey: "5Hot",
  netuid: "2",
  amount: "1.5",
  slippage: "2",
  weights: "0: 1, 3: 2",
  version: "0",
};
const deed = (id: string) => DEEDS.find((each) => each.id === id)!;
const price = RAO / 2n;

describe("rows of weights", () => {
  it("are scaled so that the largest is 65 535", () => {
    expect(parseWeights("0: 1, 3: 2\n7: 0")).toEqual({ uids: [0, 3, 7], weights: [32_768, 65_535, 0] });
  });

  it("are none without a weight, or with a uid twice", () => {
    for (const wrong of ["", "0", "0:", "0: 0", "0: 1, 0: 2", "70000: 1", "a: 1"]) {
      expect(parseWeights(wrong), wrong).toBeNull();
    }
  });
});

describe("limits", () => {
  it("are above the price for who buys, below for who sells", () => {
    expect(limitPrice(1_000_000n, 2, true)).toBe(1_020_000n);
    expect(limitPrice(1_000_000n, 2, false)).toBe(980_000n);
  });

  it("are never worse than asked for by rounding", () => {
    expect(limitPrice(333n, 1, true)).toBe(336n);
    expect(limitPrice(333n, 1, false)).toBe(330n);
  });
});

describe("calls of the forms", () => {
  it("keep to the limit, if there is one", () => {
    expect(toCall(deed("stake"), typed, price)).toEqual({
      pallet: "SubtensorModule",
      name: "add_stake_limit",
      args: {
        hotkey: "5Hot",
        netuid: 2,
        amount_staked: 1_500_000_000n,
        limit_price: 510_000_000n,
        allow_partial: false,
      },
    });
    expect(toCall(deed("unstake"), { ...typed, slippage: "" }, price)).toEqual({
      pallet: "SubtensorModule",
      name: "remove_stake",
      args: { hotkey: "5Hot", netuid: 2, amount_unstaked: 1_500_000_000n },
    });
    expect(toCall(deed("stake"), { ...typed, netuid: "0" }, RAO).name).toBe("add_stake");
  });

  it("send, register and weigh", () => {
    expect(toCall(deed("transfer"), typed, price).args).toEqual({
      dest: { type: "Id", value: "5Bob" },
      value: 1_500_000_000n,
    });
    expect(toCall(deed("register"), typed, price).args).toEqual({ netuid: 2, hotkey: "5Hot" });
    expect(toCall(deed("weights"), typed, price).args).toMatchObject({ dests: [0, 3], version_key: 0n });
  });

  it("are not made of what is wrong", () => {
    const valid = () => true;
    for (const each of DEEDS) expect(check(each, typed, valid), each.id).toEqual({});
    const bad = { ...typed, amount: "0", slippage: "80", netuid: "x" };
    expect(Object.keys(check(deed("stake"), bad, () => false)).sort()).toEqual([
      "amount",
      "hotkey",
      "netuid",
      "slippage",
    ]);
  });
});

describe("mentions", () => {
  it("are found at any depth, whole words only", () => {
    const call = { dest: { type: "Id", value: "5Bob" }, calls: [{ hotkey: "5Hot" }], n: 1n };
    expect(mentions(call, "5Bob")).toBe(true);
    expect(mentions(call, "5Hot")).toBe(true);
    expect(mentions(call, "5Ho")).toBe(false);
    expect(mentions(undefined, "5Bob")).toBe(false);
  });
});
