// Offers `completionAt` in Monaco's list.
import type { languages } from 'monaco-editor/editor';
import { visibleText } from '../../base/visible-text.ts';
import type { SnapshotReport } from '../../engine/results.ts';
import { type CompletionItem, completionAt } from '../completion-items.ts';
import type { EditorModels } from '../editor-models.ts';
import { monaco } from '../monaco-core.ts';

export function completionProvider(
  models: EditorModels,
  report: () => SnapshotReport | undefined,
): languages.CompletionItemProvider {
  return {
    triggerCharacters: [' ', ':', '-'],
    provideCompletionItems(model, { lineNumber, column }) {
      if (!models.fileOf(model)) return { suggestions: [] };
      const { fromColumn, items } = completionAt(model.getLinesContent(), lineNumber, column, report());
      const range = new monaco.Range(lineNumber, fromColumn, lineNumber, column);
      return { suggestions: items.map((item, position) => suggestion(item, position, range)) };
    },
  };
}

function suggestion(
  item: CompletionItem,
  position: number,
  range: InstanceType<typeof monaco.Range>,
): languages.CompletionItem {
  const { Field, EnumMember, Constant } = monaco.languages.CompletionItemKind;
  return {
    label: { label: visibleText(item.label), description: item.detail },
    kind: { field: Field, value: EnumMember, live: Constant }[item.kind],
    insertText: item.text,
    insertTextRules: monaco.languages.CompletionItemInsertTextRule.KeepWhitespace,
    filterText: item.label,
    sortText: String(position).padStart(5, '0'),
    range,
    ...(item.describe ? { documentation: item.describe } : {}),
    ...(item.continues ? { command: { id: 'editor.action.triggerSuggest', title: '' } } : {}),
  };
}
