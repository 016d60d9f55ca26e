// A small picture of an address, so that two are told apart at a glance.

export interface Marks {
  front: string;
  back: string;
  /** Squares that are filled, of five by five, the same on both sides. */
  cells: [number, number][];
}

export function marks(address: string): Marks {
  const bits = hash(address);
  const hue = hash(`${address}/hue`) % 360;
  const cells: [number, number][] = [];
  for (let i = 0; i < 15; i++) {
    if (((bits >>> i) & 1) === 0) continue;
    const x = i % 3;
    const y = Math.floor(i / 3);
    cells.push([x, y]);
    if (x < 2) cells.push([4 - x, y]);
  }
  return { front: `hsl(${hue} 52% 46%)`, back: `hsl(${hue} 40% 86%)`, cells };
}

/** FNV-1a of 32 bits. */
function hash(value: string): number {
  let state = 0x811c9dc5;
  for (let i = 0; i < value.length; i++) {
    state = Math.imul(state ^ value.charCodeAt(i), 0x01000193) >>> 0;
  }
  return state;
}
