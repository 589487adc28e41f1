// Brings the columns that decided the explained flow into view; otherwise the board stays where it is.
import { type RefObject, useEffect, useRef } from 'react';
import type { LitPath } from '../../state/lit-path.ts';
import { leastScroll } from './least-scroll.ts';

/**
 * For the element around the columns, each of which says its `data-tier`. They are looked at once for each `question`, so
 * that an answer that comes anew with an edit does not move the board. As long as nobody scrolls it, the board begins at the
 * first column wherever it can: the way up to what decides stands before it.
 */
export function useLitScroll(lit: LitPath | undefined, question: unknown): RefObject<HTMLDivElement | null> {
  const strip = useRef<HTMLDivElement>(null);
  const left = useRef(0);
  const titles = lit ? decidingTiers(lit).join('\n') : undefined;
  const asked = JSON.stringify(question);
  useEffect(() => {
    // The same flow asked again is another question.
    void asked;
    const { current } = strip;
    if (!current || titles === undefined) return;
    let at = current.scrollLeft === left.current ? 0 : current.scrollLeft;
    for (const title of titles.split('\n')) at = scrollFor(current, title, at);
    current.scrollLeft = at;
    left.current = current.scrollLeft;
  }, [titles, asked]);
  return strip;
}

/** Where not all have room the last one is shown: the end that does not allow. Empty text: what comes after all tiers. */
function decidingTiers({ lanes }: LitPath): readonly string[] {
  const deciding = Object.values(lanes)
    .filter(({ decidedIn }) => decidedIn !== undefined)
    .sort((a, b) => Number(b.verdict === 'allowed') - Number(a.verdict === 'allowed'));
  return deciding.length === 0 ? [''] : deciding.map(({ decidedIn = '' }) => decidedIn);
}

function scrollFor(strip: HTMLElement, tier: string, at: number): number {
  const column = strip.querySelector(`[data-tier="${CSS.escape(tier)}"]`);
  if (!column) return at;
  const { left, width } = strip.getBoundingClientRect();
  const box = column.getBoundingClientRect();
  const start = strip.scrollLeft + box.left - left;
  return leastScroll(at, width, { start, end: start + box.width });
}
