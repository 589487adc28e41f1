// What a GitHub-flavoured renderer makes of a Markdown text: an independent look at our escaping.
import { marked, type Token } from 'marked';

export interface RenderedMarkdown {
  /** Tokens by type that act: links, images, HTML other than what the exporters write themselves. */
  readonly active: readonly string[];
  /** The text of all tables, cell by cell, as a reader sees it. */
  readonly cells: readonly string[];
}

/** Written by the exporters, and by nobody else. */
const own = /^\s*(<\/?(details|summary)( open)?>|<!-- -->|\n|[^<])*\s*$/;

export function renderMarkdown(text: string): RenderedMarkdown {
  const active: string[] = [];
  const cells: string[] = [];
  marked.walkTokens(marked.lexer(text, { gfm: true }), (token: Token) => {
    if (token.type === 'link' || token.type === 'image' || token.type === 'del') active.push(token.raw);
    if (token.type === 'html' && !own.test(token.raw)) active.push(token.raw);
    if (token.type === 'table') {
      for (const row of token.rows) for (const cell of row) cells.push(plainText(cell.tokens));
    }
  });
  return { active, cells };
}

function plainText(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if ('tokens' in token && token.tokens) return plainText(token.tokens);
      if (token.type === 'html') return '';
      return 'text' in token && typeof token.text === 'string' ? token.text : token.raw;
    })
    .join('');
}
