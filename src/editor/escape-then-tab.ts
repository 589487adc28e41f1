// A way out by keyboard: Tab indents, but right after Escape it moves the focus on (WCAG 2.1.2, no keyboard trap).
import type { editor, IDisposable } from 'monaco-editor/editor';
import { monaco } from './monaco-core.ts';

export function letEscapeThenTabLeave(codeEditor: editor.IStandaloneCodeEditor): IDisposable {
  const { Escape, Tab, Shift } = monaco.KeyCode;
  const keys = codeEditor.onKeyDown(({ keyCode }) => {
    if (keyCode === Escape) codeEditor.updateOptions({ tabFocusMode: true });
    else if (keyCode !== Tab && keyCode !== Shift) codeEditor.updateOptions({ tabFocusMode: false });
  });
  const blur = codeEditor.onDidBlurEditorText(() => codeEditor.updateOptions({ tabFocusMode: false }));
  return {
    dispose() {
      keys.dispose();
      blur.dispose();
    },
  };
}
