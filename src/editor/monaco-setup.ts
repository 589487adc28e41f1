// The parts of Monaco that Sluice uses, and nothing else: imported for what it does. With the core the only module that imports Monaco by value.

import workerUrl from 'monaco-editor/editor/editor.worker?worker&url';
import { monaco } from './monaco-core.ts';
import 'monaco-editor/features/codeEditor/register';
import 'monaco-editor/features/codicon/register';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/caretOperations/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/codeAction/register';
import 'monaco-editor/features/comment/register';
import 'monaco-editor/features/contextmenu/register';
import 'monaco-editor/features/cursorUndo/register';
import 'monaco-editor/features/diffEditor/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/folding/register';
import 'monaco-editor/features/gotoError/register';
import 'monaco-editor/features/gotoLine/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/indentation/register';
import 'monaco-editor/features/lineSelection/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/longLinesHelper/register';
import 'monaco-editor/features/multicursor/register';
import 'monaco-editor/features/readOnlyMessage/register';
import 'monaco-editor/features/smartSelect/register';
import 'monaco-editor/features/suggest/register';
import 'monaco-editor/features/toggleTabFocusMode/register';
import 'monaco-editor/features/unicodeHighlighter/register';
import 'monaco-editor/features/wordHighlighter/register';
import 'monaco-editor/features/wordOperations/register';
// The suggest feature registers only its inline half; without this line there is no completion at all.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController.js';
import 'monaco-editor/languages/definitions/yaml/register';

/** Where the page takes script addresses only from a policy, this one gives the editor worker's and no other. */
const editorUrl =
  self.trustedTypes?.createPolicy('editor-worker', { createScriptURL: () => workerUrl }).createScriptURL(workerUrl) ??
  workerUrl;

self.MonacoEnvironment = { getWorker: () => new Worker(editorUrl, { type: 'module', name: 'editor' }) };

monaco.languages.onLanguage('yaml', () => {
  monaco.languages.setLanguageConfiguration('yaml', {
    comments: { lineComment: '#' },
    // A label key is one word: `app.kubernetes.io/name`.
    wordPattern: /[^\s:,{}[\]"'#]+/,
  });
});
