// Monaco's colours from the page's design tokens, as they compute in the theme on show.
import type { editor } from 'monaco-editor/editor';

/** The computed colour of a custom property (`--text-primary`) as `#rrggbb` or `#rrggbbaa`. */
export type ColorOf = (token: string) => string;

/** `rgb(22 26 33 / 28%)` and its like, as browsers compute colours, in hexadecimal; grey for anything else. */
export function hexColor(computed: string): string {
  const numbers = /^rgba?\(([^)]*)\)$/.exec(computed)?.[1]?.match(/[\d.]+%?/g);
  if (!numbers || numbers.length < 3) return '#808080';
  const [red, green, blue, alpha] = numbers.map((text) =>
    text.endsWith('%') ? Number.parseFloat(text) / 100 : Number(text),
  );
  const opacity = alpha === undefined ? [] : [alpha * 255];
  const parts = [red, green, blue, ...opacity].map((part = 0) => Math.round(part).toString(16).padStart(2, '0'));
  return `#${parts.join('')}`;
}

/** Whether text in this colour is light, so that the theme is a dark one. */
export function isLight(hex: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 127;
}

/** The theme `sluice-light` or `sluice-dark`. */
export function editorTheme(dark: boolean, colorOf: ColorOf): editor.IStandaloneThemeData {
  const bare = (token: string) => colorOf(token).slice(1);
  return {
    base: dark ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      { token: '', foreground: bare('--text-primary') },
      { token: 'type.yaml', foreground: bare('--text-secondary') },
      { token: 'string.yaml', foreground: bare('--text-primary') },
      { token: 'number.yaml', foreground: bare('--text-primary') },
      { token: 'keyword.yaml', foreground: bare('--text-primary') },
      { token: 'tag', foreground: bare('--severity-warning') },
      { token: 'namespace', foreground: bare('--severity-warning') },
      { token: 'comment.yaml', foreground: bare('--text-faint'), fontStyle: 'italic' },
      { token: 'operators', foreground: bare('--neutral-9') },
      { token: 'delimiter', foreground: bare('--neutral-9') },
    ],
    colors: Object.fromEntries(Object.entries(EDITOR_COLORS).map(([name, token]) => [name, colorOf(token)])),
  };
}

/** Which token each of Monaco's colours takes. */
const EDITOR_COLORS: Readonly<Record<string, string>> = {
  focusBorder: '--focus-ring',
  foreground: '--text-primary',
  descriptionForeground: '--text-faint',
  'icon.foreground': '--text-secondary',
  'editor.background': '--surface-panel',
  'editor.foreground': '--text-primary',
  'editor.lineHighlightBackground': '--surface-bar',
  'editor.lineHighlightBorder': '--surface-bar',
  'editor.selectionBackground': '--surface-selected',
  'editor.inactiveSelectionBackground': '--surface-active',
  'editor.selectionHighlightBackground': '--surface-active',
  'editor.wordHighlightBackground': '--surface-active',
  'editor.wordHighlightTextBackground': '--surface-active',
  'editor.findMatchBackground': '--severity-warning-soft',
  'editor.findMatchBorder': '--severity-warning',
  'editor.findMatchHighlightBackground': '--severity-warning-soft',
  'editor.foldBackground': '--surface-hover',
  'editorLineNumber.foreground': '--neutral-9',
  'editorLineNumber.activeForeground': '--text-primary',
  'editorCursor.foreground': '--text-primary',
  'editorIndentGuide.background1': '--line-faint',
  'editorIndentGuide.activeBackground1': '--line',
  'editorBracketMatch.background': '--surface-active',
  'editorBracketMatch.border': '--line-strong',
  'editorBracketHighlight.foreground1': '--neutral-9',
  'editorBracketHighlight.foreground2': '--neutral-9',
  'editorBracketHighlight.foreground3': '--neutral-9',
  'editorBracketHighlight.unexpectedBracket.foreground': '--severity-error',
  'editorUnicodeHighlight.border': '--severity-warning',
  'editorUnicodeHighlight.background': '--severity-warning-soft',
  'editorError.foreground': '--severity-error',
  'editorWarning.foreground': '--severity-warning',
  'editorInfo.foreground': '--severity-info',
  'editorGutter.background': '--surface-panel',
  'editorGutter.foldingControlForeground': '--text-faint',
  'editorLightBulb.foreground': '--severity-warning',
  'editorLightBulbAutoFix.foreground': '--severity-warning',
  'editorOverviewRuler.errorForeground': '--severity-error',
  'editorOverviewRuler.warningForeground': '--severity-warning',
  'editorOverviewRuler.infoForeground': '--severity-info',
  'editorWidget.background': '--surface-raised',
  'editorWidget.foreground': '--text-primary',
  'editorWidget.border': '--line',
  'editorHoverWidget.background': '--surface-raised',
  'editorHoverWidget.foreground': '--text-primary',
  'editorHoverWidget.border': '--line',
  'editorHoverWidget.statusBarBackground': '--surface-bar',
  'editorSuggestWidget.background': '--surface-raised',
  'editorSuggestWidget.foreground': '--text-primary',
  'editorSuggestWidget.border': '--line',
  'editorSuggestWidget.selectedBackground': '--surface-selected',
  'editorSuggestWidget.selectedForeground': '--text-primary',
  'editorSuggestWidget.highlightForeground': '--accent',
  'editorSuggestWidget.focusHighlightForeground': '--accent',
  'editorMarkerNavigation.background': '--surface-raised',
  'editorMarkerNavigationError.background': '--severity-error',
  'editorMarkerNavigationWarning.background': '--severity-warning',
  'editorMarkerNavigationInfo.background': '--severity-info',
  'editorOverviewRuler.border': '--surface-panel',
  'scrollbarSlider.background': '--line',
  'scrollbarSlider.hoverBackground': '--neutral-7',
  'scrollbarSlider.activeBackground': '--neutral-8',
  'symbolIcon.fieldForeground': '--text-secondary',
  'symbolIcon.constantForeground': '--text-secondary',
  'symbolIcon.enumeratorMemberForeground': '--text-secondary',
  'list.hoverBackground': '--surface-hover',
  'list.activeSelectionBackground': '--surface-selected',
  'list.activeSelectionForeground': '--text-primary',
  'list.focusBackground': '--surface-selected',
  'list.focusForeground': '--text-primary',
  'menu.background': '--surface-raised',
  'menu.foreground': '--text-primary',
  'menu.selectionBackground': '--surface-selected',
  'menu.selectionForeground': '--text-primary',
  'menu.border': '--line',
  'menu.separatorBackground': '--line',
  'input.background': '--surface-panel',
  'input.foreground': '--text-primary',
  'input.border': '--line',
  'inputOption.activeBorder': '--accent',
  'inputOption.activeBackground': '--surface-selected',
  'inputOption.activeForeground': '--text-primary',
  'textLink.foreground': '--accent',
  'textLink.activeForeground': '--accent-hover',
  'diffEditor.insertedTextBackground': '--verdict-allowed-soft',
  'diffEditor.insertedLineBackground': '--verdict-allowed-soft',
  'diffEditor.removedTextBackground': '--verdict-denied-soft',
  'diffEditor.removedLineBackground': '--verdict-denied-soft',
  'diffEditor.diagonalFill': '--line-faint',
  'diffEditor.border': '--line',
};
