// JSON-RPC 2.0 over one WebSocket that comes back by itself. The library's own
// transport speaks `chainHead_v1`, which knows no block older than the finalized
// one; history needs the `state_*` methods, which every node has.

export type Status = "connecting" | "connected" | "reconnecting" | "closed";

/** The node answered, and said no. */
export class RpcError extends Error {
  constructor(
    readonly code: number,
    message: string,
    readonly data?: unknown,
  ) {
    super(data === undefined ? message : `${message}: ${String(data)}`);
    this.name = "RpcError";
  }
}

/** There was no answer: the connection broke, or it took too long. */
export class ConnectionError extends Error {
  override name = "ConnectionError";
}

interface Pending {
  resolve(value: unknown): void;
  reject(error: Error): void;
  timer: ReturnType<typeof setTimeout>;
}

interface Subscription {
  method: string;
  unsubscribe: string;
  params: unknown[];
  onItem(item: unknown): void;
  onError(error: Error): void;
  id: string | number | null;
}

interface Message {
  id?: number;
  result?: unknown;
  error?: { code: number; message: string; data?: unknown };
  params?: { subscription: string | number; result: unknown };
}

const TIMEOUT_MS = 30_000;
const QUIET_MS = 20_000;
const PING_TIMEOUT_MS = 10_000;
const FIRST_DELAY_MS = 500;
const MAX_DELAY_MS = 5_000;

export class RpcSocket {
  status: Status = "connecting";
  /** When the next attempt is made, in ms of `Date.now()`; null while there is a connection. */
  retryAt: number | null = null;

  private socket: WebSocket | null = null;
  private nextId = 1;
  private readonly pending = new Map<number, Pending>();
  private readonly waiting = new Set<() => void>();
  private readonly subscriptions = new Set<Subscription>();
  private attempts = 0;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private heartbeat: ReturnType<typeof setInterval> | undefined;
  private lastMessage = 0;

  constructor(
    readonly url: string,
    private readonly onStatus: (status: Status) => void,
  ) {
    this.open();
  }

  /** Asks once. Waits for the connection when there is none yet. */
  async request<T>(method: string, params: unknown[] = [], timeout = TIMEOUT_MS): Promise<T> {
    await this.opened(timeout);
    return new Promise<T>((resolve, reject) => {
      const id = this.nextId++;
      const timer = setTimeout(() => {
        this.pending.delete(id);
        reject(new ConnectionError(`${method} took longer than ${timeout / 1000} s`));
      }, timeout);
      this.pending.set(id, { resolve: resolve as (value: unknown) => void, reject, timer });
      this.socket?.send(JSON.stringify({ jsonrpc: "2.0", id, method, params }));
    });
  }

  /** Subscribes, and again after each reconnection, until the returned function is called. */
  subscribe<T>(
    method: string,
    unsubscribe: string,
    onItem: (item: T) => void,
    onError: (error: Error) => void,
  ): () => void {
    const subscription: Subscription = {
      method,
      unsubscribe,
      params: [],
      onItem: onItem as (item: unknown) => void,
      onError,
      id: null,
    };
    this.subscriptions.add(subscription);
    if (this.status === "connected") void this.start(subscription);
    return () => {
      this.subscriptions.delete(subscription);
      if (subscription.id !== null && this.status === "connected") {
        this.request(unsubscribe, [subscription.id]).catch(onError);
      }
    };
  }

  /** Tries again now rather than when the delay is over. */
  retry(): void {
    if (this.status !== "reconnecting") return;
    clearTimeout(this.retryTimer);
    this.open();
  }

  close(): void {
    this.set("closed");
    clearTimeout(this.retryTimer);
    clearInterval(this.heartbeat);
    this.subscriptions.clear();
    this.drop(new ConnectionError("the connection was closed"));
    this.socket?.close();
  }

  private set(status: Status): void {
    this.status = status;
    this.onStatus(status);
  }

  private open(): void {
    this.retryAt = null;
    let socket: WebSocket;
    try {
      // One that is still on its way when somebody asks to try now is given up.
      this.socket?.close();
      socket = new WebSocket(this.url);
    } catch (error) {
      // An address that is none never becomes one.
      this.set("closed");
      this.drop(new ConnectionError(`${this.url} is no WebSocket address: ${String(error)}`));
      return;
    }
    this.socket = socket;
    const mine = () => this.socket === socket && this.status !== "closed";
    socket.onopen = () => {
      if (mine()) this.connected();
    };
    socket.onmessage = (event) => {
      if (mine()) this.receive(JSON.parse(String(event.data)) as Message);
    };
    socket.onclose = () => {
      if (mine()) this.lost();
    };
  }

  private connected(): void {
    this.attempts = 0;
    this.lastMessage = Date.now();
    this.set("connected");
    for (const wake of this.waiting) wake();
    for (const subscription of this.subscriptions) void this.start(subscription);
    this.heartbeat = setInterval(() => this.beat(), QUIET_MS);
  }

  /** A connection that broke without a word is found by asking. */
  private beat(): void {
    if (Date.now() - this.lastMessage < QUIET_MS) return;
    const { socket } = this;
    this.request("system_health", [], PING_TIMEOUT_MS).catch((error: Error) => {
      // A node that answers, whatever it says, is there. One that does not would not close, either.
      if (!(error instanceof ConnectionError) || this.socket !== socket) return;
      if (this.status === "connected") this.lost();
    });
  }

  private lost(): void {
    clearInterval(this.heartbeat);
    const { socket } = this;
    this.socket = null;
    socket?.close();
    for (const subscription of this.subscriptions) subscription.id = null;
    const delay = Math.min(FIRST_DELAY_MS * 2 ** this.attempts++, MAX_DELAY_MS);
    this.retryAt = Date.now() + delay;
    this.set("reconnecting");
    this.drop(new ConnectionError("the connection was lost"));
    this.retryTimer = setTimeout(() => this.open(), delay);
  }

  private drop(error: Error): void {
    for (const { reject, timer } of this.pending.values()) {
      clearTimeout(timer);
      reject(error);
    }
    this.pending.clear();
    if (this.status === "closed") for (const wake of this.waiting) wake();
  }

  private opened(timeout: number): Promise<void> {
    if (this.status === "connected") return Promise.resolve();
    return new Promise((resolve, reject) => {
      const done = () => {
        clearTimeout(timer);
        this.waiting.delete(done);
        if (this.status === "connected") resolve();
        else reject(new ConnectionError(`no connection to ${this.url}`));
      };
      const timer = setTimeout(done, timeout);
      if (this.status === "closed") done();
      else this.waiting.add(done);
    });
  }

  private async start(subscription: Subscription): Promise<void> {
    try {
      const id = await this.request<string>(subscription.method, subscription.params);
      subscription.id = id;
      if (!this.subscriptions.has(subscription)) await this.request(subscription.unsubscribe, [id]);
    } catch (error) {
      // After a loss it starts anew with the connection.
      if (!(error instanceof ConnectionError)) subscription.onError(error as Error);
    }
  }

  private receive(message: Message): void {
    this.lastMessage = Date.now();
    if (message.params !== undefined) {
      const { subscription: id, result } = message.params;
      for (const each of this.subscriptions) if (each.id === id) each.onItem(result);
      return;
    }
    const pending = message.id === undefined ? undefined : this.pending.get(message.id);
    if (pending === undefined || message.id === undefined) return;
    this.pending.delete(message.id);
    clearTimeout(pending.timer);
    const { error } = message;
    if (error) pending.reject(new RpcError(error.code, error.message, error.data));
    else pending.resolve(message.result);
  }
}
