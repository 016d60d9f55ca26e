import { describe, expect, it } from "vitest";
import { summarize } from "../src/lib/heat";
import { marks } from "../src/lib/identicon";
import { candidates } from "../src/lib/search";
import { filtered, sorted, visible, type Column } from "../src/lib/table";
import { match, type Route } from "../src/routes";

interface Row {
  id: number;
  name: string;
  stake: bigint | null;
}
const rows: Row[] = [
  { id: 1, name: "beta", stake: 9_007_199_254_740_993n },
  { id: 2, name: "Alpha", stake: null },
  { id: 3, name: "gamma", stake: 9_007_199_254_740_992n },
];
const columns: Column<Row>[] = [
  { key: "id", label: "Id", sort: ({ id }) => id, text: ({ id }) => String(id) },
  { key: "name", label: "Name", sort: ({ name }) => name, text: ({ name }) => name },
  { key: "stake", label: "Stake", sort: ({ stake }) => stake },
];
const ids = (list: readonly Row[]) => list.map(({ id }) => id);

describe("tables", () => {
  it("sort amounts exactly, with what is not known last", () => {
    expect(ids(sorted(rows, columns, { key: "stake", descending: false }))).toEqual([3, 1, 2]);
    expect(ids(sorted(rows, columns, { key: "stake", descending: true }))).toEqual([1, 3, 2]);
  });

  it("sort words as people do", () => {
    expect(ids(sorted(rows, columns, { key: "name", descending: false }))).toEqual([2, 1, 3]);
  });

  it("find every word, whatever its case", () => {
    expect(ids(filtered(rows, columns, "ALPH"))).toEqual([2]);
    expect(ids(filtered(rows, columns, "3 gam"))).toEqual([3]);
    expect(ids(filtered(rows, columns, "3 beta"))).toEqual([]);
    expect(ids(filtered(rows, columns, "  "))).toEqual([1, 2, 3]);
  });

  it("draw what is in sight", () => {
    expect(visible(4096, 40, 0, 400, 5)).toEqual({ start: 0, end: 15 });
    expect(visible(4096, 40, 4000, 400, 5)).toEqual({ start: 95, end: 115 });
    expect(visible(100, 40, 4000, 400, 5)).toEqual({ start: 95, end: 100 });
  });
});

describe("heat maps", () => {
  it("are told in words", () => {
    const cells = [
      { row: 0, column: 1, value: 0.25 },
      { row: 1, column: 0, value: 0.75 },
    ];
    expect(summarize("Weights", ["a", "b"], ["c", "d"], cells, String)).toBe(
      "Weights: 2 by 2, 2 not zero; the largest is 0.75 from b to c.",
    );
    expect(summarize("Bonds", ["a"], ["c"], [], String)).toBe("Bonds: 1 by 1, all zero.");
  });
});

describe("routes", () => {
  const load = () => Promise.reject(new Error("not loaded here"));
  const routes: Route[] = [
    { pattern: "/", title: "Start", load },
    { pattern: "/subnet/:netuid", title: "Subnet", load },
  ];

  it("match paths, whole and with what they name", () => {
    expect(match("/", routes)?.route.title).toBe("Start");
    expect(match("/subnet/2", routes)?.params).toEqual({ netuid: "2" });
    expect(match("/subnet/2?x=1", routes)?.params).toEqual({ netuid: "2" });
    expect(match("/subnet", routes)).toBeNull();
    expect(match("/subnet/2/3", routes)).toBeNull();
  });
});

describe("the search box", () => {
  it("knows accounts, netuids and blocks", () => {
    const alice = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
    expect(candidates(alice)).toEqual([`/account/${alice}`]);
    expect(candidates("12")).toEqual(["/subnet/12", "/block/12"]);
    expect(candidates("sn 3")).toEqual(["/subnet/3"]);
    expect(candidates("6000000")).toEqual(["/block/6000000"]);
    expect(candidates("block 7")).toEqual(["/block/7"]);
    expect(candidates(`0x${"ab".repeat(32)}`)).toEqual([`/block/0x${"ab".repeat(32)}`]);
    expect(candidates("hello")).toEqual([]);
  });
});

describe("identicons", () => {
  it("are the same for the same address, and mirror", () => {
    const one = marks("5Grwva");
    expect(marks("5Grwva")).toEqual(one);
    expect(marks("5FHneW")).not.toEqual(one);
    for (const [x, y] of one.cells) expect(one.cells).toContainEqual([4 - x, y]);
  });
});
