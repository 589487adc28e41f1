// A truth that must hold for a while before it counts, so that the page does not jump while somebody types.
import { useEffect, useState } from 'react';

/** True at once where `value` is true from the start, otherwise after it held that many milliseconds; false at once. */
export function useSteady(value: boolean, milliseconds: number): boolean {
  const [steady, setSteady] = useState(value);
  if (!value && steady) setSteady(false);
  useEffect(() => {
    if (!value) return;
    const timer = setTimeout(() => setSteady(true), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return value && steady;
}
