// Keeps the focus near: the button that was pressed may vanish with what it was on, and the next Tab would start at the top of the page.
import { type RefObject, useEffect } from 'react';

/** Moves a lost focus to the pane whenever it shows something else, and back to where it came from when the pane goes. */
export function useKeptFocus(pane: RefObject<HTMLElement | null>, ...shown: readonly unknown[]): void {
  useEffect(() => {
    const opener = document.activeElement;
    return () => {
      if (isLost() && opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    };
  }, []);
  useEffect(() => {
    if (isLost()) pane.current?.focus({ preventScroll: true });
  }, [pane, ...shown]);
}

function isLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
