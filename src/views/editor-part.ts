// The editor's pane, whose code is not in the page's first script.
import { codePart } from './code-part.ts';

export const editorPart = codePart(async () => (await import('./editor-pane/EditorPane.tsx')).EditorPane);
