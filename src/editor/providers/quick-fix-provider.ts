// Offers `quickFixes` for the problems under the cursor; one that is chosen is a step of the workspace's history.
import type { IDisposable, IRange, languages } from 'monaco-editor/editor';
import type { TextChange } from '../../documents/text-edit.ts';
import type { Problem } from '../../engine/results.ts';
import { readFileOnce } from '../document-cache.ts';
import type { EditorModels } from '../editor-models.ts';
import { monaco } from '../monaco-core.ts';
import { quickFixes } from '../quick-fixes.ts';
import type { WorkbenchStore } from '../workbench-store.ts';
import { rangeOfLocation } from './model-range.ts';

const APPLY_FIX = 'sluice.applyFix';

/** What a chosen fix does. Edits are about the text that was judged: while another one is being judged they may not fit. */
export function registerFixCommand(store: WorkbenchStore): IDisposable {
  return monaco.editor.registerCommand(APPLY_FIX, (_, change: TextChange) => {
    if (!store.getState().stale) store.getState().applyChange(change);
  });
}

/** `problems` gives those of the text on show, or none while it is being evaluated. */
export function quickFixProvider(
  models: EditorModels,
  problems: () => readonly Problem[],
): languages.CodeActionProvider {
  return {
    provideCodeActions(model, range, context) {
      const file = models.fileOf(model);
      if (!file) return undefined;
      const { documents } = readFileOnce(file);
      const here = problems().filter(
        ({ location }) => location.file === file.path && touches(range, rangeOfLocation(location)),
      );
      const actions = here.flatMap((problem) => {
        const fixes = quickFixes(file.text, documents, problem);
        return fixes.map(({ title, edits }, position): languages.CodeAction => {
          const label = title.replaceAll('`', '');
          const change: TextChange = { label, edits };
          return {
            title: label,
            kind: 'quickfix',
            isPreferred: position === 0,
            diagnostics: context.markers.filter(({ code }) => code === problem.code),
            command: { id: APPLY_FIX, title: label, arguments: [change] },
          };
        });
      });
      return { actions, dispose() {} };
    },
  };
}

function touches(a: IRange, b: IRange): boolean {
  return monaco.Range.areIntersectingOrTouching(a, b);
}
