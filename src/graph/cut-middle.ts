// A name with its middle left out: names of one family differ at their ends.

/** Fewer letters tell nothing. */
const FEWEST = 4;
/** What would read as part of the ellipsis. */
const atEnd = /[-._/:]+$/;
const atStart = /^[-._/:]+/;

/** The name itself where it fits, else as much of its two ends as does. */
export function cutMiddle(name: string, fits: (text: string) => boolean): string {
  if (fits(name)) return name;
  for (let kept = name.length - 1; kept > FEWEST; kept--) {
    const tail = Math.floor(kept / 2);
    const [head, end] = [name.slice(0, kept - tail), name.slice(name.length - tail)];
    const text = `${head.replace(atEnd, '')}…${end.replace(atStart, '')}`;
    if (fits(text)) return text;
  }
  return name.slice(0, FEWEST);
}
