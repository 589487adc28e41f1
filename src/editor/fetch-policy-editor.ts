// Fetches all of the editor's code without making one, so that it can be had without a network later.
import { loadPolicyEditor } from './load-policy-editor.ts';

/** `pause` resolves when the page has had time for something else. Rejects where the code cannot be had. */
export async function fetchPolicyEditor(pause: () => Promise<void>): Promise<void> {
  await loadPolicyEditor(pause);
  const { monaco } = await import('./monaco-core.ts');
  // Monaco fetches what it knows of a language when the first text of it is there.
  await monaco.editor.colorize('kind: Lesson', 'yaml', {});
  // Its icons are a font, which browsers fetch when the first of them is drawn.
  await document.fonts.load('16px codicon');
  await pause();
  await import('./baseline-diff.ts');
}
