// What the editor says about a field or a selector under the pointer, as Markdown paragraphs.
import { entryOf, type SourceDocument, type Span } from '../documents/document-value.ts';
import type { FoundNode, SelectorCount, SelectorLookup } from '../engine/selector-lookup.ts';
import { type DocumentPlace, documentPlaceAt } from './document-place.ts';
import { schemaAt } from './network-policy-schema.ts';
import { plainMarkdown } from './plain-markdown.ts';
import { foundWords, selectorVerbs } from './selector-words.ts';

export interface HoverContent {
  readonly span: Span;
  /** Markdown; everything from manifests is escaped. */
  readonly paragraphs: readonly string[];
}

const MOST_LISTED = 12;

/** Undefined where there is nothing to say. `selector`: the one at the place, `found`: what it finds. */
export function hoverContent(
  documents: readonly SourceDocument[],
  offset: number,
  selector: SelectorCount | undefined,
  found: SelectorLookup['found'] | undefined,
): HoverContent | undefined {
  const place = documentPlaceAt(documents, offset);
  if (!place) return undefined;
  const schema = isNetworkPolicy(place) ? schemaAt(place.path) : undefined;
  const paragraphs = schema ? [schema.describe] : [];
  if (selector) paragraphs.push(...selectionParagraphs(selector, found));
  return paragraphs.length > 0 ? { span: place.span, paragraphs } : undefined;
}

function isNetworkPolicy({ object }: DocumentPlace): boolean {
  const textOf = (name: string): string => {
    const value = entryOf(object, name)?.value;
    return value?.kind === 'string' ? value.value : '';
  };
  return textOf('kind') === 'NetworkPolicy' && !textOf('apiVersion').includes('calico');
}

function selectionParagraphs(selector: SelectorCount, found: SelectorLookup['found'] | undefined): string[] {
  const [first = '', ...rest] = `${selectorVerbs[selector.role]} ${foundWords(selector)}`;
  const head = `**${first.toUpperCase()}${rest.join('')}**`;
  if (selector.near) return [`${head}. ${sentence(selector.near.message)}`];
  if (!found || found.nodes.length === 0) return [`${head}.`];
  return [`${head}:`, listed(found.nodes.map(nodeLine), found.total)];
}

/** Names in it are anybody's text, so that nothing of it is Markdown. */
const sentence = (message: string): string => `${plainMarkdown(message.replaceAll('`', ''))}.`;

function nodeLine({ namespace, kind, name, pods, isOnHost }: FoundNode): string {
  const count = pods > 1 ? ` ×${pods}` : '';
  const full = kind === 'Namespace' ? name : [namespace, kind, name].filter((part) => part !== '').join('/');
  return `- ${plainMarkdown(full)}${count}${isOnHost ? ' (on the host network)' : ''}`;
}

function listed(lines: readonly string[], total: number): string {
  const shown = lines.slice(0, MOST_LISTED);
  const rest = total - shown.length;
  return [...shown, ...(rest > 0 ? [`- and ${rest.toLocaleString('en-US')} more`] : [])].join('\n');
}
