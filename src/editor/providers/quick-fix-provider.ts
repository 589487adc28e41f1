// The light bulb: corrections of the problems under the cursor, each a step of the workspace's history, and what can be done about a selector.
import type { editor, IDisposable, IRange, languages } from 'monaco-editor/editor';
import type { QuickFix } from '../../documents/diagnostic.ts';
import type { TextChange } from '../../documents/text-edit.ts';
import type { Problem } from '../../engine/results.ts';
import { mayAskToPass } from '../../state/finding-slice.ts';
import { readFileOnce } from '../document-cache.ts';
import type { EditorModels } from '../editor-models.ts';
import { monaco } from '../monaco-core.ts';
import { quickFixes } from '../quick-fixes.ts';
import { selectorActions } from '../selector-actions.ts';
import type { WorkbenchStore } from '../workbench-store.ts';
import type { SelectorAnswers } from './hover-provider.ts';
import { rangeOfLocation } from './model-range.ts';

const APPLY_FIX = 'sluice.applyFix';
const SHOW_FOUND = 'sluice.showFound';
const SHOW_HELP = 'sluice.showHelp';
const LET_PASS = 'sluice.letPass';

/** What a chosen entry does. Edits are about the text that was judged: while another one is being judged they may not fit. */
export function registerFixCommands(store: WorkbenchStore, showFound: (selector: string) => void): IDisposable[] {
  return [
    monaco.editor.registerCommand(APPLY_FIX, (_, change: TextChange) => {
      if (!store.getState().stale) store.getState().applyChange(change);
    }),
    monaco.editor.registerCommand(SHOW_FOUND, (_, selector: string) => showFound(selector)),
    monaco.editor.registerCommand(SHOW_HELP, (_, code: string) => store.getState().showFindingHelp(code)),
    monaco.editor.registerCommand(LET_PASS, (_, problem: Problem) => store.getState().askToLetPass(problem)),
  ];
}

/** A correction, and what it has besides. */
interface OfferedFix extends Pick<languages.CodeAction, 'isPreferred' | 'diagnostics'> {
  readonly fix: QuickFix;
}

function fixAction({ fix, ...rest }: OfferedFix): languages.CodeAction {
  const title = fix.title.replaceAll('`', '');
  const change: TextChange = { label: title, edits: fix.edits };
  return { title, kind: 'quickfix', ...rest, command: { id: APPLY_FIX, title, arguments: [change] } };
}

/** The same edits are offered once, under their first title. */
function distinctFixes(fixes: readonly OfferedFix[]): OfferedFix[] {
  const byEdits = new Map<string, OfferedFix>();
  for (const one of fixes) {
    const edits = JSON.stringify(one.fix.edits);
    if (!byEdits.has(edits)) byEdits.set(edits, one);
  }
  return [...byEdits.values()];
}

/** `problems` gives those of the text on show, or none while it is being evaluated; `answers` what its selectors find. */
export function quickFixProvider(
  models: EditorModels,
  problems: () => readonly Problem[],
  answers: Pick<SelectorAnswers, 'counts'>,
): languages.CodeActionProvider {
  return {
    provideCodeActions(model, range, context) {
      const file = models.fileOf(model);
      if (!file) return undefined;
      const { documents, lines } = readFileOnce(file);
      const start = lines.offsetAt({ line: range.startLineNumber, column: range.startColumn });
      const found = selectorActions(answers.counts(file.path)?.selectors ?? [], { start, end: start });
      const here = problems().filter(
        ({ location }) => location.file === file.path && touches(range, rangeOfLocation(location)),
      );
      const fixes = here.flatMap((problem) => {
        const diagnostics = context.markers.filter((marker) => codeOf(marker) === problem.code);
        const own = quickFixes(file.text, documents, problem);
        return own.map((fix, position): OfferedFix => ({ fix, isPreferred: position === 0, diagnostics }));
      });
      const near = found.flatMap((one): OfferedFix[] =>
        one.type === 'fix' ? [{ fix: one.fix, isPreferred: true }] : [],
      );
      const shown = found.flatMap((one): languages.CodeAction[] => {
        if (one.type !== 'show') return [];
        const { title, selector } = one;
        return [{ title, kind: 'quickfix', command: { id: SHOW_FOUND, title, arguments: [selector] } }];
      });
      return {
        actions: [...distinctFixes([...near, ...fixes]).map(fixAction), ...shown, ...aboutFindings(here)],
        dispose() {},
      };
    },
  };
}

/** Each kind of finding once: what it is about, and letting it pass where a comment may. */
function aboutFindings(problems: readonly Problem[]): languages.CodeAction[] {
  const first = new Map(problems.toReversed().map((problem) => [problem.code, problem]));
  return [...first.values()].flatMap((problem): languages.CodeAction[] => {
    const { code } = problem;
    const why = `Why? Help for ${code}`;
    const pass = `Let ${code} pass …`;
    const explain = { title: why, kind: 'quickfix', command: { id: SHOW_HELP, title: why, arguments: [code] } };
    if (!mayAskToPass(problem)) return [explain];
    return [explain, { title: pass, kind: 'quickfix', command: { id: LET_PASS, title: pass, arguments: [problem] } }];
  });
}

/** Markers carry a link to the help beside the code. */
function codeOf({ code }: editor.IMarkerData): string | undefined {
  return typeof code === 'string' ? code : code?.value;
}

function touches(a: IRange, b: IRange): boolean {
  return monaco.Range.areIntersectingOrTouching(a, b);
}
