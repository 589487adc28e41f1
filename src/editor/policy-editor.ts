// The editor of the workbench: Monaco on the active file, in step with the store. Load it with `import()`; it brings all of Monaco.

import type { editor, IDisposable } from 'monaco-editor/editor';
import type { Explanation } from '../engine/explanation.ts';
import type { QueryError } from '../engine/results.ts';
import { LARGEST_TEXT } from '../state/largest-text.ts';
import { selectProblems } from '../state/shown-problems.ts';
import type { WorkbenchState } from '../state/workbench-state.ts';
import { EditorDecorations } from './editor-decorations.ts';
import { EditorModels } from './editor-models.ts';
import { codeFontFamily, editorOptions } from './editor-options.ts';
import { indentOnEnter } from './enter-key.ts';
import { letEscapeThenTabLeave } from './escape-then-tab.ts';
import { helpLink, openHelpLinks } from './help-links.ts';
import { shareHistory } from './history-keys.ts';
import type { WorkbenchStore } from './workbench-store.ts';
import './monaco-box.css';
import './monaco-setup.ts';
import { monaco } from './monaco-core.ts';
import { followPageTheme } from './page-theme.ts';
import { problemMarkers } from './problem-markers.ts';
import { completionProvider } from './providers/completion-provider.ts';
import { hoverProvider, type SelectorAnswers } from './providers/hover-provider.ts';
import { quickFixProvider, registerFixCommands } from './providers/quick-fix-provider.ts';
import { selectorHints } from './selector-hints.ts';
import { selectorAt } from './selector-words.ts';
import { offerSelected } from './show-selected.ts';

const MARKER_OWNER = 'sluice';

export interface PolicyEditorHost {
  /** The cursor's line in the active file, from 1. */
  onCursorLine(line: number): void;
}

export class PolicyEditor {
  readonly #store: WorkbenchStore;
  readonly #models: EditorModels;
  readonly #editor: editor.IStandaloneCodeEditor;
  readonly #decorations: EditorDecorations;
  readonly #viewStates = new Map<string, editor.ICodeEditorViewState | null>();
  readonly #endings: (() => void)[] = [];
  #shown: string | undefined;

  constructor(container: HTMLElement, store: WorkbenchStore, host: PolicyEditorHost) {
    this.#store = store;
    this.#endings.push(followPageTheme());
    this.#models = EditorModels.of(store);
    this.#editor = monaco.editor.create(container, { ...editorOptions, fontFamily: codeFontFamily(), model: null });
    this.#decorations = new EditorDecorations(this.#editor);
    indentOnEnter(this.#editor);
    shareHistory(this.#editor, store, () => this.#shown);
    this.#own(
      letEscapeThenTabLeave(this.#editor),
      ...offerSelected(this.#editor, this.#decorations, (offset) => this.#showSelectedAt(offset), this.#showSelected),
      this.#editor.onDidChangeCursorPosition(({ position }) => host.onCursorLine(position.lineNumber)),
      this.#editor.onDidChangeModel(() => host.onCursorLine(this.#editor.getPosition()?.lineNumber ?? 1)),
      ...this.#registerProviders(),
    );
    this.#endings.push(store.subscribe((state, before) => this.#update(state, before)));
    this.#update(store.getState(), undefined);
  }

  focus(): void {
    this.#editor.focus();
  }

  /** Moves to the next problem of the file and opens its message. */
  nextProblem(): void {
    this.#editor.focus();
    this.#editor.trigger('sluice', 'editor.action.marker.next', undefined);
  }

  dispose(): void {
    for (const end of this.#endings) end();
    this.#decorations.dispose();
    this.#editor.dispose();
  }

  #own(...disposables: readonly IDisposable[]): void {
    for (const disposable of disposables) this.#endings.push(() => disposable.dispose());
  }

  #registerProviders(): IDisposable[] {
    const report = () => this.#store.getState().analysis?.report;
    const problems = () => (this.#store.getState().stale ? [] : selectProblems(this.#store.getState()));
    const { languages } = monaco;
    return [
      languages.registerHoverProvider('yaml', hoverProvider(this.#models, this.#selectorAnswers())),
      languages.registerCompletionItemProvider('yaml', completionProvider(this.#models, report)),
      languages.registerCodeActionProvider('yaml', quickFixProvider(this.#models, problems, this.#selectorAnswers()), {
        providedCodeActionKinds: ['quickfix'],
      }),
      ...registerFixCommands(this.#store, this.#showSelected),
      openHelpLinks((code) => this.#store.getState().showFindingHelp(code)),
    ];
  }

  #update(state: WorkbenchState, before: WorkbenchState | undefined): void {
    const switched = this.#show(state);
    const isNew = (key: 'analysis' | 'findings' | 'stale' | 'explanation' | 'selectorCounts') =>
      switched || state[key] !== before?.[key];
    if (isNew('analysis') || isNew('findings') || isNew('stale')) this.#markProblems(state);
    if (isNew('selectorCounts')) this.#showHints(state);
    if (isNew('explanation')) this.#decorations.showDeciding(explanationOf(state.explanation), this.#shown ?? '');
    if (state.reveal && (state.reveal !== before?.reveal || switched)) this.#reveal(state);
  }

  /** Puts the active file's model in the editor; true if it was another one. */
  #show(state: WorkbenchState): boolean {
    const path = state.activeFile;
    const model = path === undefined ? undefined : this.#models.modelOf(path);
    if (this.#editor.getModel() === (model ?? null)) return false;
    if (this.#shown !== undefined) this.#viewStates.set(this.#shown, this.#editor.saveViewState());
    this.#shown = model ? path : undefined;
    this.#editor.setModel(model ?? null);
    if (!model || path === undefined) return true;
    this.#editor.updateOptions({ readOnly: (this.#models.fileAt(path)?.text.length ?? 0) > LARGEST_TEXT });
    this.#editor.restoreViewState(this.#viewStates.get(path) ?? null);
    return true;
  }

  /** Markers move with the text by themselves, so those of an older text are not set again. */
  #markProblems(state: WorkbenchState): void {
    if (state.stale && state.analysis) return;
    const problems = selectProblems(state);
    for (const [path, model] of this.#models.open()) {
      const markers = problemMarkers(problems, path);
      monaco.editor.setModelMarkers(
        model,
        MARKER_OWNER,
        markers.map(({ related, ...marker }) => ({
          ...marker,
          code: helpLink(marker.code),
          relatedInformation: related.flatMap(({ file, message, location }) => {
            const resource = this.#models.modelOf(file)?.uri;
            const at = { startLineNumber: location.line, startColumn: location.column };
            return resource
              ? [{ resource, message, ...at, endLineNumber: location.endLine, endColumn: location.endColumn }]
              : [];
          }),
        })),
      );
    }
  }

  /** Of the file on show; places of an older text are not set again. */
  #showHints({ selectorCounts, stale }: WorkbenchState): void {
    if (stale || selectorCounts?.file !== this.#shown) return;
    this.#decorations.showHints(selectorHints(selectorCounts?.selectors ?? []));
  }

  #selectorAnswers(): SelectorAnswers {
    return {
      counts: (file) => {
        const { selectorCounts, stale } = this.#store.getState();
        return !stale && selectorCounts?.file === file ? selectorCounts : undefined;
      },
      finds: (file, selector) => this.#store.getState().findSelected({ file, selector }),
    };
  }

  readonly #showSelected = (selector: string): void => {
    if (this.#shown !== undefined) this.#store.getState().showSelected({ file: this.#shown, selector });
  };

  #showSelectedAt(offset: number): void {
    const counts = this.#shown === undefined ? undefined : this.#selectorAnswers().counts(this.#shown);
    const selector = selectorAt(counts?.selectors ?? [], offset);
    if (selector) this.#showSelected(selector.id);
  }

  #reveal({ reveal, activeFile, revealed, selectFile }: WorkbenchState): void {
    if (!reveal) return;
    if (reveal.file !== activeFile) {
      if (this.#models.fileAt(reveal.file)) selectFile(reveal.file);
      else revealed();
      return;
    }
    this.#decorations.reveal(reveal);
    this.#editor.focus();
    revealed();
  }
}

function explanationOf(answer: Explanation | QueryError | undefined): Explanation | undefined {
  return answer && !('error' in answer) ? answer : undefined;
}
