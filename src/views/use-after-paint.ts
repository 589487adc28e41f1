// Values whose drawing takes long wait until what changed with them at a glance is painted.
import { startTransition, useDeferredValue, useEffect, useState } from 'react';

/**
 * `value`, taken over after the next frame, and drawn in steps that let keys and frames through. The first one is drawn
 * right away, in steps as well: there is nothing else to look at.
 */
export function useAfterPaint<Value>(value: Value | undefined): Value | undefined {
  const [shown, setShown] = useState(value);
  useEffect(() => {
    if (value === shown) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => setShown(value)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [value, shown]);
  return useDeferredValue(shown ?? value);
}
