// What the forms do: which fields there are, and the call that they make.

import { parseAmount } from "../../lib/format";
import { limitPrice, parseWeights } from "../../lib/weights";
import type { CallToMake } from "../../chain/submit";

export type Field = "to" | "hotkey" | "netuid" | "amount" | "slippage" | "weights" | "version";

export interface Deed {
  id: string;
  label: string;
  /** What it does, in a line. */
  about: string;
  fields: readonly Field[];
}

export const DEEDS: readonly Deed[] = [
  {
    id: "transfer",
    label: "Transfer",
    about: "Sends TAO, and keeps the account alive.",
    fields: ["to", "amount"],
  },
  {
    id: "stake",
    label: "Stake",
    about: "Buys alpha of a subnet and stakes it with a hotkey.",
    fields: ["hotkey", "netuid", "amount", "slippage"],
  },
  {
    id: "unstake",
    label: "Unstake",
    about: "Sells staked alpha for TAO.",
    fields: ["hotkey", "netuid", "amount", "slippage"],
  },
  {
    id: "register",
    label: "Register",
    about: "Registers a hotkey on a subnet for what that costs now.",
    fields: ["hotkey", "netuid"],
  },
  {
    id: "weights",
    label: "Set weights",
    about: "Weighs the neurons of a subnet. The account has to be a hotkey that may.",
    fields: ["netuid", "weights", "version"],
  },
];

export type Typed = Record<Field, string>;

/** What is wrong with what was typed, by field. */
export type Wrong = Partial<Record<Field, string>>;

const HIGHEST_SLIPPAGE = 50;

export function check(deed: Deed, typed: Typed, isAddress: (text: string) => boolean): Wrong {
  const wrong: Wrong = {};
  for (const field of deed.fields) {
    const value = typed[field].trim();
    if (field === "to" || field === "hotkey") {
      if (!isAddress(value)) wrong[field] = "An SS58 address, such as 5Grw…";
    } else if (field === "netuid") {
      if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535) wrong.netuid = "The number of a subnet";
    } else if (field === "amount") {
      if ((parseAmount(value) ?? 0n) === 0n) wrong.amount = "More than nothing, at most nine decimals";
    } else if (field === "slippage") {
      const percent = Number(value);
      const fine = value === "" || (percent >= 0 && percent <= HIGHEST_SLIPPAGE);
      if (!fine) wrong.slippage = `Percent from 0 to ${HIGHEST_SLIPPAGE}, or nothing for no limit`;
    } else if (field === "weights") {
      if (parseWeights(value) === null) wrong.weights = "UIDs and weights, such as 0: 10, 3: 5";
    } else if (!/^\d{1,18}$/.test(value)) wrong.version = "A whole number";
  }
  return wrong;
}

/** The call, of what `check` has found nothing wrong with. `price` is the spot price, in rao. */
export function toCall(deed: Deed, typed: Typed, price: bigint): CallToMake {
  const netuid = Number(typed.netuid);
  const amount = parseAmount(typed.amount) ?? 0n;
  const hotkey = typed.hotkey.trim();
  const pallet = "SubtensorModule";
  switch (deed.id) {
    case "transfer": {
      const dest = { type: "Id", value: typed.to.trim() };
      return { pallet: "Balances", name: "transfer_keep_alive", args: { dest, value: amount } };
    }
    case "stake":
    case "unstake":
      return trade(deed.id === "stake", { hotkey, netuid }, amount, typed.slippage.trim(), price);
    case "register":
      return { pallet, name: "burned_register", args: { netuid, hotkey } };
    default: {
      const row = parseWeights(typed.weights);
      const args = {
        netuid,
        dests: row?.uids ?? [],
        weights: row?.weights ?? [],
        version_key: BigInt(typed.version),
      };
      return { pallet, name: "set_weights", args };
    }
  }
}

/** With a limit unless none is wanted, or there is no price: root's is 1. */
function trade(
  buys: boolean,
  where: { hotkey: string; netuid: number },
  amount: bigint,
  slippage: string,
  price: bigint,
): CallToMake {
  const pallet = "SubtensorModule";
  const amounts = buys ? { amount_staked: amount } : { amount_unstaked: amount };
  const name = buys ? "add_stake" : "remove_stake";
  if (slippage === "" || where.netuid === 0) return { pallet, name, args: { ...where, ...amounts } };
  const limit = limitPrice(price, Number(slippage), buys);
  const limits = { limit_price: limit, allow_partial: false };
  return { pallet, name: `${name}_limit`, args: { ...where, ...amounts, ...limits } };
}
