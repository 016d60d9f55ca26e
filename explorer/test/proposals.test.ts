import { describe, expect, it } from "vitest";
import type { At } from "../src/chain/chain";
import { statusOf, type Crowdloan } from "../src/chain/crowdloans";
import { readLocks } from "../src/chain/holdings";
import { MissingItem } from "../src/chain/missing";
import { readAgenda, readPowers, readPreimages, readReferenda } from "../src/chain/proposals";

const CALL = { pallet: "System", call: "remark", args: { remark: "0x00" } };

/** A block that has those storage items and runtime calls, and no others. */
function block(items: Record<string, unknown>): At {
  const read = async (...path: unknown[]) => {
    const key = path.slice(0, 2).join(".");
    if (!(key in items)) throw new MissingItem(key);
    return items[key];
  };
  const decodeCall = (bytes: Uint8Array) => (bytes.length > 0 ? CALL : null);
  const chain = { runtime: async () => ({ decodeCall }) };
  return { storage: read, entries: read, call: read, chain } as unknown as At;
}

describe("referenda", () => {
  it("are those that are open, with their tallies", async () => {
    const tally = { ayes: 3n, nays: 1n, support: 2n };
    const ongoing = {
      track: 7,
      origin: { type: "system", value: { type: "Root" } },
      proposal: { type: "Lookup", value: { hash: "0xaa", len: 2 } },
      submitted: 5,
      deciding: { since: 9, confirming: undefined },
      tally,
    };
    const at = block({
      "Referenda.ReferendumInfoFor": [
        [[0], { type: "Approved", value: [4, undefined, undefined] }],
        [[1], { type: "Ongoing", value: ongoing }],
      ],
      "Preimage.PreimageFor": Uint8Array.of(0, 0),
    });
    expect(await readReferenda(at)).toEqual([
      {
        index: 1,
        track: "7",
        origin: "system(Root)",
        submitted: 5,
        deciding: 9,
        confirming: null,
        tally,
        hash: "0xaa",
        call: CALL,
      },
    ]);
  });

  it("are not there on chains without them", async () => {
    expect(await readReferenda(block({}))).toBeNull();
  });
});

describe("the agenda", () => {
  it("leaves out what was done or cancelled, the next first", async () => {
    const item = (priority: number) => ({
      maybe_id: undefined,
      priority,
      call: { type: "Inline", value: Uint8Array.of(1) },
      maybe_periodic: [10, 3],
      origin: { type: "system", value: { type: "Root" } },
    });
    const at = block({ "Scheduler.Agenda": [[[20], [undefined, item(1)]], [[10], [item(2)]]] });
    const found = await readAgenda(at);
    expect(found?.map(({ block, index, priority }) => [block, index, priority])).toEqual([
      [10, 0, 2],
      [20, 1, 1],
    ]);
    expect(found?.[0]).toMatchObject({ call: CALL, hash: null, periodic: [10, 3], name: null });
  });
});

describe("preimages", () => {
  it("need not be calls, nor be there", async () => {
    const at = block({
      "Preimage.RequestStatusFor": [
        [["0x01"], { type: "Unrequested", value: { ticket: ["5Bob", undefined], len: 0 } }],
        [["0x02"], { type: "Requested", value: { count: 1, maybe_len: undefined } }],
      ],
      "Preimage.PreimageFor": new Uint8Array(),
    });
    expect(await readPreimages(at)).toEqual([
      { hash: "0x01", length: 0, requested: false, depositor: "5Bob", call: null },
      { hash: "0x02", length: null, requested: true, depositor: null, call: null },
    ]);
  });
});

describe("powers", () => {
  it("tell a key that was removed from one that never was", async () => {
    expect((await readPowers(block({}))).sudo).toBeUndefined();
    expect((await readPowers(block({ "Sudo.Key": undefined }))).sudo).toBeNull();
    expect((await readPowers(block({ "Sudo.Key": "5Alice" }))).sudo).toBe("5Alice");
  });
});

describe("locks", () => {
  const written = { locked_mass: 9n, conviction: 3n << 64n, last_update: 1n };
  const items = {
    "SubtensorModule.Lock": [
      [["5Cold", 2, "5Hot"], written],
      [["5Cold", 3, "5Hot"], written],
    ],
    "SubtensorModule.DecayingLock": [[["5Cold", 3], false]],
  };

  it("are perpetual where decay was turned off", async () => {
    const found = await readLocks(block(items), "5Cold");
    expect(found.map(({ netuid, perpetual }) => [netuid, perpetual])).toEqual([
      [2, false],
      [3, true],
    ]);
    expect(found[0]).toMatchObject({ amount: 9n, conviction: 3n });
  });

  it("are as they are now, if the endpoint computes that", async () => {
    const now = { locked_mass: 5n, conviction: 4n << 64n, last_update: 8n };
    const at = block({ ...items, "StakeInfoRuntimeApi.get_coldkey_lock": now });
    expect((await readLocks(at, "5Cold"))[0]).toMatchObject({ amount: 5n, conviction: 4n });
  });
});

describe("crowdloans", () => {
  it("are open until they are full, or end", () => {
    const loan = { raised: 1n, cap: 2n, end: 10, finalized: false } as Crowdloan;
    expect(statusOf(loan, 9)).toBe("open");
    expect(statusOf(loan, 10)).toBe("ended");
    expect(statusOf({ ...loan, raised: 2n }, 10)).toBe("full");
    expect(statusOf({ ...loan, finalized: true }, 10)).toBe("paid out");
  });
});
