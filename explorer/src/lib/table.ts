// Sorting, filtering and windowing of rows, without any page.

import type { Snippet } from "svelte";

export type SortKey = number | bigint | string | boolean | null;

export interface Column<Row> {
  key: string;
  label: string;
  /** What the column means, as a tooltip. */
  hint?: string;
  /** Numbers stand to the right. */
  align?: "left" | "right";
  /** By what it is sorted; the column is not sortable without. */
  sort?: (row: Row) => SortKey;
  /** What a filter finds; the text of the cell if not given. */
  search?: (row: Row) => string;
  /** The cell as text, or drawn. */
  text?: (row: Row) => string;
  cell?: Snippet<[Row]>;
  /** Left out on narrow screens. */
  wide?: boolean;
}

export interface Sorting {
  key: string;
  descending: boolean;
}

/** Orders values of one kind; what is not known comes last whichever way. */
export function compare(a: SortKey, b: SortKey, descending: boolean): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const order =
    typeof a === "string" && typeof b === "string" ? a.localeCompare(b) : a < b ? -1 : a > b ? 1 : 0;
  return descending ? -order : order;
}

/** A sorted copy; equal rows stay in their order. */
export function sorted<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sorting: Sorting | null,
): Row[] {
  const sort = columns.find(({ key }) => key === sorting?.key)?.sort;
  if (sort === undefined || sorting === null) return [...rows];
  const keyed = rows.map((row) => ({ row, key: sort(row) }));
  keyed.sort((a, b) => compare(a.key, b.key, sorting.descending));
  return keyed.map(({ row }) => row);
}

/** The rows in which every word is found somewhere. */
export function filtered<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  typed: string,
): readonly Row[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return rows;
  return rows.filter((row) => {
    const content = columns
      .map((column) => (column.search ?? column.text)?.(row) ?? "")
      .join("\n")
      .toLowerCase();
    return wanted.every((word) => content.includes(word));
  });
}

export interface Window {
  start: number;
  end: number;
}

/** The rows to draw of so many, with some more on both sides. */
export function visible(
  count: number,
  rowHeight: number,
  scrolled: number,
  height: number,
  more = 12,
): Window {
  const start = Math.max(0, Math.floor(scrolled / rowHeight) - more);
  return { start, end: Math.min(count, Math.ceil((scrolled + height) / rowHeight) + more) };
}
