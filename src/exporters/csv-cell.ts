// One cell of a CSV file (RFC 4180) that no spreadsheet takes for a formula.
import { visibleText } from '../base/visible-text.ts';

/** A leading `=`, `+`, `-`, `@`, tab or carriage return makes a formula (OWASP ASVS 1.2.10): an apostrophe goes before it. */
export function csvCell(text: string): string {
  const inert = /^\s*[=+\-@\t\r\0]/.test(text) ? `'${text}` : text;
  const shown = visibleText(inert);
  return /[",]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
}
