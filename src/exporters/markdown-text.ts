// Texts from manifests inside Markdown that a host renders (a pull-request comment): never a link, an image, HTML or a mention.
import { visibleText } from '../base/visible-text.ts';

/**
 * A name as a code span, where nothing is interpreted and nobody is mentioned. The fence is longer than any run of backticks
 * inside; pipes, which would end a table cell even in code, are spelt as code points.
 */
export function markdownName(text: string): string {
  const shown = visibleText(text).replaceAll('|', '\\u{7c}');
  if (shown === '') return '` `';
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  const padding = shown.startsWith('`') || shown.endsWith('`') || /^ .*[^ ].* $/.test(shown) ? ' ' : '';
  return `${fence}${padding}${shown}${padding}${fence}`;
}

/** A sentence: all ASCII punctuation is escaped; what hosts turn into links on their own (`@x`, `#1`, `www.`, `://`) is cut by a comment. */
export function markdownText(text: string): string {
  return visibleText(text)
    .replaceAll(/[!-/:-@[-`{-~]/g, '\\$&')
    .replaceAll(/\\[@#]/g, '$&<!-- -->')
    .replaceAll(/www(?=\\\.)/gi, '$&<!-- -->')
    .replaceAll(/\\:(?=\\\/)/g, '$&<!-- -->');
}
