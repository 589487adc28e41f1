// Ways from a selector in the editor to what it selects: a click on its hint, a key, the context menu.
import type { editor, IDisposable } from 'monaco-editor/editor';
import type { EditorDecorations } from './editor-decorations.ts';
import { monaco } from './monaco-core.ts';

/** `at` is told the cursor's offset, `show` the selector whose hint is clicked. */
export function offerSelected(
  codeEditor: editor.IStandaloneCodeEditor,
  decorations: EditorDecorations,
  at: (offset: number) => void,
  show: (selector: string) => void,
): IDisposable[] {
  return [
    codeEditor.addAction({
      id: 'sluice.showSelected',
      label: 'Show What This Selector Selects',
      keybindings: [monaco.KeyMod.Alt | monaco.KeyCode.Enter],
      contextMenuGroupId: 'navigation',
      contextMenuOrder: 1,
      run(one) {
        const position = one.getPosition();
        const model = one.getModel();
        if (position && model) at(model.getOffsetAt(position));
      },
    }),
    codeEditor.onMouseDown(({ target, event }) => {
      if (target.type !== monaco.editor.MouseTargetType.CONTENT_TEXT || !event.leftButton) return;
      const selector = decorations.hintUnder(target.element, target.position.lineNumber);
      if (selector !== undefined) show(selector);
    }),
  ];
}
