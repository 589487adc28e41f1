// How far a strip must be scrolled for a part of it to be in view: no farther than needed.

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** New place of a window of that length, in pixels. Of a part that has no room in it the beginning is shown. */
export function leastScroll(at: number, length: number, { start, end }: Span): number {
  if (start < at || end - start > length) return start;
  return end > at + length ? end - length : at;
}
