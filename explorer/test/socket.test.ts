import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ConnectionError, RpcSocket, type Status } from "../src/chain/socket";

/** A WebSocket whose other end is the test. */
class Fake {
  static all: Fake[] = [];
  static get last(): Fake {
    const last = Fake.all[Fake.all.length - 1];
    if (last === undefined) throw new Error("no socket was opened");
    return last;
  }
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: (() => void) | null = null;
  closed = false;
  sent: { id: number; method: string }[] = [];

  constructor(readonly url: string) {
    Fake.all.push(this);
  }
  send(data: string) {
    this.sent.push(JSON.parse(data) as { id: number; method: string });
  }
  close() {
    this.closed = true;
  }
  tell(message: unknown) {
    this.onmessage?.({ data: JSON.stringify(message) });
  }
  answer(method: string, result: unknown) {
    const asked = this.sent.find((each) => each.method === method);
    this.tell({ id: asked?.id, result });
  }
  methods() {
    return this.sent.map(({ method }) => method);
  }
}

let states: Status[] = [];
let socket: RpcSocket;
/** Lets what waits for promises go on. */
const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("WebSocket", Fake);
  Fake.all = [];
  states = [];
  socket = new RpcSocket("ws://node", (status) => states.push(status));
});

afterEach(() => {
  socket.close();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("a connection that is lost", () => {
  it("comes back by itself, and waits longer each time", async () => {
    Fake.last.onopen?.();
    Fake.last.onclose?.();
    expect(states).toEqual(["connected", "reconnecting"]);
    for (const delay of [500, 1000, 2000]) {
      const before = Fake.all.length;
      await vi.advanceTimersByTimeAsync(delay - 1);
      expect(Fake.all.length).toBe(before);
      await vi.advanceTimersByTimeAsync(1);
      expect(Fake.all.length).toBe(before + 1);
      Fake.last.onclose?.();
    }
    await vi.advanceTimersByTimeAsync(4000);
    Fake.last.onopen?.();
    expect(socket.status).toBe("connected");
    Fake.last.onclose?.();
    await vi.advanceTimersByTimeAsync(500);
    expect(Fake.all.length).toBe(6);
  });

  it("fails what was asked, and asks later questions when it is back", async () => {
    Fake.last.onopen?.();
    const lost = expect(socket.request("a")).rejects.toThrow(ConnectionError);
    await settle();
    expect(Fake.last.methods()).toEqual(["a"]);
    Fake.last.onclose?.();
    await lost;
    const later = socket.request("b");
    await vi.advanceTimersByTimeAsync(500);
    Fake.last.onopen?.();
    await settle();
    Fake.last.answer("b", 7);
    expect(await later).toBe(7);
  });

  it("has its subscriptions again", async () => {
    const seen: number[] = [];
    socket.subscribe<number>(
      "sub",
      "unsub",
      (item) => seen.push(item),
      () => undefined,
    );
    for (const [id, item] of [
      ["x", 1],
      ["y", 2],
    ] as const) {
      Fake.last.onopen?.();
      await settle();
      Fake.last.answer("sub", id);
      await settle();
      Fake.last.tell({ params: { subscription: id, result: item } });
      Fake.last.onclose?.();
      await vi.advanceTimersByTimeAsync(500);
    }
    expect(seen).toEqual([1, 2]);
  });

  it("is one connection, also when somebody asks to try now during an attempt", async () => {
    Fake.last.onopen?.();
    Fake.last.onclose?.();
    await vi.advanceTimersByTimeAsync(500);
    const slow = Fake.last;
    socket.retry();
    expect(slow.closed).toBe(true);
    Fake.last.onopen?.();
    slow.onopen?.();
    slow.onclose?.();
    expect(states).toEqual(["connected", "reconnecting", "connected"]);
  });
});

describe("a connection that is silent", () => {
  it("is lost if the node does not answer, without waiting for the socket to close", async () => {
    Fake.last.onopen?.();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(Fake.last.methods()).toEqual(["system_health"]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(socket.status).toBe("reconnecting");
    expect(Fake.last.closed).toBe(true);
  });

  it("stays if the node answers", async () => {
    Fake.last.onopen?.();
    await vi.advanceTimersByTimeAsync(20_000);
    Fake.last.answer("system_health", {});
    await vi.advanceTimersByTimeAsync(10_000);
    expect(states).toEqual(["connected"]);
  });
});
