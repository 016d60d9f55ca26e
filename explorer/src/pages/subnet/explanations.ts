// What the numbers of a subnet mean, by the names of `get_subnet_hyperparams_v3`. The
// facts are those of docs/hyperparameters.md.

import type { Hyperparameter } from "../../chain/metagraph";
import { fixedToNumber, share16 } from "../../lib/fixed";
import { TAO, formatInteger, formatRaoExact } from "../../lib/format";

/** How a number is to be read. */
export type Unit =
  | "plain"
  | "switch"
  | "blocks"
  | "epochs"
  | "share16"
  | "thousandths"
  | "millionths"
  | "tao"
  | "fixed";

export interface Explanation {
  unit: Unit;
  text: string;
}

const plain = (text: string): Explanation => ({ unit: "plain", text });
const onOff = (text: string): Explanation => ({ unit: "switch", text });
const blocks = (text: string): Explanation => ({ unit: "blocks", text });
const share = (text: string): Explanation => ({ unit: "share16", text });
const tao = (text: string): Explanation => ({ unit: "tao", text });

export const EXPLANATIONS: Readonly<Record<string, Explanation>> = {
  kappa: share("The part of stake that has to agree on a weight for it to be the consensus."),
  immunity_period: blocks("How long a new neuron is spared from being replaced."),
  min_allowed_weights: plain("The fewest weights that a validator may set."),
  max_weights_limit: share("The largest weight of a row. Clients clip by it; the chain does not."),
  tempo: blocks("Between two epochs. With 0 there are none."),
  weights_version: plain("The least version key that weights need; 0 takes any."),
  weights_rate_limit: blocks("Between two settings of weights by one validator."),
  activity_cutoff: blocks(
    "Without new weights for so long, a validator is inactive. Follows from factor and tempo.",
  ),
  activity_cutoff_factor: {
    unit: "thousandths",
    text: "After how many tempos without new weights a validator is inactive.",
  },
  registration_allowed: onOff("Whether neurons may register at the price."),
  target_regs_per_interval: plain(
    "A third of the most registrations in an interval. Holds on root only.",
  ),
  min_burn: tao("The least price of a registration."),
  max_burn: tao("The highest price of a registration."),
  burn_half_life: blocks("In which the price of a registration halves."),
  burn_increase_mult: {
    unit: "fixed",
    text: "By how much each registration multiplies the price.",
  },
  bonds_moving_avg: { unit: "millionths", text: "The memory of bonds, from 0 to 1." },
  max_regs_per_block: plain("The most registrations in one block."),
  serving_rate_limit: blocks("Between two announcements of an endpoint by one neuron."),
  max_validators: plain("The most neurons that hold a validator permit."),
  commit_reveal_period: { unit: "epochs", text: "Between the commit of weights and their reveal." },
  commit_reveal_weights_enabled: onOff(
    "Whether weights are committed first and revealed later, so that nobody can copy them.",
  ),
  alpha_high: share("The highest memory of liquid bonds."),
  alpha_low: share("The least memory of liquid bonds."),
  liquid_alpha_enabled: onOff("Whether the memory of a bond depends on consensus."),
  alpha_sigmoid_steepness: {
    unit: "fixed",
    text: "How steeply the memory of liquid bonds goes from low to high, in hundredths.",
  },
  yuma_version: plain("The variant of Yuma that bonds follow; 3 is the third."),
  subnet_is_active: onOff("Whether the alpha can be traded and epochs run."),
  transfers_enabled: onOff("Whether stake may change its coldkey."),
  bonds_reset_enabled: onOff("Whether miners may reset the bonds on them."),
  user_liquidity_enabled: onOff("Whether users may add liquidity to the pool. They never may."),
  owner_cut_enabled: onOff("Whether the owner gets a share of the emission."),
  owner_cut_auto_lock_enabled: onOff("Whether the owner's share is locked as it comes."),
  min_childkey_take: share("The least take on child keys."),
};

const WITHOUT: Explanation = { unit: "plain", text: "" };

/** Other networks may have some that are not explained here. */
export function explain(name: string): Explanation {
  return EXPLANATIONS[name] ?? WITHOUT;
}

/** A value as it is to be read, with its unit. */
export function formatHyperparameter({ name, type, value }: Hyperparameter): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (type === "U64F64" || type === "I32F32") return decimal(fixedToNumber(BigInt(value), type));
  const counted = (unit: string) =>
    `${formatInteger(value)} ${unit}${Number(value) === 1 ? "" : "s"}`;
  switch (explain(name).unit) {
    case "blocks":
      return counted("block");
    case "epochs":
      return counted("epoch");
    case "share16":
      return `${decimal(share16(Number(value)))} (${formatInteger(value)} of 65\u202f535)`;
    case "thousandths":
      return decimal(Number(value) / 1000);
    case "millionths":
      return decimal(Number(value) / 1_000_000);
    case "tao":
      return `${formatRaoExact(BigInt(value))} ${TAO}`;
    default:
      return formatInteger(value);
  }
}

function decimal(value: number): string {
  const [whole = "0", fraction] = value.toFixed(4).split(".");
  const digits = (fraction ?? "").replace(/0+$/, "");
  const sign = value < 0 ? "−" : "";
  const shown = `${sign}${formatInteger(BigInt(whole.replace("-", "")))}`;
  return digits === "" ? shown : `${shown}.${digits}`;
}
