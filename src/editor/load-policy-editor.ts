// Brings the editor in steps, so that none of them holds the page up for long.
import type { PolicyEditor } from './policy-editor.ts';

/** `pause` resolves when the page has had time for something else. Rejects where the code cannot be had. */
export async function loadPolicyEditor(pause: () => Promise<void>): Promise<typeof PolicyEditor> {
  await import('./monaco-core.ts');
  await pause();
  const editor = await import('./policy-editor.ts');
  await pause();
  return editor.PolicyEditor;
}
