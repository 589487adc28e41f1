// Texts and places as SARIF 2.1.0 wants them: a message never becomes a link, and a path is a URI reference.
import { visibleText } from '../base/visible-text.ts';

/**
 * Plain text of a message. Square brackets make links (3.11.6) and are escaped with backslashes, braces are placeholders (3.11.5) and
 * are doubled.
 */
export function sarifText(text: string): string {
  return visibleText(text)
    .replaceAll(/[\\[\]]/g, '\\$&')
    .replaceAll(/[{}]/g, '$&$&');
}

/** Relative to the root of the repository, part by part. */
export function sarifUri(path: string): string {
  // Half a surrogate pair is no character that a URI could hold.
  const whole = path.replaceAll(/\p{Cs}/gu, '\ufffd');
  return whole.split('/').map(encodeURIComponent).join('/');
}
