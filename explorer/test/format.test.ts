import { describe, expect, it } from "vitest";
import {
  RAO,
  formatAgo,
  formatDuration,
  formatInteger,
  formatRao,
  formatRaoExact,
  formatRaoShort,
  formatShare,
  parseAmount,
  shorten,
} from "../src/lib/format";

/** Groups of digits are parted by a narrow space that does not break. */
const plain = (shown: string) => shown.replace(/\u202f/g, "_");

describe("amounts", () => {
  it("are exact to the rao, however large", () => {
    expect(plain(formatRao(20_999_999_999_999_999n, 9))).toBe("20_999_999.999999999");
    expect(plain(formatRaoExact(9_007_199_254_740_993n))).toBe("9_007_199.254740993");
    expect(formatRaoExact(1n)).toBe("0.000000001");
    expect(formatRaoExact(0n)).toBe("0");
    expect(formatRaoExact(100n * RAO)).toBe("100");
  });

  it("round half up at the digits shown", () => {
    expect(formatRao(1_499_999_999n, 0)).toBe("1");
    expect(formatRao(1_500_000_000n, 0)).toBe("2");
    expect(formatRao(1_234_550_000n, 4)).toBe("1.2346");
    expect(formatRao(999_999_999n, 2)).toBe("1.00");
  });

  it("say what is negative, unless nothing of it is shown", () => {
    expect(formatRao(-1_500_000_000n, 1)).toBe("−1.5");
    expect(formatRao(-1n, 2)).toBe("0.00");
  });

  it("are short where they are large, and keep digits where they are small", () => {
    expect(plain(formatRaoShort(3_016_041n * RAO))).toBe("3.016_M");
    expect(plain(formatRaoShort(13_200n * RAO))).toBe("13.2_k");
    expect(formatRaoShort(150n)).toBe("0.000000150");
    expect(formatRaoShort(0n)).toBe("0.0000");
  });

  it("are read back as they were typed", () => {
    expect(parseAmount(" 1.5 ")).toBe(1_500_000_000n);
    expect(parseAmount("0.000000001")).toBe(1n);
    expect(parseAmount("21000000")).toBe(21_000_000n * RAO);
    for (const wrong of ["", "-1", "1.", "1e3", "0.0000000001", "1,5"]) {
      expect(parseAmount(wrong), wrong).toBeNull();
    }
  });
});

describe("other values", () => {
  it("integers are grouped", () => {
    expect(plain(formatInteger(7_483_959n))).toBe("7_483_959");
    expect(plain(formatInteger(-1000))).toBe("−1_000");
    expect(formatInteger(999)).toBe("999");
  });

  it("durations have their two largest units", () => {
    expect(formatDuration(0.25)).toBe("250 ms");
    expect(formatDuration(3)).toBe("3.0 s");
    expect(formatDuration(75)).toBe("1 min 15 s");
    expect(formatDuration(3600)).toBe("1 h");
    expect(formatDuration(90_061)).toBe("1 d 1 h");
    expect(formatDuration(86_400 + 60)).toBe("1 d");
    expect(formatDuration(Infinity)).toBe("–");
    expect(formatDuration(90_061, 1)).toBe("1 d");
  });

  it("ages are rough", () => {
    expect(formatAgo(1)).toBe("just now");
    expect(formatAgo(7.9)).toBe("7 s ago");
    expect(formatAgo(1286)).toBe("21 min ago");
  });

  it("shares are percent", () => {
    expect(plain(formatShare(0.0832))).toBe("8.32_%");
    expect(formatShare(NaN)).toBe("–");
  });

  it("identifiers keep their ends", () => {
    expect(shorten("5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY")).toBe("5Grwva…utQY");
    expect(shorten("0x1234")).toBe("0x1234");
  });
});
