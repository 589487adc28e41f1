// The active file beside its baseline: the left side is read-only, the right side is the same model that the editor has.
import type { editor } from 'monaco-editor/editor';
import type { StoreApi } from 'zustand';
import type { WorkbenchState } from '../state/workbench-state.ts';
import { EditorModels } from './editor-models.ts';
import { editorOptions, LARGEST_EDITABLE } from './editor-options.ts';
import { monaco } from './monaco-setup.ts';
import { followPageTheme } from './page-theme.ts';

/** Shows the differences in `container`; a file that the baseline lacks is compared with nothing. Returns what ends it. */
export function showBaselineDiff(container: HTMLElement, store: StoreApi<WorkbenchState>): () => void {
  const endTheme = followPageTheme();
  const models = EditorModels.of(store);
  const fontFamily = getComputedStyle(document.documentElement).getPropertyValue('--font-mono').trim() || 'monospace';
  const diff = monaco.editor.createDiffEditor(container, {
    ...editorOptions,
    fontFamily,
    originalEditable: false,
    originalAriaLabel: 'Baseline, read-only',
    modifiedAriaLabel: 'Draft. Press Escape, then Tab, to leave the editor.',
    renderSideBySide: true,
    useInlineViewWhenSpaceIsLimited: true,
    renderSideBySideInlineBreakpoint: 700,
    renderOverviewRuler: false,
    hideUnchangedRegions: { enabled: true, contextLineCount: 4 },
  });
  let original: editor.ITextModel | undefined;
  const show = ({ activeFile, baseline }: WorkbenchState) => {
    const before = original;
    const modified = activeFile === undefined ? undefined : models.modelOf(activeFile);
    original = monaco.editor.createModel(baseline.find(({ path }) => path === activeFile)?.text ?? '', 'yaml');
    diff.setModel(modified ? { original, modified } : null);
    diff.updateOptions({ readOnly: (modified?.getValueLength() ?? 0) > LARGEST_EDITABLE });
    before?.dispose();
  };
  show(store.getState());
  const endStore = store.subscribe((state, before) => {
    if (state.activeFile !== before.activeFile || state.baseline !== before.baseline || state.name !== before.name)
      show(state);
  });
  return () => {
    endStore();
    endTheme();
    diff.dispose();
    original?.dispose();
  };
}
