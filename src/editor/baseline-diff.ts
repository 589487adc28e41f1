// The active file beside its baseline: the left side is read-only, the right side is the same model that the editor has.

import type { editor } from 'monaco-editor/editor';
import { LARGEST_TEXT } from '../state/largest-text.ts';
import type { WorkbenchState } from '../state/workbench-state.ts';
import { EditorModels } from './editor-models.ts';
import { codeFontFamily, editorOptions } from './editor-options.ts';
import { indentOnEnter } from './enter-key.ts';
import { letEscapeThenTabLeave } from './escape-then-tab.ts';
import { monaco } from './monaco-core.ts';
import { followPageTheme } from './page-theme.ts';
import type { WorkbenchStore } from './workbench-store.ts';

/**
 * Keep one for as long as there is a `PolicyEditor`, and switch it off instead of disposing of it: Monaco makes its tooltips
 * with the services of the editor created last, so that disposing of that one breaks those that remain (seen in 0.57).
 */
export class BaselineDiff {
  readonly #store: WorkbenchStore;
  readonly #diff: editor.IStandaloneDiffEditor;
  readonly #endings: (() => void)[] = [];
  #original: editor.ITextModel | undefined;
  #active = false;

  constructor(container: HTMLElement, store: WorkbenchStore) {
    this.#store = store;
    this.#endings.push(followPageTheme());
    this.#diff = monaco.editor.createDiffEditor(container, {
      ...editorOptions,
      fontFamily: codeFontFamily(),
      originalEditable: false,
      originalAriaLabel: 'Baseline, read-only',
      modifiedAriaLabel: 'Draft. Press Escape, then Tab, to leave the editor.',
      renderSideBySide: true,
      useInlineViewWhenSpaceIsLimited: true,
      renderSideBySideInlineBreakpoint: 700,
      renderOverviewRuler: false,
      renderMarginRevertIcon: false,
      hideUnchangedRegions: { enabled: true, contextLineCount: 4 },
    });
    const modified = this.#diff.getModifiedEditor();
    indentOnEnter(modified);
    const keys = letEscapeThenTabLeave(modified);
    this.#endings.push(
      () => keys.dispose(),
      store.subscribe((state, before) => {
        const changed = state.activeFile !== before.activeFile || state.baseline !== before.baseline;
        if (this.#active && (changed || state.name !== before.name)) this.#show(state);
      }),
    );
  }

  /** Shows the active file's differences, or lets go of its model. A file that the baseline lacks is compared with nothing. */
  setActive(active: boolean): void {
    this.#active = active;
    this.#show(this.#store.getState());
  }

  dispose(): void {
    for (const end of this.#endings) end();
    this.#diff.dispose();
    this.#original?.dispose();
  }

  #show({ activeFile, baseline }: WorkbenchState): void {
    const before = this.#original;
    const modified =
      this.#active && activeFile !== undefined ? EditorModels.of(this.#store).modelOf(activeFile) : undefined;
    const text = baseline.find(({ path }) => path === activeFile)?.text ?? '';
    this.#original = modified && monaco.editor.createModel(text, modified.getLanguageId());
    this.#diff.setModel(this.#original && modified ? { original: this.#original, modified } : null);
    this.#diff.updateOptions({ readOnly: (modified?.getValueLength() ?? 0) > LARGEST_TEXT });
    before?.dispose();
  }
}
