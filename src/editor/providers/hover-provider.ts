// Shows `hoverContent` in Monaco.
import type { languages } from 'monaco-editor/editor';
import type { SelectorLookup } from '../../engine/selector-lookup.ts';
import { readFileOnce } from '../document-cache.ts';
import type { EditorModels } from '../editor-models.ts';
import { hoverContent } from '../hover-content.ts';
import { selectorAt } from '../selector-words.ts';
import { rangeOf } from './model-range.ts';

/** What the provider asks: the lookup of a file whose text is as typed, and what one selector of it finds. */
export interface SelectorAnswers {
  counts(file: string): SelectorLookup | undefined;
  finds(file: string, selector: string): Promise<SelectorLookup>;
}

export function hoverProvider(models: EditorModels, answers: SelectorAnswers): languages.HoverProvider {
  return {
    async provideHover(model, position) {
      const file = models.fileOf(model);
      if (!file) return undefined;
      const { documents, lines } = readFileOnce(file);
      const offset = lines.offsetAt({ line: position.lineNumber, column: position.column });
      const selector = selectorAt(answers.counts(file.path)?.selectors ?? [], offset);
      const finds = selector && !selector.near ? await answers.finds(file.path, selector.id) : undefined;
      const content = hoverContent(documents, offset, selector, finds?.found);
      if (!content) return undefined;
      const contents = content.paragraphs.map((value) => ({ value, isTrusted: false, supportHtml: false }));
      return { range: rangeOf(lines, content.span), contents };
    },
  };
}
