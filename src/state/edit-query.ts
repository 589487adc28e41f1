// Changes of a query that buttons make: a field gets other values, or none; the rest of the text stays as typed.
import { queryWords } from './query-words.ts';

/** The values that the query names for a field (not those it excludes); empty where it names none. */
export function fieldValues(text: string, key: string): readonly string[] {
  return queryWords(text).flatMap((word) => (word.key === key && !word.not ? word.value.split(',') : []));
}

/** The text with these values for a field, in the place of those it had; without values the field goes. */
export function withField(text: string, key: string, values: readonly string[]): string {
  const kept = queryWords(text)
    .filter((word) => word.key !== key || word.not)
    .map(({ from, to }) => text.slice(from, to));
  return [...kept, ...(values.length > 0 ? [`${key}:${values.join(',')}`] : [])].join(' ');
}

/** The text with another one in the place of a part of it. */
export function withPart(
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
  part: string,
): string {
  return text.slice(0, from) + part + text.slice(to);
}
