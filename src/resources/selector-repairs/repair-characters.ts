// Repairs of characters that no selector has: line breaks, typeset quotes and blanks, templates.
import { type FindRepair, replace, type SelectorFix, type SelectorScene } from './selector-repair.ts';
import { quoted, TYPESET_QUOTES } from './written-values.ts';

/** `rewrite` of all matches from the fault on, as one fix; undefined where nothing changes. */
function rewriteRest(
  { fault, rest }: SelectorScene,
  pattern: RegExp,
  rewrite: (match: RegExpExecArray) => string,
): SelectorFix | undefined {
  let text = '';
  let copied = 0;
  for (const match of rest.matchAll(pattern)) {
    const rewritten = rewrite(match);
    if (rewritten === match[0]) continue;
    text += rest.slice(copied, match.index) + rewritten;
    copied = match.index + match[0].length;
  }
  return copied === 0 ? undefined : { start: fault.start, end: fault.start + copied, text };
}

const STRINGS = `"[^"]*"|'[^']*'`;
const BLANKS = new RegExp(`${STRINGS}|[\\s\\u200b\\ufeff]+`, 'g');
const TYPESET = new RegExp(`${STRINGS}|[${TYPESET_QUOTES}]([^\\n"'${TYPESET_QUOTES}]*)["'${TYPESET_QUOTES}]`, 'g');

/** Calico's tokenizer knows the space and the tab alone. */
const foreignBlank: FindRepair = (scene) => {
  const [character = ''] = scene.rest;
  if (!/[\s\u200b\ufeff]/.test(character) || scene.token?.kind !== 'stray') return undefined;
  const isLineBreak = /[\r\n]/.test(character);
  const what = isLineBreak ? 'in one line, in YAML folded with `>-` rather than `|`' : 'with plain spaces';
  const advice = `Write the selector ${what}.`;
  if (scene.rest.trim() === '') {
    const start = scene.text.slice(0, scene.fault.start).trimEnd().length;
    return { advice, fix: { start, end: scene.text.length, text: '' } };
  }
  const startsBlank = scene.text.slice(0, scene.fault.start).trim() === '';
  const fix = rewriteRest(scene, BLANKS, ({ 0: match, index }) => {
    if (/^["']|^[ \t]*$/.test(match)) return match;
    return (startsBlank && index === 0) || index + match.length === scene.rest.length ? '' : ' ';
  });
  return fix && { advice, fix };
};

const typesetQuote: FindRepair = (scene) => {
  if (!TYPESET_QUOTES.includes(scene.rest.charAt(0)) || scene.rest === '') return undefined;
  const advice = 'Put values in straight quotes.';
  const fix = rewriteRest(scene, TYPESET, ({ 0: match, 1: value }) =>
    value === undefined ? match : (quoted(value) ?? match),
  );
  return fix ? { advice, fix } : { advice };
};

/** Templates are for other tools to fill in; as a string one would be legal, and match nothing. */
const template: FindRepair = ({ rest }) =>
  /^(\{\{|\$\{|\$\(|<%)/.test(rest) ? { advice: 'Render the template first: Calico knows no variables.' } : undefined;

/** `&&` as it is copied out of HTML. */
const entity: FindRepair = ({ fault, rest }) => {
  const [written] = /^(&amp;)+/.exec(rest) ?? [];
  if (written === undefined) return undefined;
  return {
    advice: 'Join conditions with `&&`.',
    fix: replace({ start: fault.start, end: fault.start + written.length }, '&&'),
  };
};

export const characterRepairs: readonly FindRepair[] = [foreignBlank, typesetQuote, template, entity];
