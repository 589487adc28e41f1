// Focuses a part of the board, and moves the board only as far as its column needs: by itself the browser would put the part into the middle.

export function focusInView(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
  element?.closest('[data-tier]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
