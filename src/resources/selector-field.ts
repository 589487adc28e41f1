// Reads a field that holds a Calico selector, and says what is wrong with it at the place in the manifest.
import type { Span } from '../documents/document-value.ts';
import type { SelectorField } from './calico-resource.ts';
import { parseCalicoSelector } from './calico-selector.ts';
import type { CalicoSelector, SelectorWord } from './calico-selector-syntax.ts';
import { type Field, pathOf, rejectAt, rejectType } from './field.ts';
import { edit, entryEdit, fixOf, isInFlow, replaceValue } from './quick-fixes.ts';
import { selectorExpression } from './selector-expression.ts';
import { quoteText } from './value-words.ts';

/** Where `global()` may stand: nowhere, or only alone; Calico looks at some selectors not at all. */
type GlobalRule = 'nowhere' | 'alone' | 'anywhere';

const EXPRESSION = "Write an expression such as `app == 'web'`.";
const ALONE = /^[ \t]*global\([ \t]*\)[ \t]*$/;

/** Undefined where the field is absent, empty or wrong (which is reported). */
export function readSelector(field: Field | undefined, global: GlobalRule = 'anywhere'): SelectorField | undefined {
  if (!field) return undefined;
  const { value, context } = field;
  if (value.kind === 'map') {
    rejectMap(field);
    return undefined;
  }
  if (value.kind !== 'string') {
    if (value.kind !== 'null') rejectType(field, 'a selector, which is a string', EXPRESSION);
    return undefined;
  }
  const text = value.value;
  const tag = swallowedTag(field);
  if (tag && text === '') {
    warnOfTag(field, tag);
    return undefined;
  }
  // Blanks alone are a selector too: they select everything, but within what a selector is limited to.
  if (text === '') return undefined;
  const parsed = parseCalicoSelector(text);
  if ('error' in parsed) {
    rejectSyntax(field, text, parsed.error, tag);
    return undefined;
  }
  checkGlobal(field, text, global);
  warnOfLiterals(field, text, parsed.tree);
  return { text, tree: parsed.tree, range: context.rangeOf(value) };
}

function rejectMap(field: Field): void {
  const expression = selectorExpression(field.value);
  const advice = expression ? `Write it as an expression: \`${field.key}: ${quoteText(expression)}\`.` : EXPRESSION;
  const fixes = expression ? fixOf(`Write \`${expression}\``, entryEdit(field, String(field.key), expression)) : [];
  rejectType(field, 'a selector, which is a string', advice, fixes);
}

/** What YAML took for a tag: `!has(x)` of `selector: !has(x)`, with all that follows it on the line. */
function swallowedTag({ context, keySpan, value }: Field): Span | undefined {
  if (!keySpan || keySpan.end > value.start) return undefined;
  const { text } = context.object;
  const [lead, tag] = /^\s*:\s*(![^\s]*)/.exec(text.slice(keySpan.end, value.start)) ?? [];
  if (lead === undefined || tag === undefined || tag.startsWith('!!')) return undefined;
  const start = keySpan.end + lead.length - tag.length;
  const line = /^[^\r\n]*/.exec(text.slice(start))?.[0] ?? '';
  return { start, end: start + line.replace(/\s+#.*$/, '').trimEnd().length };
}

/** To YAML the text behind `!` names a type, and the value is what follows. */
function warnOfTag(field: Field, tag: Span): void {
  const written = field.context.object.text.slice(tag.start, tag.end);
  field.context.warn({
    span: tag,
    code: 'selector-swallowed',
    message: `${pathOf(field)}: YAML takes \`${written}\` for a tag, so the selector is empty, and an empty selector selects everything`,
    advice: `Quote it: \`${field.key}: ${quoteText(written)}\`.`,
    fixes: quoteTag(field, tag),
  });
}

function quoteTag(field: Field, tag: Span): ReturnType<typeof fixOf> {
  if (isInFlow(field)) return [];
  const written = field.context.object.text.slice(tag.start, tag.end);
  const quoted = written.includes('"') ? `'${written.replaceAll("'", "''")}'` : `"${written}"`;
  return written.includes('\\') ? [] : fixOf('Quote it', edit(field, tag, quoted));
}

interface SelectorError extends Span {
  readonly message: string;
  readonly advice?: string;
  readonly fix?: Span & { readonly text: string };
}

function rejectSyntax(field: Field, text: string, error: SelectorError, tag: Span | undefined): void {
  const { advice, fix, message } = error;
  if (tag) {
    const why = `YAML takes the text behind \`!\` for a tag, so the selector reads ${quoteText(text)}: ${message}`;
    rejectAt(field, why, { code: 'selector-syntax', span: tag, advice: 'Quote it.', fixes: quoteTag(field, tag) });
    return;
  }
  const oneLine = text.trim().replaceAll(/\s*[\r\n]\s*/g, ' ');
  if (/[\r\n]/.test(text) && !('error' in parseCalicoSelector(oneLine))) {
    const details = {
      advice: 'Write it on one line, in quotes or behind `>-`.',
      fixes: [replaceValue(field, oneLine)],
    };
    const why = 'selector syntax: a line break is no blank to Calico, so the selector does not end where it seems to';
    const { start, end } = field.value;
    const written = field.context.object.text.slice(start, end).trimEnd();
    rejectAt(field, why, { code: 'selector-syntax', span: { start, end: start + written.length }, ...details });
    return;
  }
  const fixed = fix && text.slice(0, fix.start) + fix.text + text.slice(fix.end);
  rejectAt(field, `selector syntax: ${message}`, {
    code: 'selector-syntax',
    advice,
    span: spanIn(field, text, error),
    fixes: fixed === undefined ? [] : [replaceValue(field, fixed)],
  });
}

/** Where a part of the text is written; the whole value where quotes or line breaks were resolved in between. */
function spanIn({ context, value }: Field, text: string, part: Span): Span {
  const source = context.object.text;
  const quoted = /^["']/.test(source.charAt(value.start)) ? 1 : 0;
  if (source.slice(value.start + quoted, value.end - quoted) !== text) return value;
  const start = value.start + quoted + Math.min(part.start, text.length);
  const end = value.start + quoted + Math.min(part.end, text.length);
  // An error at the end of the text points at the last character.
  return end > start
    ? { start, end }
    : { start: Math.max(value.start, start - 1), end: Math.max(start, value.start + 1) };
}

/** Calico looks for the text, wherever it stands. */
function checkGlobal(field: Field, text: string, rule: GlobalRule): void {
  if (!text.includes('global(') || rule === 'anywhere' || (rule === 'alone' && ALONE.test(text))) return;
  if (rule === 'alone') {
    const advice = 'Write `global()` alone, and what else must hold in `selector`.';
    rejectAt(field, 'global() cannot be combined with other selectors', { advice });
  } else {
    const advice = 'Write `namespaceSelector: global()` in a rule to mean host endpoints and global network sets.';
    rejectAt(field, 'global() can only be used in an EntityRule namespaceSelector', { advice });
  }
}

/** Values that are legal and that no label has. */
function warnOfLiterals(field: Field, text: string, tree: CalicoSelector): void {
  for (const { key, value } of comparisons(tree)) {
    if (value.text.includes('{{') && value.text.includes('}}')) {
      field.context.warn({
        span: spanIn(field, text, value),
        code: 'template-text',
        message: `${pathOf(field)}: ${quoteText(value.text)} is the text of a template that nobody rendered: Calico compares labels with it as it is, and no label can have it`,
        advice: 'Render the template first, and load what it renders; or write the value.',
      });
    } else if (key.text === 'projectcalico.org/orchestrator' && value.text === 'kubernetes') {
      const at = text.indexOf(value.text, value.start);
      const fixed = `${text.slice(0, at)}k8s${text.slice(at + value.text.length)}`;
      field.context.warn({
        span: spanIn(field, text, value),
        code: 'orchestrator-value',
        message: `${pathOf(field)}: no endpoint has the orchestrator \`kubernetes\`: pods of Kubernetes have \`k8s\``,
        advice: "Write `projectcalico.org/orchestrator == 'k8s'`.",
        fixes: [replaceValue(field, fixed, "Write `'k8s'`")],
      });
    }
  }
}

interface Comparison {
  readonly key: SelectorWord;
  readonly value: SelectorWord;
}

function comparisons(tree: CalicoSelector): readonly Comparison[] {
  const found: Comparison[] = [];
  const waiting: CalicoSelector[] = [tree];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.op === 'and' || next.op === 'or') for (const term of next.terms.toReversed()) waiting.push(term);
    else if (next.op === 'not') waiting.push(next.term);
    else if (next.op === 'in' || next.op === 'not-in') {
      for (const value of next.values) found.push({ key: next.key, value });
    } else if ('value' in next) found.push({ key: next.key, value: next.value });
  }
  return found;
}
