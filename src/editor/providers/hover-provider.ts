// Shows `hoverContent` in Monaco.
import type { languages } from 'monaco-editor/editor';
import type { SnapshotReport } from '../../engine/results.ts';
import { readFileOnce } from '../document-cache.ts';
import type { EditorModels } from '../editor-models.ts';
import { hoverContent } from '../hover-content.ts';
import { rangeOf } from './model-range.ts';

export function hoverProvider(models: EditorModels, report: () => SnapshotReport | undefined): languages.HoverProvider {
  return {
    provideHover(model, position) {
      const file = models.fileOf(model);
      if (!file) return undefined;
      const { documents, lines } = readFileOnce(file);
      const offset = lines.offsetAt({ line: position.lineNumber, column: position.column });
      const content = hoverContent(documents, offset, report());
      if (!content) return undefined;
      const contents = content.paragraphs.map((value) => ({ value, isTrusted: false, supportHtml: false }));
      return { range: rangeOf(lines, content.span), contents };
    },
  };
}
