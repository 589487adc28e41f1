// Offers `quickFixes` for the problems under the cursor.
import type { IRange, languages } from 'monaco-editor/editor';
import type { TextEdit } from '../../documents/text-edit.ts';
import type { Problem } from '../../engine/results.ts';
import { readFileOnce } from '../document-cache.ts';
import type { EditorModels } from '../editor-models.ts';
import { monaco } from '../monaco-core.ts';
import { quickFixes } from '../quick-fixes.ts';
import { rangeOf, rangeOfLocation } from './model-range.ts';

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
        return fixes.map(
          ({ title, edits }, position): languages.CodeAction => ({
            title: title.replaceAll('`', ''),
            kind: 'quickfix',
            isPreferred: position === 0,
            diagnostics: context.markers.filter(({ code }) => code === problem.code),
            edit: { edits: edits.flatMap((edit) => workspaceEdit(models, edit)) },
          }),
        );
      });
      return { actions, dispose() {} };
    },
  };
}

/** Nothing where the file is gone. */
function workspaceEdit(models: EditorModels, { file: path, text, ...span }: TextEdit): languages.IWorkspaceTextEdit[] {
  const file = models.fileAt(path);
  const model = models.modelOf(path);
  if (!file || !model) return [];
  const range = rangeOf(readFileOnce(file).lines, span);
  return [{ resource: model.uri, versionId: model.getVersionId(), textEdit: { range, text } }];
}

function touches(a: IRange, b: IRange): boolean {
  return monaco.Range.areIntersectingOrTouching(a, b);
}
