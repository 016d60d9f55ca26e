export interface Cell {
  row: number;
  column: number;
  /** Above 0, at most 1. */
  value: number;
}

/** A matrix in words: its size, how full it is, and where the most is. */
export function summarize(
  label: string,
  rows: readonly string[],
  columns: readonly string[],
  cells: readonly Cell[],
  format: (value: number) => string,
): string {
  const size = `${label}: ${rows.length} by ${columns.length}`;
  if (cells.length === 0) return `${size}, all zero.`;
  const top = cells.reduce((max, cell) => (cell.value > max.value ? cell : max));
  const most = `${format(top.value)} from ${rows[top.row] ?? "?"} to ${columns[top.column] ?? "?"}`;
  return `${size}, ${cells.length} not zero; the largest is ${most}.`;
}

/** Values as shares of the sum of their row. */
export function shareOfRow(cells: readonly Cell[]): Cell[] {
  const sums = new Map<number, number>();
  for (const { row, value } of cells) sums.set(row, (sums.get(row) ?? 0) + value);
  return cells.map((cell) => ({ ...cell, value: cell.value / (sums.get(cell.row) || 1) }));
}
