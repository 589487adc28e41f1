// Recognises Helm and Go templates: texts that become manifests only when rendered.
import type { DocumentValue, SourceDocument, Span } from './document-value.ts';

const ACTION = /\{\{/g;
/** Names that only Helm defines. */
const HELM =
  /^\{\{[^}\n]*(?:\.(?:Values|Release|Chart|Capabilities|Template|Files)\b|\b(?:include|template|tpl|toYaml|nindent)\b)/;
const MAX_ACTION = 400;
/** So many `{{` are looked at; a template shows itself sooner. */
const MAX_LOOKS = 1000;

/**
 * The first `{{` that makes the text a template: one in a document that could not be read, or one in a key or value (block texts
 * aside, which may hold templates as data) that uses what only Helm has.
 */
export function findTemplate(text: string, documents: readonly SourceDocument[]): Span | undefined {
  let next = 0;
  let looks = 0;
  for (const match of text.matchAll(ACTION)) {
    if (++looks > MAX_LOOKS) return undefined;
    const at = match.index;
    for (
      let document = documents[next];
      document !== undefined && document.span.end <= at;
      document = documents[next]
    ) {
      next++;
    }
    const document = documents[next];
    const isRead = document !== undefined && document.span.start <= at;
    const found = isRead ? isHelmValue(text, document.root, at) : !inComment(text, at);
    if (found) return { start: at, end: actionEnd(text, at) };
  }
  return undefined;
}

function actionEnd(text: string, at: number): number {
  const close = text.indexOf('}}', at);
  return close < 0 || close > at + MAX_ACTION ? at + 2 : close + 2;
}

function inComment(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - MAX_ACTION), at);
  return /(?:^|\s)#/.test(before.slice(before.lastIndexOf('\n') + 1));
}

function isHelmValue(text: string, root: DocumentValue, at: number): boolean {
  if (!HELM.test(text.slice(at, at + MAX_ACTION))) return false;
  let value: DocumentValue | undefined = root;
  while (value !== undefined) {
    if (value.kind === 'list') value = value.items.find((item) => contains(item, at));
    else if (value.kind === 'map') {
      if (value.entries.some((entry) => contains(entry.keySpan, at))) return true;
      value = value.entries.find((entry) => contains(entry.value, at))?.value;
    } else return text.charAt(value.start) !== '|' && text.charAt(value.start) !== '>';
  }
  return false;
}

function contains({ start, end }: Span, at: number): boolean {
  return start <= at && at < end;
}
