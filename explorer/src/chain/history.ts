// What was: points of price and emission at blocks whose state the node still has.

import { RpcError } from "./socket";
import type { At, Chain } from "./chain";
import { byNetuid, readPrices } from "./subnets";

export interface Point {
  block: number;
  /** In ms. */
  time: number;
  /** By netuid: rao of TAO for one alpha. */
  prices: Map<number, bigint>;
  /** By netuid: TAO that the block gave to the subnet, in rao. */
  emissions: Map<number, bigint>;
}

export async function readPoint(at: At, block: number): Promise<Point> {
  const [time, prices, pooled, bought] = await Promise.all([
    at.storage<bigint>("Timestamp", "Now"),
    readPrices(at),
    byNetuid<bigint>(at, "SubnetTaoInEmission"),
    byNetuid<bigint>(at, "SubnetExcessTao"),
  ]);
  const emissions = new Map(pooled ?? []);
  for (const [netuid, tao] of bought ?? []) emissions.set(netuid, (emissions.get(netuid) ?? 0n) + tao);
  return { block, time: Number(time), prices: prices ?? new Map(), emissions };
}

/** Block numbers from the newest back to `back` blocks before it, `count` of them at most. */
export function samples(newest: number, back: number, count: number): number[] {
  const oldest = Math.max(1, newest - back);
  const steps = Math.min(count - 1, newest - oldest);
  if (steps <= 0) return newest < 1 ? [] : [newest];
  const numbers = new Set<number>();
  for (let i = 0; i <= steps; i++) {
    numbers.add(Math.round(newest - ((newest - oldest) * i) / steps));
  }
  return [...numbers];
}

/** Points that are asked for side by side. */
const TOGETHER = 6;

/**
 * Reads points from the newest backwards and tells of each; ends where the node has no state any
 * more, which it says by an error. `wanted` stops it.
 */
export async function readHistory(
  chain: Chain,
  numbers: readonly number[],
  tell: (point: Point) => void,
  wanted: () => boolean,
): Promise<void> {
  const hashes = await chain.socket.request<(string | null)[]>("chain_getBlockHash", [numbers]);
  for (let from = 0; from < numbers.length; from += TOGETHER) {
    const part = numbers.slice(from, from + TOGETHER);
    const points = await Promise.all(part.map((number, i) => orNone(chain, number, hashes[from + i])));
    for (const point of points) {
      if (!wanted() || point === null) return;
      tell(point);
    }
  }
}

/** Null where there is no such block, or no state of it. */
async function orNone(
  chain: Chain,
  number: number,
  hash: string | null | undefined,
): Promise<Point | null> {
  if (hash === null || hash === undefined) return null;
  try {
    return await readPoint(chain.at(hash), number);
  } catch (error) {
    if (error instanceof RpcError) return null;
    throw error;
  }
}
