// Repairs of symbols: `=`, `=>`, `:`, `<>`, `&`, `|` and their like.
import { type FindRepair, replace, replaceSpaced, type SelectorScene } from './selector-repair.ts';
import { quoted, readValue } from './written-values.ts';

/** Where the run of comparison symbols starts that the fault is in. */
function startOfRun({ previous, fault }: SelectorScene): number {
  const isSymbol = previous?.kind === '==' || previous?.kind === '!=' || previous?.kind === '!';
  return isSymbol ? previous.start : fault.start;
}

/** What would compare the value once more: then it is no value. */
const COMPARES = /^[ \t]*(==?|!=|(in|not[ \t]*in|contains|(starts|ends)[ \t]*with)(?![\w./-]))/;
const RUN = /^[=!<>~:≠≡][=!<>~:≠≡ \t]*/;

/** A comparison in the spelling of another language, together with its value if that lacks quotes. */
const comparison: FindRepair = (scene) => {
  const { text, rest, fault } = scene;
  const start = startOfRun(scene);
  const isComparison = fault.need === 'operator' || (fault.need === 'string' && start < fault.start);
  const [run = ''] = RUN.exec(text.slice(start)) ?? [];
  const symbols = run.replaceAll(/[ \t]/g, '');
  if (!isComparison || !RUN.test(rest) || /^!*$/.test(symbols)) return undefined;
  if (symbols.includes('~'))
    return { advice: 'Use `contains`, `starts with` or `ends with`: there are no regular expressions.' };
  const differs = /[!≠]|<>/.test(symbols);
  if (!differs && /[<>]/.test(symbols) && symbols !== '=>')
    return { advice: 'List the values with `in { … }`: labels are texts and have no order.' };
  const operator = differs ? '!=' : '==';
  const advice = differs ? 'Write `!=` for any other value' : 'Compare with `==`';
  const value = readValue(text, start + run.length);
  const string = value?.bare ? quoted(value.value) : undefined;
  if (value && string !== undefined) {
    if (COMPARES.test(text.slice(value.end))) return undefined;
    const fix = replaceSpaced(text, { start, end: value.end }, `${operator} ${string}`);
    return { advice: `${advice}, and put the value in quotes.`, fix };
  }
  const span = { start, end: start + run.trimEnd().length };
  const fix =
    symbols.startsWith(':') || symbols.endsWith('!') ? replaceSpaced(text, span, operator) : replace(span, operator);
  return { advice: `${advice}.`, fix };
};

const connective: FindRepair = ({ text, token, previous, rest, fault }) => {
  if (token?.kind !== 'stray' || (token.expected !== '&&' && token.expected !== '||')) return undefined;
  const symbol = token.expected;
  const advice = `Join conditions with \`${symbol}\`.`;
  // One character too many: `&&&`.
  if (previous?.kind === symbol && previous.end === fault.start) return { advice, fix: replace(token, '') };
  const isDoubled = /^([&|])[ \t]+\1/.exec(rest);
  const end = fault.start + (isDoubled?.[0].length ?? 1);
  return { advice, fix: replaceSpaced(text, { start: fault.start, end }, symbol) };
};

export const symbolRepairs: readonly FindRepair[] = [comparison, connective];
