// Enter, by our own rules. Monaco's automatic indentation is off, because it would also indent text that is pasted or inserted whole.
import type { editor } from 'monaco-editor/editor';
import { indentAfter } from './line-break.ts';
import { monaco } from './monaco-core.ts';

/** Leaves Enter alone while a suggestion is lit, which Enter accepts. */
const WHEN = 'editorTextFocus && !editorReadonly && !suggestWidgetHasFocusedSuggestion';

export function indentOnEnter(codeEditor: editor.IStandaloneCodeEditor): void {
  codeEditor.addCommand(monaco.KeyCode.Enter, () => breakLines(codeEditor), WHEN);
}

function breakLines(codeEditor: editor.IStandaloneCodeEditor): void {
  const model = codeEditor.getModel();
  const selections = codeEditor.getSelections();
  if (!model || !selections) return;
  codeEditor.pushUndoStop();
  codeEditor.executeEdits(
    'enter',
    selections.map((range) => {
      const before = model.getLineContent(range.startLineNumber).slice(0, range.startColumn - 1);
      return { range, text: `\n${indentAfter(before)}`, forceMoveMarkers: true };
    }),
  );
  codeEditor.revealPositionInCenterIfOutsideViewport(codeEditor.getPosition() ?? { lineNumber: 1, column: 1 });
}
