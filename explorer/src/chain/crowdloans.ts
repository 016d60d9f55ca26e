// Crowdloans: who collects for what, how much came, and what happens then.

import { ifThere, type At } from "./chain";
import { readBounded, type Bounded, type Proposal } from "./proposals";

export interface Crowdloan {
  id: number;
  creator: string;
  /** In rao. */
  deposit: bigint;
  minContribution: bigint;
  maxContribution: bigint | null;
  cap: bigint;
  raised: bigint;
  /** The last block that takes contributions. */
  end: number;
  fundsAccount: string;
  /** To whom the money goes; null if the call decides. */
  target: string | null;
  call: Bounded | null;
  finalized: boolean;
  contributors: number;
}

interface RawCrowdloan {
  creator: string;
  deposit: bigint;
  min_contribution: bigint;
  end: number;
  cap: bigint;
  funds_account: string;
  raised: bigint;
  target_address: string | undefined;
  call: Bounded | undefined;
  finalized: boolean;
  contributors_count: number;
}

export type CrowdloanStatus = "open" | "full" | "ended" | "paid out";

export function statusOf(loan: Crowdloan, block: number): CrowdloanStatus {
  if (loan.finalized) return "paid out";
  if (loan.raised >= loan.cap) return "full";
  return block >= loan.end ? "ended" : "open";
}

/** The newest first; null if the endpoint has no crowdloans. */
export async function readCrowdloans(at: At): Promise<Crowdloan[] | null> {
  const entries = await ifThere(
    at.entries<[number], RawCrowdloan>("Crowdloan", "Crowdloans"),
    null,
  );
  if (entries === null) return null;
  const limits = await ifThere(at.entries<[number], bigint>("Crowdloan", "MaxContributions"), []);
  const maxima = new Map(limits.map(([[id], amount]) => [id, amount]));
  return entries
    .map(([[id], raw]) => toCrowdloan(id, raw, maxima.get(id) ?? null))
    .sort((a, b) => b.id - a.id);
}

function toCrowdloan(id: number, raw: RawCrowdloan, maxContribution: bigint | null): Crowdloan {
  return {
    id,
    creator: raw.creator,
    deposit: raw.deposit,
    minContribution: raw.min_contribution,
    maxContribution,
    cap: raw.cap,
    raised: raw.raised,
    end: raw.end,
    fundsAccount: raw.funds_account,
    target: raw.target_address ?? null,
    call: raw.call ?? null,
    finalized: raw.finalized,
    contributors: raw.contributors_count,
  };
}

export interface Contribution {
  account: string;
  /** In rao. */
  amount: bigint;
}

export interface CrowdloanDetail {
  /** The largest first. */
  contributions: Contribution[];
  call: Proposal | null;
}

export async function readCrowdloanDetail(at: At, loan: Crowdloan): Promise<CrowdloanDetail> {
  const [entries, call] = await Promise.all([
    at.entries<[number, string], bigint>("Crowdloan", "Contributions", loan.id),
    loan.call === null ? null : readBounded(at, loan.call),
  ]);
  const contributions = entries.map(([[, account], amount]) => ({ account, amount }));
  contributions.sort((a, b) => (a.amount < b.amount ? 1 : a.amount > b.amount ? -1 : 0));
  return { contributions, call };
}

/** Seconds from one block to the next as the chain plans them; null if it does not say. */
export async function readBlockTime(at: At): Promise<number | null> {
  const call = at.call<bigint>("AuraApi", "slot_duration");
  const slot = await ifThere(call, null);
  return slot === null ? null : Number(slot) / 1000;
}
