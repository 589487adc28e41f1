// The address of this page with a fragment.

export function addressOf(fragment: string): string {
  return `${location.origin}${location.pathname}#${fragment}`;
}
