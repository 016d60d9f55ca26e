// How values are shown. Amounts are bigint in rao, the 10^-9 of a TAO or of an
// alpha, and never become doubles on their way to the screen.

export const RAO = 1_000_000_000n;
/** Between groups of digits; narrow, and no line breaks at it. */
const GROUP = "\u202f";
export const TAO = "τ";
export const ALPHA = "α";

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, GROUP);
}

/** An amount in rao with so many digits behind the point, rounded half up. */
export function formatRao(rao: bigint, digits = 4): string {
  if (digits < 0 || digits > 9) throw new RangeError(`digits: ${digits}`);
  const negative = rao < 0n;
  const unit = 10n ** BigInt(9 - digits);
  const rounded = ((negative ? -rao : rao) + unit / 2n) / unit;
  const scale = 10n ** BigInt(digits);
  const fraction = digits === 0 ? "" : `.${(rounded % scale).toString().padStart(digits, "0")}`;
  return `${negative && rounded > 0n ? "−" : ""}${grouped((rounded / scale).toString())}${fraction}`;
}

/** The exact amount, without zeros at the end. */
export function formatRaoExact(rao: bigint): string {
  return formatRao(rao, 9).replace(/\.?0+$/, "");
}

/** As short as it can be understood: 1.234 M, 12.3 k, 0.00012. */
export function formatRaoShort(rao: bigint): string {
  const size = rao < 0n ? -rao : rao;
  if (size >= 1_000_000n * RAO) return `${formatRao(rao / 1_000_000n, 3)}${GROUP}M`;
  if (size >= 10_000n * RAO) return `${formatRao(rao / 1_000n, 1)}${GROUP}k`;
  if (size >= 100n * RAO) return formatRao(rao, 2);
  if (size >= RAO / 1000n || size === 0n) return formatRao(rao, 4);
  return formatRao(rao, 9);
}

/** What somebody typed, in rao. Null if it is no amount or is finer than a rao. */
export function parseAmount(typed: string): bigint | null {
  const match = /^(\d+)(?:\.(\d{1,9}))?$/.exec(typed.trim());
  if (match === null) return null;
  return BigInt(match[1] ?? "0") * RAO + BigInt((match[2] ?? "").padEnd(9, "0"));
}

export function formatInteger(value: number | bigint): string {
  const digits = value.toString();
  return digits.startsWith("-") ? `−${grouped(digits.slice(1))}` : grouped(digits);
}

/** A share of one as percent. */
export function formatShare(share: number, digits = 2): string {
  if (!Number.isFinite(share)) return "–";
  return `${(share * 100).toFixed(digits)}${GROUP}%`;
}

const UNITS: readonly [string, number][] = [
  ["y", 31_557_600],
  ["d", 86_400],
  ["h", 3600],
  ["min", 60],
  ["s", 1],
];

/** A duration in the largest units that it has, so many of them. */
export function formatDuration(seconds: number, count = 2): string {
  if (!Number.isFinite(seconds)) return "–";
  if (seconds < 1) return `${Math.max(0, Math.round(seconds * 1000))} ms`;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  let rest = Math.round(seconds);
  const first = UNITS.findIndex(([, size]) => rest >= size);
  const parts: string[] = [];
  for (const [name, size] of UNITS.slice(first, first + count)) {
    const whole = Math.floor(rest / size);
    rest -= whole * size;
    if (whole > 0) parts.push(`${whole} ${name}`);
  }
  return parts.join(" ");
}

/** How long ago, roughly, for something that was `seconds` ago. */
export function formatAgo(seconds: number): string {
  if (seconds < 2) return "just now";
  return seconds < 10 ? `${Math.floor(seconds)} s ago` : `${formatDuration(seconds, 1)} ago`;
}

export function formatDate(ms: number): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: "medium" }).format(ms);
}

export function formatDateTime(ms: number): string {
  const style = { dateStyle: "medium", timeStyle: "medium" } as const;
  return new Intl.DateTimeFormat(undefined, style).format(ms);
}

/** The ends of a long identifier. */
export function shorten(value: string, head = 6, tail = 4): string {
  return value.length <= head + tail + 1 ? value : `${value.slice(0, head)}…${value.slice(-tail)}`;
}

/** `set_weights` and `SubtensorModule` as words. */
export function words(name: string): string {
  return name
    .replace(/_/g, " ")
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .trim();
}
