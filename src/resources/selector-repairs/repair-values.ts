// Repairs of strings and sets: values without quotes, quotes that do not pair, lists in other brackets.
import { type FindRepair, replace, replaceSpaced, tokenBefore } from './selector-repair.ts';
import {
  quoted,
  quotedSet,
  readBracketedValues,
  readListedStrings,
  readValue,
  TYPESET_QUOTES,
} from './written-values.ts';

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

/** `''b''`, where YAML's own doubling of quotes was copied. */
const doubledQuotes: FindRepair = ({ text, fault, previous }) => {
  if (previous?.kind !== 'string' || previous.word.text !== '' || previous.end !== fault.start) return undefined;
  const [written, value = ''] = /^([^"'\n]+)(''|"")/.exec(text.slice(fault.start)) ?? [];
  const string = quoted(value);
  if (written === undefined || string === undefined) return undefined;
  const fix = replace({ start: previous.start, end: fault.start + written.length }, string);
  return { advice: 'Write each quote once.', fix };
};

const AFTER_VALUE = new RegExp(`^["'${TYPESET_QUOTES}]?(?=[ \\t]*($|&&|[|][|]|[,)}]))`);

/**
 * `'web`, `'web"`, `'web”`, and `a == 'b && c == 'd'`, where the string before the fault swallowed an operator: the string
 * ends behind its first word.
 */
const forgottenQuote: FindRepair = ({ text, previous, token }) => {
  const unclosed = token?.kind === 'stray' && token.expected === 'closing quote' ? token : undefined;
  for (const string of [previous?.kind === 'string' ? previous : undefined, unclosed]) {
    const value = string && readValue(text, string.start + 1);
    const [other] = AFTER_VALUE.exec(value?.bare ? text.slice(value.end) : '.') ?? [];
    const quote = text.charAt(string?.start ?? 0);
    if (!string || !value || other === undefined || other === quote) continue;
    const advice = other === '' ? `Close the string with ${quote}.` : 'Close a string with the quote that opens it.';
    return { advice, fix: replace({ start: value.end, end: value.end + other.length }, quote) };
  }
  return undefined;
};

/** `'two words`. */
const unclosedString: FindRepair = ({ token, text, fault: { start } }) => {
  if (token?.kind !== 'stray' || token.expected !== 'closing quote') return undefined;
  const end = text.trimEnd().length;
  if (end === start + 1) return { advice: 'Write a value, and close the quote.' };
  const quote = text.charAt(start);
  return { advice: `Close the string with ${quote}.`, fix: replace({ start: end, end }, quote) };
};

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
  doubledQuotes,
  innerQuote,
  unclosedString,
  moreValues,
];
