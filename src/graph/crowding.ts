// How many edges a picture holds before lines have to stand back.

/** From this many on, lines are drawn thinner. */
const DENSE_FROM = 60;
/** From this many on nobody follows one among the others: they are ground until a node is pointed at, focused or selected. */
const CROWDED_FROM = 90;

export const isDense = (edges: number): boolean => edges > DENSE_FROM;
export const isCrowded = (edges: number): boolean => edges > CROWDED_FROM;
