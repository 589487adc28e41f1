// One Monaco model a file, for as long as the file lives. The store's text is the truth; a model only mirrors it and keeps the undo stack.
import type { editor } from 'monaco-editor/editor';
import type { SourceFile } from '../documents/source-file.ts';
import { applyEdits } from '../documents/text-edit.ts';
import { type EditOrigin, stepGone } from '../state/edit-history.ts';
import { LARGEST_TEXT } from '../state/largest-text.ts';
import { editsFromChanges, minimalReplacement, modelText } from './model-text.ts';
import { monaco } from './monaco-core.ts';
import type { WorkbenchStore } from './workbench-store.ts';

interface Mirror {
  readonly model: editor.ITextModel;
  /** The store's text that the model stands for. */
  text: string;
  /** True while the model takes over a text from the store, so that its change is not sent back. */
  following: boolean;
  /** True between a change and its arrival in the store. */
  pending: boolean;
  /** How the pending text came about. */
  origin: EditOrigin;
}

export class EditorModels {
  readonly #store: WorkbenchStore;
  readonly #authority: string;
  readonly #mirrors = new Map<string, Mirror>();

  private constructor(store: WorkbenchStore, authority: string) {
    this.#store = store;
    this.#authority = authority;
    store.subscribe((state, before) => {
      if (state.name !== before.name) this.#disposeAll();
      if (state.files !== before.files) this.#follow(state.files, stepGone(before, state)?.way ?? 'typing');
    });
  }

  static readonly #ofStore = new WeakMap<WorkbenchStore, EditorModels>();
  static #count = 0;

  /** The models of a store; they outlive any one editor, so that closing a pane does not lose the undo stacks. */
  static of(store: WorkbenchStore): EditorModels {
    const known = EditorModels.#ofStore.get(store);
    if (known) return known;
    const models = new EditorModels(store, `workspace-${++EditorModels.#count}`);
    EditorModels.#ofStore.set(store, models);
    return models;
  }

  /** The model of `path`, made at the first call; undefined where there is no such file. */
  modelOf(path: string): editor.ITextModel | undefined {
    const known = this.#mirrors.get(path);
    if (known) return known.model;
    const file = this.fileAt(path);
    if (!file) return undefined;
    const language = file.text.length > LARGEST_TEXT ? 'plaintext' : 'yaml';
    const uri = monaco.Uri.from({ scheme: 'sluice', authority: this.#authority, path: `/${path}` });
    const model = monaco.editor.createModel(file.text, language, uri);
    const mirror: Mirror = { model, text: file.text, following: false, pending: false, origin: 'typing' };
    this.#mirrors.set(path, mirror);
    model.onDidChangeContent(({ changes, isUndoing, isRedoing }) => {
      if (mirror.following) return;
      mirror.origin = isUndoing ? 'undo' : isRedoing ? 'redo' : 'typing';
      this.#typed(path, mirror, changes);
    });
    return model;
  }

  /** The file that `model` stands for; undefined for models of others. */
  fileOf(model: editor.ITextModel): SourceFile | undefined {
    const { scheme, authority, path } = model.uri;
    return scheme === 'sluice' && authority === this.#authority ? this.fileAt(path.slice(1)) : undefined;
  }

  fileAt(path: string): SourceFile | undefined {
    return this.#store.getState().files.find((file) => file.path === path);
  }

  /** Models there are, by path. */
  *open(): Iterable<readonly [path: string, model: editor.ITextModel]> {
    for (const [path, { model }] of this.#mirrors) yield [path, model];
  }

  #typed(path: string, mirror: Mirror, changes: readonly editor.IModelContentChange[]): void {
    const file = { path, text: mirror.text };
    const text = applyEdits(mirror.text, editsFromChanges(file, changes));
    // A safety net, never seen to act: what the person sees is what the store gets.
    const seen = mirror.model.getValue();
    mirror.text = modelText(text, mirror.model.getEOL()) === seen ? text : seen;
    if (!mirror.pending) queueMicrotask(() => this.#send(path, mirror));
    mirror.pending = true;
  }

  /** Once for all changes of one task: Monaco takes inserted text letter by letter. */
  #send(path: string, mirror: Mirror): void {
    mirror.pending = false;
    if (this.#mirrors.get(path) === mirror) this.#store.getState().editFile(path, mirror.text, mirror.origin);
  }

  #follow(files: readonly SourceFile[], way: EditOrigin): void {
    const texts = new Map(files.map(({ path, text }) => [path, text]));
    for (const [path, mirror] of [...this.#mirrors]) {
      const text = texts.get(path);
      if (text === undefined) this.#dispose(path, mirror);
      else if (text !== mirror.text && !mirror.pending) takeOver(mirror, text, way);
    }
  }

  #dispose(path: string, { model }: Mirror): void {
    this.#mirrors.delete(path);
    model.dispose();
  }

  /** Those of now: whoever shows one that goes asks for another at once, which must stay. */
  #disposeAll(): void {
    for (const [path, mirror] of [...this.#mirrors]) this.#dispose(path, mirror);
  }
}

/** One step of the history is at most so many of the model's. */
const MOST_MODEL_STEPS = 500;

/** Brings the model to `text`: by its own undo or redo where that leads there, so that its keys go on from the right place. */
function takeOver(mirror: Mirror, text: string, way: EditOrigin): void {
  mirror.text = text;
  mirror.following = true;
  try {
    const wanted = modelText(text, mirror.model.getEOL());
    if (way === 'typing' || !travel(mirror.model, wanted, way)) replace(mirror.model, wanted);
  } finally {
    mirror.following = false;
  }
}

/** Goes along the model's own stack until it reads `wanted`; where it never does, back to the start. */
function travel(model: editor.ITextModel, wanted: string, way: 'undo' | 'redo'): boolean {
  const back = way === 'undo' ? 'redo' : 'undo';
  const mayGo = () => (way === 'undo' ? model.canUndo() : model.canRedo());
  let steps = 0;
  while (steps < MOST_MODEL_STEPS && mayGo()) {
    void model[way]();
    steps++;
    if (model.getValueLength() === wanted.length && model.getValue() === wanted) return true;
  }
  for (; steps > 0; steps--) void model[back]();
  return false;
}

/** By the smallest edit, as one step of the model's undo stack. */
function replace(model: editor.ITextModel, wanted: string): void {
  const replacement = minimalReplacement(model.getValue(), wanted);
  if (!replacement) return;
  const range = monaco.Range.fromPositions(
    model.getPositionAt(replacement.start),
    model.getPositionAt(replacement.end),
  );
  model.pushStackElement();
  model.pushEditOperations([], [{ range, text: replacement.text }], () => null);
  model.pushStackElement();
}
