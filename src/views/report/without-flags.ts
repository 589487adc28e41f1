// Advice is written for the command as well; in the page its flags lead nowhere.

/** `Give the addresses (--domain NAME=IP)`: without what is in the parentheses. */
export function withoutFlags(advice: string): string {
  return advice.replace(/ \(`?--[^()]*\)/g, '');
}
