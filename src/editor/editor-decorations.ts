// What the editor draws over a manifest: counts at selectors, the revealed place, the rule that decides the explained flow.
import type { editor, IDisposable, IRange } from 'monaco-editor/editor';
import type { Explanation } from '../engine/explanation.ts';
import type { Location } from '../engine/results.ts';
import styles from './editor-decorations.module.css';
import { fitHint, roomBehind } from './fit-hint.ts';
import { monaco } from './monaco-core.ts';
import { rangeOfLocation } from './providers/model-range.ts';
import type { SelectorHint } from './selector-hints.ts';

/** How long a revealed place stays lit, milliseconds. */
const REVEAL_TIME = 1600;

export class EditorDecorations {
  readonly #editor: editor.IStandaloneCodeEditor;
  readonly #hints: editor.IEditorDecorationsCollection;
  readonly #deciding: editor.IEditorDecorationsCollection;
  readonly #revealed: editor.IEditorDecorationsCollection;
  /** As told last, and of which text. */
  #given:
    | { readonly hints: readonly SelectorHint[]; readonly model: editor.ITextModel; readonly version: number }
    | undefined;
  /** In the order of the decorations. */
  #shown: readonly SelectorHint[] = [];
  readonly #following: IDisposable;
  #revealTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(codeEditor: editor.IStandaloneCodeEditor) {
    this.#editor = codeEditor;
    this.#hints = codeEditor.createDecorationsCollection();
    this.#deciding = codeEditor.createDecorationsCollection();
    this.#revealed = codeEditor.createDecorationsCollection();
    // The problems of another file take room as it is shown: what was just revealed stays in sight, and hints fit.
    this.#following = codeEditor.onDidLayoutChange(() => {
      const range = this.#revealed.getRange(0);
      if (range) this.#show(range);
      this.#drawHints();
    });
  }

  showHints(hints: readonly SelectorHint[]): void {
    const model = this.#editor.getModel();
    if (!model) return;
    this.#given = { hints, model, version: model.getVersionId() };
    this.#drawHints();
  }

  /** A hint never pushes text onto another row: it is as long as its line leaves room, or not there. */
  #drawHints(): void {
    const model = this.#editor.getModel();
    // Those of another text are about other lines; they move along until there are new ones.
    if (!model || model !== this.#given?.model || model.getVersionId() !== this.#given.version) return;
    const { wrappingColumn } = this.#editor.getOption(monaco.editor.EditorOption.wrappingInfo);
    const columns = wrappingColumn > 0 ? wrappingColumn : Number.POSITIVE_INFINITY;
    const fitted = this.#given.hints.flatMap((hint) => {
      if (hint.line > model.getLineCount()) return [];
      const text = fitHint(hint.forms, roomBehind(model.getLineContent(hint.line), columns));
      return text === undefined ? [] : [{ ...hint, text }];
    });
    this.#shown = fitted;
    this.#hints.set(
      fitted.map(({ line, text, empty }) => ({
        range: endOfLine(model, line),
        options: {
          showIfCollapsed: true,
          after: {
            content: `\u00a0\u00a0${text}`,
            inlineClassName: (empty ? styles.emptyHint : styles.hint) ?? '',
            cursorStops: monaco.editor.InjectedTextCursorStops.None,
          },
        },
      })),
    );
  }

  /** The selector of the hint that `element` is part of, on a line as it stands now. */
  hintUnder(element: HTMLElement | null, line: number): string | undefined {
    const classes = [styles.hint, styles.emptyHint];
    if (!classes.some((name) => name !== undefined && element?.classList.contains(name))) return undefined;
    const at = this.#shown.findIndex((_, index) => this.#hints.getRange(index)?.startLineNumber === line);
    return this.#shown[at]?.selector;
  }

  /** Marks the lines that decided either end of the flow, where they lie in `file`. */
  showDeciding(explanation: Explanation | undefined, file: string): void {
    const marks = explanation ? decidingMarks(explanation, file) : [];
    this.#deciding.set(
      marks.map(({ location, text }) => ({
        range: rangeOfLocation(location),
        options: {
          isWholeLine: true,
          stickiness: monaco.editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges,
          linesDecorationsClassName: styles.deciding ?? '',
          linesDecorationsTooltip: text,
        },
      })),
    );
  }

  /** Puts the cursor at a place, shows it and lights it for a moment. */
  reveal(location: Location): void {
    const range = rangeOfLocation(location);
    this.#editor.setPosition({ lineNumber: location.line, column: location.column });
    this.#show(range);
    this.#revealed.set([{ range, options: { isWholeLine: true, className: styles.revealed ?? '' } }]);
    clearTimeout(this.#revealTimer);
    this.#revealTimer = setTimeout(() => this.#revealed.clear(), REVEAL_TIME);
  }

  #show(range: IRange): void {
    this.#editor.revealRangeInCenterIfOutsideViewport(range, monaco.editor.ScrollType.Immediate);
  }

  dispose(): void {
    this.#following.dispose();
    clearTimeout(this.#revealTimer);
  }
}

function decidingMarks(explanation: Explanation, file: string): { location: Location; text: string }[] {
  return [explanation.egress, explanation.ingress].flatMap(({ direction, verdict, steps, deciding }) => {
    const location = steps[deciding]?.location;
    return location?.file === file
      ? [{ location, text: `Decides ${direction} of the explained flow: ${verdict}` }]
      : [];
  });
}

function endOfLine(model: editor.ITextModel, line: number) {
  const column = model.getLineMaxColumn(line);
  return new monaco.Range(line, column, line, column);
}
