import { describe, expect, it } from "vitest";
import docs from "../../docs/hyperparameters.md?raw";
import type { At } from "../src/chain/chain";
import {
  phaseOf,
  readBeacon,
  readClock,
  readCommits,
  roundTime,
  type Commit,
} from "../src/chain/commits";
import { readNames, readRootMembers, stakeValue, type Delegate } from "../src/chain/delegates";
import { mechanismIndex, readMechanisms } from "../src/chain/metagraph";
import { MissingItem } from "../src/chain/missing";
import { gini, partOfFirst, ranked } from "../src/lib/distribution";
import { RAO } from "../src/lib/format";
import { shareOfRow } from "../src/lib/heat";
import { EXPLANATIONS, explain, formatHyperparameter } from "../src/pages/subnet/explanations";

/** A block of a chain that has these items and no others. */
function block(items: Record<string, unknown>): At {
  const find = async (name: string) => {
    if (!(name in items)) throw new MissingItem(name);
    return items[name];
  };
  return {
    storage: (pallet: string, item: string, ...keys: unknown[]) =>
      find([`${pallet}.${item}`, ...keys].join(" ")),
    entries: (pallet: string, item: string, ...keys: unknown[]) =>
      find([`${pallet}.${item}`, ...keys].join(" ")),
    call: (api: string, method: string, ...args: unknown[]) =>
      find([`${api}_${method}`, ...args].join(" ")),
  } as unknown as At;
}

describe("hyperparameters", () => {
  /** The first column of the documented table of a subnet: what the chain names. */
  const documented = () => {
    const table = docs.split("\n## Of a subnet\n")[1]?.split("\n## ")[0] ?? "";
    return table
      .split("\n")
      .filter((line) => line.startsWith("| `"))
      .flatMap((line) =>
        [...(line.split("|")[1] ?? "").matchAll(/`(\w+)`/g)].map(([, name]) => name),
      );
  };

  it("each that the chain names is explained, and no other", () => {
    const names = documented();
    expect(names.length).toBeGreaterThan(30);
    expect(Object.keys(EXPLANATIONS).sort()).toEqual([...new Set(names)].sort());
  });

  it("one of another network is shown without", () => {
    expect(explain("new_one").text).toBe("");
    expect(formatHyperparameter({ name: "new_one", type: "U16", value: 7 })).toBe("7");
  });

  it("have the unit that they are read by", () => {
    const shown = (name: string, type: string, value: boolean | number | bigint) =>
      formatHyperparameter({ name, type, value }).replaceAll("\u202f", " ");
    expect(shown("tempo", "U16", 360)).toBe("360 blocks");
    expect(shown("weights_rate_limit", "U64", 1n)).toBe("1 block");
    expect(shown("commit_reveal_period", "U64", 2n)).toBe("2 epochs");
    expect(shown("kappa", "U16", 32_767)).toBe("0.5 (32 767 of 65 535)");
    expect(shown("activity_cutoff_factor", "U32", 13_889)).toBe("13.889");
    expect(shown("bonds_moving_avg", "U64", 900_000n)).toBe("0.9");
    expect(shown("min_burn", "TaoBalance", 500_000n)).toBe("0.0005 τ");
    expect(shown("burn_increase_mult", "U64F64", 23_242_897_532_874_035_036n)).toBe("1.26");
    expect(shown("alpha_sigmoid_steepness", "I32F32", -4_294_967_296_000n)).toBe("−1 000");
    expect(shown("alpha_sigmoid_steepness", "I32F32", -(1n << 31n))).toBe("−0.5");
    expect(shown("transfers_enabled", "Bool", false)).toBe("no");
  });
});

describe("commits", () => {
  const commit = (epoch: number): Commit => ({
    id: "A 0",
    hotkey: "A",
    block: 1,
    epoch,
    kind: "hash",
    hash: "0x01",
    round: null,
  });

  it("are of both kinds, of one mechanism, the newest first", async () => {
    const index = mechanismIndex(2, 1);
    expect(index).toBe(4098);
    const found = await readCommits(
      block({
        [`SubtensorModule.WeightCommits ${index}`]: [[[index, "A"], [["0x01", 5n, 50n, 0n]]]],
        [`SubtensorModule.TimelockedWeightCommits ${index}`]: [
          [[index, 6n], [["B", 61n, new Uint8Array(3), 900n]]],
        ],
      }),
      2,
      1,
    );
    expect(found).toEqual([
      { id: "6 0", hotkey: "B", block: 61, epoch: 6, kind: "encrypted", hash: "", round: 900 },
      { id: "A 0", hotkey: "A", block: 50, epoch: 5, kind: "hash", hash: "0x01", round: null },
    ]);
  });

  it("are revealed in one epoch only", () => {
    expect([5, 6, 7, 8].map((epoch) => phaseOf(commit(5), epoch, 2))).toEqual([
      "waiting",
      "waiting",
      "open",
      "expired",
    ]);
  });

  it("rounds begin with the first at the genesis of the beacon", () => {
    const beacon = { genesis: 1_692_803_367, period: 3, last: 0 };
    expect(roundTime(1, beacon)).toBe(1_692_803_367_000);
    expect(roundTime(11, beacon)).toBe(1_692_803_397_000);
  });

  it("a chain that has nothing of it is read, too", async () => {
    const bare = block({});
    expect(await readCommits(bare, 1)).toEqual([]);
    expect(await readBeacon(bare)).toBeNull();
    expect(await readClock(bare, 1)).toEqual({ epoch: null, next: null, slot: null });
    expect(await readMechanisms(bare, 1)).toBe(1);
    expect(await readNames(bare)).toEqual(new Map());
    expect(await readRootMembers(bare)).toEqual(new Map());
  });
});

describe("validators", () => {
  it("are worth their stake at the prices of the subnets, and on root as it is", () => {
    const delegate = {
      stakes: new Map([
        [0, 3n * RAO],
        [1, 4n * RAO],
        [7, RAO],
      ]),
    } as Delegate;
    expect(
      stakeValue(
        delegate,
        new Map([
          [0, RAO],
          [1, RAO / 2n],
        ]),
      ),
    ).toBe(5n * RAO);
  });
});

describe("distributions", () => {
  const shares = (...values: number[]) => ranked(values.map((value, uid) => ({ uid, value })));

  it("are sorted, without those who have nothing", () => {
    expect(shares(0.1, 0, 0.6, 0.3).map(({ uid }) => uid)).toEqual([2, 3, 0]);
    expect(partOfFirst(shares(0.1, 0, 0.6, 0.3), 2)).toBeCloseTo(0.9);
    expect(partOfFirst([], 2)).toBe(0);
  });

  it("are equal, or one has all", () => {
    expect(gini(shares(1, 1, 1, 1))).toBeCloseTo(0);
    expect(gini(shares(1, 3))).toBeCloseTo(0.25);
    expect(gini(shares(...Array<number>(99).fill(1e-9), 1))).toBeGreaterThan(0.98);
    expect(gini([])).toBe(0);
  });

  it("weights of a row are parts of one", () => {
    const cells = [
      { row: 1, column: 0, value: 1 },
      { row: 1, column: 2, value: 0.25 },
      { row: 4, column: 0, value: 0.5 },
    ];
    expect(shareOfRow(cells).map(({ value }) => value)).toEqual([0.8, 0.2, 1]);
  });
});
