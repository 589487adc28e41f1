// Arrow keys among the rows of a list: up and down, Home and End; left and right fold what the row heads.
import type { KeyboardEvent } from 'react';

/** Rows are buttons with `data-row`; those that fold have `aria-expanded` and fold on click. */
export function moveAmongRows(event: KeyboardEvent<HTMLElement>): void {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  const at = document.activeElement instanceof HTMLElement ? rows.indexOf(document.activeElement) : -1;
  const current = rows[at];
  if (!current) return;
  const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, Home: -rows.length, End: rows.length };
  const step = steps[event.key];
  const expanded = current.getAttribute('aria-expanded');
  if (step !== undefined) rows[Math.max(0, Math.min(rows.length - 1, at + step))]?.focus();
  else if (event.key === 'ArrowRight' && expanded === 'false') current.click();
  else if (event.key === 'ArrowLeft' && expanded === 'true') current.click();
  else return;
  event.preventDefault();
}
