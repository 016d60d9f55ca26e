// Points of price and emission: those the node still has, and those that arrive.

import { untrack } from "svelte";
import { readHistory, readPoint, samples, type Point } from "../chain/history";
import { ConnectionError } from "../chain/socket";
import { live } from "./live.svelte";
import { toasts } from "./toasts.svelte";

export interface History {
  /** The oldest first. */
  readonly points: readonly Point[];
  readonly loading: boolean;
}

/** Points that a chart shows; as many again may arrive before every other one goes. */
const POINTS = 60;
/** New points are not closer than this, in ms. */
const APART_MS = 2000;

/** For the initialisation of a component; `back` says how many blocks back it goes. */
export function history(back: () => number): History {
  let points = $state.raw<readonly Point[]>([]);
  let loading = $state(true);
  let generation = 0;
  let about = "";
  let appended = 0;

  const failed = (error: Error) => {
    if (!(error instanceof ConnectionError)) toasts.show(error.message, "error");
  };

  function add(point: Point) {
    if (points.some(({ block }) => block === point.block)) return;
    const all = [...points, point].sort((a, b) => a.block - b.block);
    points = all.length < 2 * POINTS ? all : all.filter((_, i) => i % 2 === 1 || i === 0);
  }

  async function load(newest: number, mine: number) {
    loading = true;
    const wanted = () => mine === generation;
    const tell = (point: Point) => {
      if (wanted()) add(point);
    };
    try {
      await readHistory(live.chain, samples(newest, back(), POINTS), tell, wanted);
    } finally {
      if (wanted()) loading = false;
    }
  }

  $effect(() => {
    const head = live.readable;
    const asked = `${live.era} ${back()}`;
    untrack(() => {
      if (head === null) return;
      const mine = asked === about ? generation : ++generation;
      if (asked !== about) {
        about = asked;
        points = [];
        appended = Date.now();
        load(head.number, mine).catch(failed);
      } else if (Date.now() - appended >= APART_MS) {
        appended = Date.now();
        readPoint(live.chain.at(head.hash), head.number).then((point) => {
          if (mine === generation) add(point);
        }, failed);
      }
    });
  });

  $effect(() => () => {
    generation++;
  });

  return {
    get points() {
      return points;
    },
    get loading() {
      return loading;
    },
  };
}
