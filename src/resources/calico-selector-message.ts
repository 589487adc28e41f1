// What is wrong with a Calico selector, in a sentence: what was expected, after what, and what is there.
import { MAX_SELECTOR_DEPTH, type SelectorFault } from './calico-selector-grammar.ts';
import type { SelectorToken, StrayToken } from './calico-selector-tokens.ts';
import { cutText } from './value-words.ts';

/** Close to the words of Calico's own parser, which nobody gets to see: calicoctl names the field alone. */
export function selectorMessage(text: string, fault: SelectorFault): string {
  const { need, tokens, index, open } = fault;
  const [previous, token] = [tokens[index - 1], tokens[index]];
  if (token?.kind === 'stray' && token.expected !== 'operator' && token.expected !== 'identifier')
    return strayMessage(text, token, previous);
  const found = `found ${describe(text, token)}`;
  const after = placeAfter(text, previous);
  const end = token?.kind === 'end';
  switch (need) {
    case 'operator':
      return `${end ? 'unexpected end: ' : ''}expected operator ${after.replace('after', 'after label')}, ${found}`;
    case 'string':
      return `expected string ${after}, ${found}`;
    case 'set':
      return `expected set literal ${after}, ${found}`;
    case 'rest of set':
      return `expected } or ${previous?.kind === 'string' ? 'comma' : 'string'} ${after}, ${found}`;
    case '&& or ||': {
      const outer = open.at(-1);
      if (outer !== undefined) return `expected ) for the ( at character ${outer + 1}, ${found}`;
      return `unexpected content at end of selector: expected && or || ${after}, ${found}`;
    }
    case 'condition':
      return `unexpected ${end ? 'end' : 'token'}: expected condition ${after}, ${found}`;
    case 'less depth':
      return `conditions are nested more than ${MAX_SELECTOR_DEPTH} deep`;
  }
}

function strayMessage(text: string, token: StrayToken, previous: SelectorToken | undefined): string {
  const found = `found ${describe(text, token)}`;
  const call = cutText(text.slice(previous?.end ?? 0, token.start).trim());
  switch (token.expected) {
    case 'closing quote':
      return `unterminated string: expected ${text.charAt(token.start)} at the end of \`${cutText(text.slice(token.start))}\``;
    case 'closing )':
      return `no closing ')' after \`${call}\`, ${found}`;
    case 'label in has()':
      return `expected identifier after \`${call}\`, ${found}`;
    case 'shorter label':
      return `label too long: ${token.end - token.start} characters, at most 512`;
    default:
      return `expected ${token.expected} ${placeAfter(text, previous)}, ${found}`;
  }
}

function placeAfter(text: string, previous: SelectorToken | undefined): string {
  return previous ? `after ${describe(text, previous)}` : 'at the start';
}

function describe(text: string, token: SelectorToken | undefined): string {
  const written = token ? text.slice(token.start, token.end) : '';
  if (written === '') return 'the end';
  return /^[\r\n]/.test(written) ? 'a line break' : `\`${cutText(written)}\``;
}
