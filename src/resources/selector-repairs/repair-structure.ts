// Repairs of how conditions are joined: words and commas for `&&`, parentheses that do not pair, operators too many.
import { type FindRepair, remove, replace, replaceSpaced } from './selector-repair.ts';
import { TYPESET_QUOTES } from './written-values.ts';

/** `a == 'b' and c == 'd'`. */
const connectiveWord: FindRepair = ({ text, fault, token }) => {
  if (fault.need !== '&& or ||' || token?.kind !== 'label' || !/^(and|or)$/i.test(token.word.text)) return undefined;
  const symbol = token.word.text.toLowerCase() === 'and' ? '&&' : '||';
  return { advice: `Join conditions with \`${symbol}\`.`, fix: replaceSpaced(text, token, symbol) };
};

/** `a == 'b', c == 'd'`. */
const comma: FindRepair = ({ text, fault, rest }) => {
  if (fault.need !== '&& or ||' || !/^[,;]/.test(rest)) return undefined;
  const span = { start: fault.start, end: fault.start + 1 };
  if (rest.slice(1).trim() === '')
    return { advice: `Leave the last \`${rest.charAt(0)}\` out.`, fix: remove(text, span) };
  return { advice: 'Join conditions with `&&`.', fix: replaceSpaced(text, span, '&&') };
};

/** `a == 'b' c == 'd'`. */
const nothingBetween: FindRepair = ({ text, fault, token }) => {
  const starts = ['label', 'has', 'all', 'global', '(', '!'];
  if (fault.need !== '&& or ||' || !token || !starts.includes(token.kind)) return undefined;
  const fix = replaceSpaced(text, { start: fault.start, end: fault.start }, '&&');
  return { advice: 'Join conditions with `&&` or `||`.', fix: { ...fix, text: `${fix.text.trimEnd()} ` } };
};

const unpaired: FindRepair = ({ text, fault, token, rest }) => {
  const { open, need, start } = fault;
  if (need !== '&& or ||') return undefined;
  const bracket = { start, end: start + 1 };
  if (open.length > 0 && /^[\]}]/.test(rest)) return { advice: 'Close with `)`.', fix: replace(bracket, ')') };
  if (open.length > 0 && token?.kind === 'end') {
    const end = text.trimEnd().length;
    return { advice: 'Close the parenthesis.', fix: replace({ start: end, end }, ')'.repeat(open.length)) };
  }
  if (!/^[)\]}]/.test(rest)) return undefined;
  return { advice: `Leave \`${rest.charAt(0)}\` out: nothing is open there.`, fix: remove(text, bracket) };
};

/** `&& a == 'b'`, `a == 'b' &&`, `a == 'b' && || c == 'd'`, `(a == 'b' &&)`. */
const operatorTooMany: FindRepair = ({ text, fault, token, previous }) => {
  if (fault.need !== 'condition') return undefined;
  const isJoiner = (kind: string | undefined) => kind === '&&' || kind === '||';
  if (token && isJoiner(token.kind))
    return { advice: `Leave \`${token.kind}\` out: no condition is before it.`, fix: remove(text, token) };
  if (previous && isJoiner(previous.kind) && (token?.kind === 'end' || token?.kind === ')'))
    return { advice: `Write a condition behind \`${previous.kind}\`, or leave it out.`, fix: remove(text, previous) };
  if (token?.kind === ',') return { advice: 'Leave the comma out.', fix: remove(text, token) };
  return undefined;
};

/** `"app" == 'web'`. */
const quotedLabel: FindRepair = ({ text, fault, token }) => {
  if (fault.need !== 'condition' || token?.kind !== 'string' || !/^[\w./-]+$/.test(token.word.text)) return undefined;
  if (!/^[ \t]*([=!:]|in\b|not\b|contains\b|starts\b|ends\b)/.test(text.slice(token.end))) return undefined;
  return { advice: 'Write labels without quotes.', fix: replace(token, token.word.text) };
};

const star: FindRepair = ({ fault, rest }) =>
  fault.need === 'condition' && rest.startsWith('*')
    ? { advice: 'Write `all()` for everything.', fix: replace({ start: fault.start, end: fault.start + 1 }, 'all()') }
    : undefined;

const HAS_QUOTED = new RegExp(`^["'${TYPESET_QUOTES}]([\\w./-]+)["'${TYPESET_QUOTES}]`);

/** `has('x')`, `has(x`, `has(a, b)`, `has(a == 'b')`. */
const insideCall: FindRepair = ({ text, rest, fault, token, previous }) => {
  if (token?.kind !== 'stray') return undefined;
  const { start } = fault;
  if (token.expected === 'label in has()') {
    const match = HAS_QUOTED.exec(rest);
    if (!match) return { advice: 'Write the label: `has(app)`; for everything write `all()`.' };
    const [written, label = ''] = match;
    return { advice: 'Write labels without quotes.', fix: replace({ start, end: start + written.length }, label) };
  }
  if (token.expected !== 'closing )') return undefined;
  const from = text.indexOf('(', previous?.end ?? 0);
  const inside = text.slice(from + 1, start).trim();
  const labels = /^(,[ \t]*[\w./-]+[ \t]*)+\)/.exec(rest)?.[0];
  const callStart = text.slice(0, from).search(/(has|all|global)$/);
  if (inside === '' && rest !== '') return { advice: 'Leave nothing between the parentheses.' };
  if (labels !== undefined && inside !== '') {
    const all = [inside, ...(labels.match(/[\w./-]+/g) ?? [])].map((label) => `has(${label})`).join(' && ');
    return {
      advice: 'Ask for one label at a time.',
      fix: replace({ start: callStart, end: start + labels.length }, all),
    };
  }
  const compared = /^[ \t]*(==|!=)[ \t]*('[^']*'|"[^"]*")[ \t]*\)/.exec(rest)?.[0];
  if (compared !== undefined && inside !== '') {
    const condition = `${inside} ${compared.slice(0, -1).trim()}`;
    const fix = replace({ start: callStart, end: start + compared.length }, condition);
    return { advice: 'Compare without `has()`.', fix };
  }
  return { advice: 'Close the parenthesis.', fix: replace({ start, end: start }, ')') };
};

export const structureRepairs: readonly FindRepair[] = [
  connectiveWord,
  comma,
  unpaired,
  operatorTooMany,
  quotedLabel,
  star,
  insideCall,
  nothingBetween,
];
