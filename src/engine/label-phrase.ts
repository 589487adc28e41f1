// A label as a sentence names it: in the words of the dialect that computes it, else by key and value.
import { allDialects } from '../dialects/all-dialects.ts';
import { type LabelScope, NAMESPACE_NAME_LABEL } from '../model/selector.ts';
import type { EngineOptions } from './engine-options.ts';

/** `app=web`, `no label canary`, `namespace shop`, `service account label team=a`. */
export function labelPhrase(
  scope: LabelScope,
  key: string,
  value: string | undefined,
  { semantics }: EngineOptions,
): string {
  if (scope === 'namespace') {
    if (value === undefined) return `no namespace label ${key}`;
    return key === NAMESPACE_NAME_LABEL ? `namespace ${value}` : `namespace label ${key}=${value}`;
  }
  for (const dialect of allDialects) {
    const phrase = dialect.labelPhrase?.(key, value, semantics);
    if (phrase !== undefined) return phrase;
  }
  return value === undefined ? `no label ${key}` : `${key}=${value}`;
}
