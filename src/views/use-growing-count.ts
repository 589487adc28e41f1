// A long list is there in part at once, and grows in idle moments until it is whole.
import { startTransition, useEffect, useState } from 'react';
import { whenIdle } from './when-idle.ts';

/** More than a window shows. */
const FIRST = 60;
const STEP = 60;

/** How many of `total` rows to draw now. */
export function useGrowingCount(total: number): number {
  const [count, setCount] = useState(FIRST);
  useEffect(() => {
    if (count >= total) return;
    return whenIdle(() => startTransition(() => setCount(count + STEP)));
  }, [count, total]);
  return Math.min(count, total);
}
