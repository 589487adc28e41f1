// A sentence of a diagnostic: what stands in backticks is code.
import { visibleText } from '../../base/visible-text.ts';

export function MessageText({ children }: { readonly children: string }) {
  return visibleText(children)
    .split('`')
    .map((part, index, parts) =>
      // An odd last part is a lone backtick's rest: text.
      index % 2 === 1 && index < parts.length - 1 ? (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text have no other identity
        <code key={index}>{part}</code>
      ) : (
        part
      ),
    );
}
