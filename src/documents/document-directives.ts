// What stands before a document's content: directives and the document start.
import { syntaxError } from './reading-error.ts';
import type { YamlScanner } from './yaml-scanner.ts';
import type { Token, TokenType } from './yaml-token.ts';

export interface DocumentHead {
  /** Tag handles (`!`, `!!`, `!name!`) to what they stand for. */
  readonly tagPrefixes: ReadonlyMap<string, string>;
  /** False if no node follows. */
  readonly hasContent: boolean;
}

const DEFAULT_PREFIXES: ReadonlyMap<string, string> = new Map([
  ['!', '!'],
  ['!!', 'tag:yaml.org,2002:'],
]);

const NO_CONTENT: ReadonlySet<TokenType> = new Set<TokenType>([
  'version-directive',
  'tag-directive',
  'document-start',
  'document-end',
  'stream-end',
]);

/** Takes directives and the document start, as go-yaml does for the first document of a chunk. */
export function readDirectives(scanner: YamlScanner): DocumentHead {
  const first = scanner.peek();
  if (first.type === 'stream-end') return { tagPrefixes: DEFAULT_PREFIXES, hasContent: false };
  if (!isDirective(first) && first.type !== 'document-start') {
    return { tagPrefixes: DEFAULT_PREFIXES, hasContent: true };
  }
  const prefixes = new Map<string, string>();
  let version: Token | undefined;
  let next = first;
  for (; isDirective(next); scanner.take(), next = scanner.peek()) {
    if (next.type === 'tag-directive') addPrefix(prefixes, next);
    else if (version !== undefined) throw badDirective('`%YAML` stands twice before one document', next);
    else if (next.value !== '1.1') throw badDirective(`kubectl refuses \`%YAML ${next.value}\``, next);
    else version = next;
  }
  for (const [handle, prefix] of DEFAULT_PREFIXES) if (!prefixes.has(handle)) prefixes.set(handle, prefix);
  if (next.type !== 'document-start') {
    throw badDirective(
      'No `---` follows the directive; kubectl cuts the text at a `---` line before it reads YAML',
      first,
    );
  }
  scanner.take();
  return { tagPrefixes: prefixes, hasContent: !NO_CONTENT.has(scanner.peek().type) };
}

function isDirective({ type }: Token): boolean {
  return type === 'version-directive' || type === 'tag-directive';
}

function addPrefix(prefixes: Map<string, string>, directive: Token): void {
  if (prefixes.has(directive.value)) throw badDirective(`\`%TAG ${directive.value}\` stands twice`, directive);
  prefixes.set(directive.value, directive.detail);
}

function badDirective(message: string, { start, end }: Token): Error {
  return syntaxError(message, 'Remove the line; Kubernetes manifests need no directives.', start, end);
}
