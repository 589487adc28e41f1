// Repairs of strings and sets: values without quotes, quotes that do not pair, lists in other brackets.
import { type FindRepair, replace, replaceSpaced, type SelectorScene, tokenBefore } from './selector-repair.ts';
import { quoted, quotedSet, readBracketedValues, readListedStrings, readValue } from './written-values.ts';

const QUOTE_VALUE = 'Put the value in quotes.';

/** `app == web`, also with a quote at the end only. */
const bareValue: FindRepair = ({ fault, text }) => {
  const value = fault.need === 'string' ? readValue(text, fault.start) : undefined;
  const string = value?.bare ? quoted(value.value) : undefined;
  if (!value || string === undefined) return undefined;
  const end = value.end + (/["']/.test(text.charAt(value.end)) ? 1 : 0);
  return { advice: QUOTE_VALUE, fix: replace({ start: fault.start, end }, string) };
};

/** `app == not 'web'`. */
const negatedValue: FindRepair = ({ fault, text, previous, rest }) => {
  const [not] = /^not[ \t]+(?=["'])/i.exec(rest) ?? [];
  if (fault.need !== 'string' || previous?.kind !== '==' || not === undefined) return undefined;
  const span = { start: previous.start, end: fault.start + not.trimEnd().length };
  return { advice: 'Write `!=` for any other value.', fix: replaceSpaced(text, span, '!=') };
};

/** `app == { 'a', 'b' }`, `app == ['a']`. */
const setAsValue: FindRepair = ({ fault, text, previous }) => {
  const listed = fault.need === 'string' ? readBracketedValues(text, fault.start) : undefined;
  const set = listed && quotedSet(listed.values);
  if (!previous || !listed || set === undefined) return undefined;
  const [only = ''] = listed.values;
  const string = listed.values.length === 1 ? quoted(only) : undefined;
  if (string !== undefined)
    return { advice: 'Write the value alone.', fix: replace({ ...fault, end: listed.end }, string) };
  if (previous.kind !== '==' && previous.kind !== '!=')
    return { advice: 'Write one condition a value, joined with `||`.' };
  const operator = previous.kind === '==' ? 'in' : 'not in';
  const fix = replaceSpaced(text, { start: previous.start, end: listed.end }, `${operator} ${set}`);
  return { advice: `Compare with a set by \`${operator}\`.`, fix };
};

/** `app in ['a', 'b']`, `app in (a,b)`, `app in 'a'`. */
const otherSet: FindRepair = ({ fault, text }) => {
  if (fault.need !== 'set') return undefined;
  const listed =
    readBracketedValues(text, fault.start) ?? readListedStrings(text, fault.start) ?? bareList(text, fault.start);
  const set = listed && quotedSet(listed.values);
  if (!listed || set === undefined) return undefined;
  const fix = replace({ start: fault.start, end: listed.end }, set);
  return { advice: "Write a set of strings in braces: `{ 'a', 'b' }`.", fix };
};

function bareList(text: string, at: number): { values: readonly string[]; end: number } | undefined {
  const value = readValue(text, at);
  return value && { values: [value.value], end: value.end };
}

/** `{ a, b }`, `{ 'a' 'b' }`, `{ 'a',, 'b' }`, `{ 'a' )`, `{ 'a'`: the set is written anew. */
const brokenSet: FindRepair = ({ fault, text }) => {
  if (fault.need !== 'rest of set') return undefined;
  const brace = fault.tokens.findLast((token, index) => index < fault.index && token.kind === '{');
  const listed = brace && readBracketedValues(text, brace.start);
  const set = listed && quotedSet(listed.values);
  if (!brace || !listed || set === undefined) return undefined;
  const fix = replace({ start: brace.start, end: listed.end }, set);
  return { advice: 'Write a set of strings in quotes, with commas between them.', fix };
};

/** `'it's'`, `'it\'s'`: the string before the fault was meant to go on. */
const innerQuote: FindRepair = ({ text, fault, previous }) => {
  if (previous?.kind !== 'string' || previous.end !== fault.start) return undefined;
  const quote = text.charAt(previous.start);
  const rest = /^[^"'&|(){}]*/.exec(text.slice(previous.end))?.[0] ?? '';
  if (rest === '' || text.charAt(previous.end + rest.length) !== quote) return undefined;
  const string = quoted(previous.word.text.replace(/\\$/, '') + quote + rest);
  if (string === undefined) return undefined;
  const advice = `Put a value that contains ${quote} in the other quotes: there are no escapes.`;
  return { advice, fix: replace({ start: previous.start, end: previous.end + rest.length + 1 }, string) };
};

/** `a == 'b && c == 'd'`: the string before the fault swallowed an operator, since its own quote was forgotten. */
const forgottenQuote: FindRepair = (scene) => {
  const { text, previous, token } = scene;
  const unclosed = token?.kind === 'stray' && token.expected === 'closing quote' ? token : undefined;
  for (const start of [previous?.kind === 'string' && previous.start, unclosed?.start]) {
    if (start === undefined || start === false) continue;
    const value = readValue(text, start + 1);
    const swallowed = /^[ \t]*(&&|\|\||[,)}])/.exec(text.slice(value?.end ?? start));
    if (value?.bare && swallowed) return closeAt(scene, start, value.end);
  }
  return undefined;
};

/** `'web`, `'web"`, `'web”`. */
const unclosedString: FindRepair = (scene) => {
  const { token, rest, text, fault } = scene;
  if (token?.kind !== 'stray' || token.expected !== 'closing quote') return undefined;
  const other = readValue(text, fault.start + 1);
  if (other?.bare && /[^\s&|(){},]/.test(text.charAt(other.end)) && text.length === other.end + 1)
    return {
      advice: 'Close a string with the quote that opens it.',
      fix: replace({ start: other.end, end: text.length }, rest.charAt(0)),
    };
  const end = text.trimEnd().length;
  return end > fault.start + 1 ? closeAt(scene, fault.start, end) : { advice: 'Write a value, and close the quote.' };
};

function closeAt({ text }: SelectorScene, start: number, end: number): ReturnType<FindRepair> {
  const quote = text.charAt(start);
  return { advice: `Close the string with ${quote}.`, fix: replace({ start: end, end }, quote) };
}

/** `a == 'b', 'c'`, `a == 'b' || 'c'`: more values for the label before. */
const moreValues: FindRepair = (scene) => {
  const { text, fault, previous } = scene;
  const isJoined = fault.need === 'condition' && previous?.kind === '||';
  const value = tokenBefore(scene, isJoined ? 2 : 1);
  const operator = tokenBefore(scene, isJoined ? 3 : 2);
  if (value?.kind !== 'string' || (operator?.kind !== '==' && operator?.kind !== '!=')) return undefined;
  const listed = readListedStrings(text, isJoined ? fault.start : value.start);
  const values = [...(isJoined ? [value.word.text] : []), ...(listed?.values ?? [])];
  const set = quotedSet(values);
  if (!listed || values.length < 2 || set === undefined) return undefined;
  const word = operator.kind === '==' ? 'in' : 'not in';
  const fix = replaceSpaced(text, { start: operator.start, end: listed.end }, `${word} ${set}`);
  return { advice: `Compare with a set by \`${word}\`.`, fix };
};

export const valueRepairs: readonly FindRepair[] = [
  negatedValue,
  setAsValue,
  bareValue,
  otherSet,
  brokenSet,
  forgottenQuote,
  innerQuote,
  unclosedString,
  moreValues,
];
