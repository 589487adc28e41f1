// Undo and redo keys in the editor: its own, fine steps for what was typed here, the workspace's history for everything else.
import type { editor } from 'monaco-editor/editor';
import { monaco } from './monaco-core.ts';
import type { WorkbenchStore } from './workbench-store.ts';

const WHEN = 'editorTextFocus && !editorReadonly';

/** `shown`: path of the file in the editor. */
export function shareHistory(
  codeEditor: editor.IStandaloneCodeEditor,
  store: WorkbenchStore,
  shown: () => string | undefined,
): void {
  const { CtrlCmd, Shift } = monaco.KeyMod;
  const { KeyZ, KeyY } = monaco.KeyCode;
  const travel = (way: 'undo' | 'redo') => () => {
    const { undoSteps, redoSteps, undo, redo } = store.getState();
    const step = way === 'undo' ? undoSteps.at(-1) : redoSteps[0];
    const model = codeEditor.getModel();
    // The last thing done is what the key takes back, wherever it was done.
    const isElsewhere = step?.files.every(({ path }) => path !== shown());
    const isKnown = way === 'undo' ? model?.canUndo() : model?.canRedo();
    if (isKnown && !isElsewhere) codeEditor.trigger('keyboard', way, undefined);
    else (way === 'undo' ? undo : redo)();
  };
  codeEditor.addCommand(CtrlCmd | KeyZ, travel('undo'), WHEN);
  codeEditor.addCommand(CtrlCmd | Shift | KeyZ, travel('redo'), WHEN);
  codeEditor.addCommand(CtrlCmd | KeyY, travel('redo'), WHEN);
}
