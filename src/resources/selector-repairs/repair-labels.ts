// Repairs where a label stands without an operator: words of other languages, misspelt calls, labels alone.
import { nearestName } from '../../base/nearest-name.ts';
import { type FindRepair, loneLabel, replace, replaceSpaced, type SelectorScene } from './selector-repair.ts';
import { quoted, quotedSet, readBracketedValues, readValue } from './written-values.ts';

/** Operators by what people write for them: lower case, letters only. `$` stands for the label. */
const OPERATOR_WORDS: Readonly<Record<string, readonly string[]>> = {
  '$ ==': ['is', 'eq', 'equal', 'equals', 'isequalto', 'equalto'],
  '$ !=': ['isnot', 'isnt', 'ne', 'neq', 'not', 'notequal', 'notequals', 'isnotequalto', 'doesnotequal'],
  '$ in': ['in', 'isin', 'oneof', 'isoneof', 'anyof'],
  '$ not in': ['notin', 'nin', 'isnotin', 'noneof', 'notoneof'],
  '$ contains': ['contains', 'contain', 'includes', 'include', 'like', 'containing'],
  '$ starts with': ['startswith', 'startwith', 'starts', 'start', 'beginswith', 'beginwith', 'hasprefix', 'prefix'],
  '$ ends with': ['endswith', 'endwith', 'ends', 'end', 'hassuffix', 'suffix'],
  '!$ contains': ['notcontains', 'notcontain', 'doesnotcontain', 'notlike', 'notincludes'],
  '!$ starts with': ['notstartswith', 'doesnotstartwith', 'notbeginswith'],
  '!$ ends with': ['notendswith', 'doesnotendwith'],
  'has($)': ['exists', 'exist', 'isset', 'present', 'ispresent'],
  '!has($)': ['notexists', 'notexist', 'doesnotexist', 'isnotset', 'absent', 'isabsent', 'missing'],
};
const PATTERN_OF = new Map(
  Object.entries(OPERATOR_WORDS).flatMap(([pattern, words]) => words.map((word) => [word, pattern] as const)),
);
const SPELT = ['contains', 'startswith', 'endswith', 'notin', 'equals', 'exists'];

/** The longest phrase of up to four words that means an operator, and where it ends in `rest`. */
function readPhrase(rest: string): { readonly pattern: string; readonly length: number } | undefined {
  const negation = /^![ \t]*/.exec(rest)?.[0] ?? '';
  const words = /^[A-Za-z_-]+([ \t]+[A-Za-z_-]+){0,3}(?![\w./-])/.exec(rest.slice(negation.length))?.[0];
  if (words === undefined) return undefined;
  const ends = [...words.matchAll(/[A-Za-z_-]+/g)].map(({ 0: word, index }) => index + word.length).reverse();
  const candidates = ends.map((end) => {
    const letters =
      (negation === '' ? '' : 'not') +
      words
        .slice(0, end)
        .replaceAll(/[^A-Za-z]/g, '')
        .toLowerCase();
    return { letters, length: negation.length + end };
  });
  for (const { letters, length } of candidates) {
    const pattern = PATTERN_OF.get(letters);
    if (pattern !== undefined) return { pattern, length };
  }
  for (const { letters, length } of candidates.slice(-2)) {
    const pattern = PATTERN_OF.get(nearestName(letters, SPELT) ?? '');
    if (pattern !== undefined) return { pattern, length };
  }
  return undefined;
}

/** `app is 'web'`, `app not contains 'x'`, `app !in {…}`, `app exists`. */
const operatorWord: FindRepair = (scene) => {
  const label = loneLabel(scene);
  const phrase = label && readPhrase(scene.rest);
  if (!label || !phrase) return undefined;
  const { pattern, length } = phrase;
  const condition = pattern.replace('$', label.word.text);
  const phraseEnd = scene.fault.start + length;
  const blanks = /^[ \t]*/.exec(scene.text.slice(phraseEnd))?.[0].length ?? 0;
  const value = readValue(scene.text, phraseEnd + blanks);
  const string = value?.bare && /with$|contains$|=$/.test(pattern) ? quoted(value.value) : undefined;
  if (value && string !== undefined) {
    const fix = replace({ start: label.start, end: value.end }, `${condition} ${string}`);
    return { advice: `Write \`${condition}\` and the value in quotes.`, fix };
  }
  // Of the label nothing changes but for what stands before it.
  if (pattern.startsWith('$ ')) {
    const operator = pattern.slice(2);
    const fix = replaceSpaced(scene.text, { start: scene.fault.start, end: phraseEnd }, operator);
    return { advice: `Write \`${operator}\`.`, fix };
  }
  return { advice: `Write \`${condition}\`.`, fix: replace({ start: label.start, end: phraseEnd }, condition) };
};

/** `app not == 'web'`. */
const negatedComparison: FindRepair = (scene) => {
  const [words] = /^not[ \t]*={1,2}/i.exec(scene.rest) ?? [];
  if (words === undefined || !loneLabel(scene)) return undefined;
  const { start } = scene.fault;
  return { advice: 'Write `!=` for any other value.', fix: replace({ start, end: start + words.length }, '!=') };
};

/** `not has(x)`, `NOT (a == 'b')`. */
const negation: FindRepair = (scene) => {
  const label = loneLabel(scene);
  if (label?.word.text.toLowerCase() !== 'not' || !/^[\w./(!-]/.test(scene.rest)) return undefined;
  return { advice: 'Negate with `!`.', fix: replace({ start: label.start, end: scene.fault.start }, '!') };
};

/** `has (x)`, `Exists(x)`, `has x`, `ALL()`, `has('x')` with a blank. */
const call: FindRepair = (scene) => {
  const label = loneLabel(scene);
  if (!label) return undefined;
  const name = label.word.text.toLowerCase();
  const { start, fault, rest } = { start: label.start, ...scene };
  const empty = /^\([ \t]*\)/.exec(rest)?.[0];
  if (empty !== undefined) {
    const meant = nearestName(name, ['all', 'any', 'everything', 'global']);
    const text = meant === 'global' ? 'global()' : 'all()';
    if (meant !== undefined)
      return { advice: `Write \`${text}\`.`, fix: replace({ start, end: fault.start + empty.length }, text) };
  }
  if (nearestName(name, ['has', 'exists', 'hasLabel']) === undefined) return undefined;
  const match = /^(\([ \t]*)?["']?([\w./-]+)["']?([ \t]*\))?/.exec(rest);
  if (!match || (match[1] === undefined) !== (match[3] === undefined)) return undefined;
  const text = `has(${match[2]})`;
  const advice = `Write \`has(…)\`${name === 'has' && label.end < fault.start && match[1] !== undefined ? ' without a blank' : ''}.`;
  return { advice, fix: replace({ start, end: fault.start + match[0].length }, text) };
};

/** `app 'web'`, `app { 'web' }`, `app ['web']`. */
const missingOperator: FindRepair = (scene) => {
  const label = loneLabel(scene);
  const { rest, text, fault } = scene;
  if (!label) return undefined;
  if (/^["']/.test(rest))
    return { advice: 'Compare with `==`.', fix: replaceSpaced(text, { start: fault.start, end: fault.start }, '==') };
  const listed = readBracketedValues(text, fault.start);
  const set = listed && quotedSet(listed.values);
  if (!listed || set === undefined) return undefined;
  const fix = replaceSpaced(text, { start: fault.start, end: listed.end }, `in ${set}`);
  return { advice: 'Compare with a set by `in`.', fix };
};

/** A label as a condition, as kubectl's selectors have it. */
const labelAlone: FindRepair = (scene: SelectorScene) => {
  const label = loneLabel(scene);
  if (!label || !/^($|[,)&|]|(and|or)(?![\w./-]))/i.test(scene.rest)) return undefined;
  const name = label.word.text;
  const isCall = /^(all|any|global)$/i.test(name);
  const text = isCall ? `${name.toLowerCase() === 'global' ? 'global' : 'all'}()` : `has(${name})`;
  const advice = isCall ? `Write \`${text}\`.` : `Write \`${text}\` for any value, or compare: \`${name} == 'value'\`.`;
  return { advice, fix: replace(label, text) };
};

export const labelRepairs: readonly FindRepair[] = [
  negatedComparison,
  operatorWord,
  negation,
  call,
  missingOperator,
  labelAlone,
];
