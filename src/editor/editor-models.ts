// One Monaco model a file, for as long as the file lives. The store's text is the truth; a model only mirrors it and keeps the undo stack.

import type { editor } from 'monaco-editor/editor';
import type { SourceFile } from '../documents/source-file.ts';
import { applyEdits } from '../documents/text-edit.ts';
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
      if (state.files !== before.files) this.#follow(state.files);
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
    const mirror: Mirror = { model, text: file.text, following: false, pending: false };
    this.#mirrors.set(path, mirror);
    model.onDidChangeContent(({ changes }) => this.#typed(path, mirror, changes));
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
    if (mirror.following) return;
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
    if (this.#mirrors.get(path) === mirror) this.#store.getState().editFile(path, mirror.text);
  }

  #follow(files: readonly SourceFile[]): void {
    const texts = new Map(files.map(({ path, text }) => [path, text]));
    for (const [path, mirror] of this.#mirrors) {
      const text = texts.get(path);
      if (text === undefined) this.#dispose(path, mirror);
      else if (text !== mirror.text && !mirror.pending) takeOver(mirror, text);
    }
  }

  #dispose(path: string, { model }: Mirror): void {
    this.#mirrors.delete(path);
    model.dispose();
  }

  #disposeAll(): void {
    for (const [path, mirror] of this.#mirrors) this.#dispose(path, mirror);
  }
}

/** Brings the model to `text` by the smallest edit, as one step of its undo stack. */
function takeOver(mirror: Mirror, text: string): void {
  const { model } = mirror;
  mirror.text = text;
  const replacement = minimalReplacement(model.getValue(), modelText(text, model.getEOL()));
  if (!replacement) return;
  const range = monaco.Range.fromPositions(
    model.getPositionAt(replacement.start),
    model.getPositionAt(replacement.end),
  );
  mirror.following = true;
  try {
    model.pushStackElement();
    model.pushEditOperations([], [{ range, text: replacement.text }], () => null);
    model.pushStackElement();
  } finally {
    mirror.following = false;
  }
}
