// How the editor behaves: text is never changed but by what the person does, and nothing invisible stays invisible.
import type { editor } from 'monaco-editor/editor';

/** `--type-code` of the design tokens, which Monaco needs as numbers. */
const codeMetrics = { fontSize: 12.5, lineHeight: 19 } as const;

export const editorOptions: editor.IStandaloneEditorConstructionOptions = {
  ...codeMetrics,
  ariaLabel: 'Manifest. Press Escape, then Tab, to leave the editor.',
  automaticLayout: true,
  tabSize: 2,
  insertSpaces: true,
  detectIndentation: false,
  // Pasted and inserted text stays as it is; `indentOnEnter` indents new lines.
  autoIndent: 'none',
  autoIndentOnPaste: false,
  formatOnPaste: false,
  formatOnType: false,
  trimAutoWhitespace: true,
  autoClosingQuotes: 'never',
  autoClosingBrackets: 'beforeWhitespace',
  autoSurround: 'quotes',
  unusualLineTerminators: 'off',
  renderControlCharacters: true,
  unicodeHighlight: {
    ambiguousCharacters: true,
    invisibleCharacters: true,
    nonBasicASCII: false,
    includeComments: true,
    includeStrings: true,
  },
  wordBasedSuggestions: 'off',
  quickSuggestions: { other: true, strings: true, comments: false },
  suggest: { showWords: false, showSnippets: false, showStatusBar: false },
  acceptSuggestionOnCommitCharacter: false,
  links: false,
  colorDecorators: false,
  wordWrap: 'on',
  wrappingIndent: 'indent',
  minimap: { enabled: false },
  stickyScroll: { enabled: false },
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 10,
  glyphMargin: false,
  folding: true,
  showFoldingControls: 'mouseover',
  foldingStrategy: 'indentation',
  padding: { top: 8, bottom: 8 },
  scrollBeyondLastLine: false,
  smoothScrolling: false,
  renderLineHighlight: 'line',
  renderLineHighlightOnlyWhenFocus: true,
  occurrencesHighlight: 'singleFile',
  guides: { indentation: true, highlightActiveIndentation: false, bracketPairs: false },
  bracketPairColorization: { enabled: false },
  overviewRulerBorder: false,
  hideCursorInOverviewRuler: true,
  scrollbar: {
    verticalScrollbarSize: 10,
    horizontalScrollbarSize: 10,
    useShadows: false,
    alwaysConsumeMouseWheel: false,
  },
  fixedOverflowWidgets: true,
  hover: { above: false, delay: 350 },
  lightbulb: { enabled: 'onCode' as editor.ShowLightbulbIconMode },
  accessibilitySupport: 'auto',
  dragAndDrop: false,
  contextmenu: true,
};

/** `--font-mono` of the design tokens. */
export function codeFontFamily(): string {
  return getComputedStyle(document.documentElement).getPropertyValue('--font-mono').trim() || 'monospace';
}
