// One history of the workspace's texts: what each gesture, button and run of typing changed, to be taken back and made again.
import type { SourceFile } from '../documents/source-file.ts';
import type { EngineOptions } from '../engine/engine-options.ts';
import { type Files, fileAt, inPathOrder } from './file-list.ts';

/** A file before and after a step; undefined where there was none. */
interface FileStep {
  readonly path: string;
  readonly before: SourceFile | undefined;
  readonly after: SourceFile | undefined;
}

/** Facts that manifests lack, given by hand. */
export type SuppliedFacts = Pick<EngineOptions, 'domains' | 'podCIDRs' | 'serviceCIDRs'>;

export interface HistoryStep {
  /** What it did, as the button that takes it back names it: `Move allow-web before deny-all`. */
  readonly label: string;
  readonly files: readonly FileStep[];
  readonly facts?: { readonly before: SuppliedFacts; readonly after: SuppliedFacts };
  /** `typing` grows with the next key; `revert` has an entry in the baseline's menu. */
  readonly kind: 'typing' | 'revert' | 'gesture';
}

export interface EditHistory {
  /** Oldest first: the last one is taken back next. */
  readonly undoSteps: readonly HistoryStep[];
  /** Next first. */
  readonly redoSteps: readonly HistoryStep[];
}

/** How the editor came to a text: by keys, or by its own undo and redo. */
export type EditOrigin = 'typing' | 'undo' | 'redo';

/** The step that led from one state to another along the history, and which way it was gone; undefined where none did. */
export function stepGone(
  before: EditHistory,
  now: EditHistory,
): { readonly way: 'undo' | 'redo'; readonly step: HistoryStep } | undefined {
  const [taken, made] = [before.undoSteps.at(-1), before.redoSteps[0]];
  if (taken && taken === now.redoSteps[0]) return { way: 'undo', step: taken };
  return made && made === now.undoSteps.at(-1) ? { way: 'redo', step: made } : undefined;
}

export const emptyHistory: EditHistory = { undoSteps: [], redoSteps: [] };

/** The oldest steps are forgotten beyond this many, or beyond so many characters that no other step shares. */
const MOST_STEPS = 300;
const MOST_CHARACTERS = 24 * 1024 * 1024;

/** What leads from one list of files to another; undefined where nothing does. */
export function stepBetween(
  label: string,
  from: Files,
  to: Files,
  kind: HistoryStep['kind'] = 'gesture',
): HistoryStep | undefined {
  const old = new Map(from.map((file) => [file.path, file]));
  const files: FileStep[] = [];
  for (const after of to) {
    const before = old.get(after.path);
    if (before !== after) files.push({ path: after.path, before, after });
    old.delete(after.path);
  }
  for (const before of old.values()) files.push({ path: before.path, before, after: undefined });
  return files.length === 0 ? undefined : { label, files, kind };
}

/** With one more step; what was taken back before it cannot be made again. */
export function withStep({ undoSteps }: EditHistory, step: HistoryStep): EditHistory {
  const steps = [...undoSteps, step];
  let characters = 0;
  let first = steps.length;
  while (first > 0 && steps.length - first < MOST_STEPS) {
    characters += sizeOf(steps[first - 1]);
    if (characters > MOST_CHARACTERS && first < steps.length) break;
    first -= 1;
  }
  return { undoSteps: steps.slice(first), redoSteps: [] };
}

/** A step's older texts: the newer ones are the next step's older ones, or on show. */
function sizeOf(step: HistoryStep | undefined): number {
  return (step?.files ?? []).reduce((sum, { before }) => sum + (before?.text.length ?? 0), 0);
}

/** With the file as typed now; `joins`: the last step, if it is typing in the same file, grows. */
export function withTyping(history: EditHistory, typed: FileStep, joins: boolean): EditHistory {
  const last = history.undoSteps.at(-1);
  const grown = joins && last ? grow(last, typed.path, { after: typed.after }) : undefined;
  if (grown) return { undoSteps: [...history.undoSteps.slice(0, -1), grown], redoSteps: [] };
  const label = `Typing in ${typed.path.slice(typed.path.lastIndexOf('/') + 1)}`;
  return withStep(history, { label, files: [typed], kind: 'typing' });
}

/** Another beginning or end of a step that is typing in this one file. */
function grow(step: HistoryStep, path: string, change: Partial<FileStep>): HistoryStep | undefined {
  const [file] = step.files;
  if (step.kind !== 'typing' || file?.path !== path) return undefined;
  return { ...step, files: [{ ...file, ...change }] };
}

export const undone = ({ undoSteps, redoSteps }: EditHistory): EditHistory => ({
  undoSteps: undoSteps.slice(0, -1),
  redoSteps: [...undoSteps.slice(-1), ...redoSteps],
});

export const redone = ({ undoSteps, redoSteps }: EditHistory): EditHistory => ({
  undoSteps: [...undoSteps, ...redoSteps.slice(0, 1)],
  redoSteps: redoSteps.slice(1),
});

/** The files with a step taken back or made again. */
export function filesAfter(files: Files, step: HistoryStep, side: 'before' | 'after'): Files {
  const paths = new Set(step.files.map(({ path }) => path));
  const kept = files.filter(({ path }) => !paths.has(path));
  return inPathOrder([...kept, ...step.files.flatMap((file) => file[side] ?? [])]);
}

/**
 * Which whole step a text in the editor amounts to: the one before it taken back, or the next one made again. Keys alone
 * never move other files or facts than the one that is typed in.
 */
export function wholeStep(
  { undoSteps, redoSteps }: EditHistory,
  path: string,
  text: string,
  origin: EditOrigin,
): 'undo' | 'redo' | undefined {
  const amounts = (step: HistoryStep | undefined, side: 'before' | 'after'): boolean =>
    step !== undefined &&
    (origin !== 'typing' || (step.files.length === 1 && step.facts === undefined)) &&
    step.files.some((file) => file.path === path && file[side]?.text === text);
  if (amounts(undoSteps.at(-1), 'before')) return 'undo';
  return amounts(redoSteps[0], 'after') ? 'redo' : undefined;
}

/**
 * The editor takes typing back in smaller pieces than the history has: the step it is in is cut in two, at the text on show.
 * Undefined where that is not how the text came about.
 */
export function cutTyping(history: EditHistory, now: SourceFile, origin: EditOrigin): EditHistory | undefined {
  const { undoSteps, redoSteps } = history;
  const last = undoSteps.at(-1);
  const [next, ...later] = redoSteps;
  if (origin === 'undo' && last) return cutLast(last, undoSteps.slice(0, -1), redoSteps, now);
  if (origin !== 'redo' || !next) return undefined;
  const rest = grow(next, now.path, { before: now });
  if (!rest) return undefined;
  const made = last && grow(last, now.path, { after: now });
  // The typing that was cut grows together again.
  if (made && fileIn(last, 'after') === fileIn(next, 'before')) {
    return { undoSteps: [...undoSteps.slice(0, -1), made], redoSteps: [rest, ...later] };
  }
  const first = grow(next, now.path, { after: now });
  return first && { undoSteps: [...undoSteps, first], redoSteps: [rest, ...later] };
}

function cutLast(
  last: HistoryStep,
  earlier: readonly HistoryStep[],
  redoSteps: readonly HistoryStep[],
  now: SourceFile,
): EditHistory | undefined {
  const kept = grow(last, now.path, { after: now });
  const taken = grow(last, now.path, { before: now });
  if (!kept || !taken) return undefined;
  const [next, ...later] = redoSteps;
  const joined = next && fileIn(next, 'before') === fileIn(last, 'after') && grow(next, now.path, { before: now });
  return { undoSteps: [...earlier, kept], redoSteps: joined ? [joined, ...later] : [taken, ...redoSteps] };
}

const fileIn = (step: HistoryStep, side: 'before' | 'after'): SourceFile | undefined => step.files[0]?.[side];

/** The file to show after a step: the one on show if the step touched it, otherwise the first that it touched. */
export function fileToShow(files: Files, step: HistoryStep, active: string | undefined): string | undefined {
  if (step.files.some(({ path }) => path === active) && active !== undefined && fileAt(files, active)) return active;
  const touched = step.files.find(({ path }) => fileAt(files, path));
  if (touched) return touched.path;
  return active !== undefined && fileAt(files, active) ? active : files[0]?.path;
}
