// The engine client of the page: a worker that is replaced when it dies or hangs, and that evaluates only the latest edit.
import type { SourceFile } from '../documents/source-file.ts';
import { defaultOptions, type EngineOptions } from '../engine/engine-options.ts';
import type { Analysis, NodeId } from '../engine/results.ts';
import type { EngineClient, EngineStatus, FileChange, ReadingProgress, Superseded } from './engine-client.ts';
import { type EngineHost, startEngineWorker } from './engine-worker.ts';

/** Milliseconds after which a call counts as hung: reading everything takes longer than one edit. */
const LOAD_LIMIT = 60_000;
const CALL_LIMIT = 10_000;
/** Beyond the budget of its search, which it keeps itself. */
const REVIEW_LIMIT = 180_000;
/** A gigabyte takes about ten seconds. */
const READ_LIMIT = 600_000;
/** Replacements in a row before the client gives up. */
const MAX_RESTARTS = 2;
/** UTF-16 units that the page itself may evaluate where no worker can be had. */
const IN_PAGE_LIMIT = 2_000_000;

interface Waiting {
  readonly resolve: (result: Analysis | Superseded) => void;
  readonly reject: (error: unknown) => void;
}

/** What the worker was told, kept on this side so that a new worker can be told again. */
interface Mirror {
  files: Map<string, SourceFile>;
  baseline: readonly SourceFile[];
  options: EngineOptions;
  listed: readonly NodeId[];
}

type Api = EngineHost['api'];

const filesOf = (mirror: Mirror): SourceFile[] => [...mirror.files.values()];

/** What answers calls: a worker, or the page itself. */
type Engine = Pick<EngineHost, 'terminate'> & { readonly api: Api };

class WorkerClient implements EngineClient {
  readonly #start: () => EngineHost;
  readonly #listeners = new Set<(status: EngineStatus) => void>();
  readonly #mirror: Mirror = { files: new Map(), baseline: [], options: defaultOptions, listed: [] };
  /** Large files, so that a new worker can read them again. */
  readonly #large = new Map<string, Blob>();
  #status: EngineStatus = { state: 'idle' };
  #engine: Engine | undefined;
  #die: (reason: string) => void = () => undefined;
  #death: Promise<string> = new Promise(() => undefined);
  #replacing: Promise<void> | undefined;
  #restarts = 0;
  #running = 0;
  #editing = false;
  #drained: Promise<void> = Promise.resolve();
  #pending = new Map<string, string | null>();
  #waiting: Waiting | undefined;

  constructor(start: () => EngineHost) {
    this.#start = start;
    this.#spawn();
  }

  #spawn(): void {
    this.#death = new Promise((resolve) => {
      this.#die = resolve;
    });
    try {
      const host = this.#start();
      host.onDeath(this.#die);
      this.#engine = host;
    } catch (error) {
      this.#engine = undefined;
      this.#die(error instanceof Error ? error.message : String(error));
    }
  }

  #setStatus(status: EngineStatus): void {
    this.#status = status;
    for (const listener of this.#listeners) listener(status);
  }

  /** One call, or the reason why the worker did not answer it. */
  async #attempt<T>(call: (api: Api) => Promise<T>, limit: number): Promise<{ value: T } | { failure: string }> {
    const api = this.#engine?.api;
    if (!api) return { failure: await this.#death };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hung = new Promise<{ failure: string }>((resolve) => {
      const seconds = Math.round(limit / 1000);
      timer = setTimeout(() => resolve({ failure: `no answer for ${seconds} s` }), limit);
    });
    const died = this.#death.then((failure) => ({ failure }));
    const answered = call(api).then((value) => ({ value }));
    try {
      return await Promise.race([answered, hung, died]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Calls the engine; a worker that dies or hangs is replaced, told everything again, and asked once more. */
  async #call<T>(call: (api: Api) => Promise<T>, limit = CALL_LIMIT): Promise<T> {
    this.#running++;
    if (this.#running === 1) this.#setStatus({ state: 'working', since: Date.now() });
    try {
      await this.#replacing;
      let engine = this.#engine;
      let outcome = await this.#attempt(call, limit);
      while ('failure' in outcome) {
        await this.#replaceOnce(engine, outcome.failure);
        engine = this.#engine;
        outcome = await this.#attempt(call, limit);
      }
      this.#restarts = 0;
      return outcome.value;
    } finally {
      this.#running--;
      if (this.#running === 0 && this.#status.state === 'working') this.#setStatus({ state: 'idle' });
    }
  }

  /** Of several calls that met the same death only the first replaces the worker; the others wait until that is done. */
  async #replaceOnce(engine: Engine | undefined, reason: string): Promise<void> {
    if (engine === this.#engine) {
      this.#replacing ??= this.#replace(reason).finally(() => {
        this.#replacing = undefined;
      });
    }
    await this.#replacing;
  }

  async #replace(reason: string): Promise<void> {
    // Calls that still wait for it are told that it is gone.
    this.#die(reason);
    this.#engine?.terminate();
    this.#restarts++;
    const size = [...this.#mirror.files.values()].reduce(
      (sum, { text, large }) => sum + (large?.bytes ?? text.length),
      0,
    );
    const isHopeless = this.#restarts > MAX_RESTARTS;
    if (isHopeless && (size > IN_PAGE_LIMIT || reason.startsWith('no answer'))) {
      this.#setStatus({ state: 'failed', reason });
      throw new Error(`the engine failed ${this.#restarts} times: ${reason}`);
    }
    if (isHopeless) {
      // Loaded only now: the page's first scripts stay free of the engine.
      const { createInProcessClient } = await import('./in-process-client.ts');
      this.#death = new Promise(() => undefined);
      this.#engine = { api: createInProcessClient(), terminate: () => undefined };
    } else {
      this.#spawn();
    }
    const { baseline, options } = this.#mirror;
    for (const [path, bytes] of this.#large) {
      const read = await this.#attempt((api) => api.readLarge(path, bytes, () => true), READ_LIMIT);
      if ('failure' in read) return this.#replace(read.failure);
    }
    const told = await this.#attempt((api) => api.load(filesOf(this.#mirror), options, baseline), LOAD_LIMIT);
    if ('failure' in told) return this.#replace(told.failure);
    if (this.#mirror.listed.length > 0) await this.#attempt((api) => api.list(this.#mirror.listed), LOAD_LIMIT);
    // Said only now: whoever asks it anew gets an answer about all files.
    const where = isHopeless ? 'no worker can be had, so the engine runs in the page itself' : 'a new worker took over';
    this.#setStatus({ state: 'restarted', reason: `${reason}; ${where}` });
  }

  readLarge(path: string, bytes: Blob, progress: ReadingProgress): Promise<readonly SourceFile[] | undefined> {
    this.#large.set(path, bytes);
    return this.#call((api) => api.readLarge(path, bytes, progress), READ_LIMIT);
  }

  load(
    files: readonly SourceFile[],
    options: EngineOptions,
    baseline: readonly SourceFile[] = files,
  ): Promise<Analysis> {
    this.#mirror.files = new Map(files.map((file) => [file.path, file]));
    const needed = new Set([...files, ...baseline].filter(({ large }) => large).map(({ path }) => path));
    for (const path of [...this.#large.keys()]) if (!needed.has(path)) this.#large.delete(path);
    this.#mirror.baseline = baseline;
    this.#mirror.options = options;
    this.#pending.clear();
    this.#restarts = 0;
    return this.#call((api) => api.load(files, options, baseline), LOAD_LIMIT);
  }

  edit(changes: readonly FileChange[]): Promise<Analysis | Superseded> {
    for (const { path, text } of changes) {
      if (text === null) this.#mirror.files.delete(path);
      else this.#mirror.files.set(path, { path, text });
      this.#pending.set(path, text);
    }
    this.#waiting?.resolve({ superseded: true });
    const answer = new Promise<Analysis | Superseded>((resolve, reject) => {
      this.#waiting = { resolve, reject };
    });
    if (!this.#editing) this.#drained = this.#drain();
    return answer;
  }

  /** Sends what is pending as one edit; what arrives meanwhile waits and is sent as one more. */
  async #drain(): Promise<void> {
    this.#editing = true;
    while (this.#waiting) {
      const { resolve, reject } = this.#waiting;
      const changes = [...this.#pending].map(([path, text]) => ({ path, text }));
      this.#waiting = undefined;
      this.#pending = new Map();
      try {
        resolve(await this.#call((api) => api.edit(changes)));
      } catch (error) {
        reject(error);
      }
    }
    this.#editing = false;
  }

  /** What was typed before counts: edits that wait are evaluated first. */
  async acceptBaseline(): Promise<Analysis> {
    await this.#drained;
    this.#mirror.baseline = filesOf(this.#mirror);
    return this.#call((api) => api.acceptBaseline());
  }

  setOptions(options: EngineOptions): Promise<Analysis> {
    this.#mirror.options = options;
    return this.#call((api) => api.setOptions(options), LOAD_LIMIT);
  }

  list(namespaces: readonly NodeId[]): Promise<Analysis> {
    this.#mirror.listed = namespaces;
    return this.#call((api) => api.list(namespaces));
  }

  matrix: EngineClient['matrix'] = (request) => this.#call((api) => api.matrix(request));
  search: EngineClient['search'] = (text, limit) => this.#call((api) => api.search(text, limit));
  picture: EngineClient['picture'] = (request) => this.#call((api) => api.picture(request));
  flows: EngineClient['flows'] = (request) => this.#call((api) => api.flows(request));
  flips: EngineClient['flips'] = (request) => this.#call((api) => api.flips(request));
  explain: EngineClient['explain'] = (query) => this.#call((api) => api.explain(query));
  move: EngineClient['move'] = (request) => this.#call((api) => api.move(request));
  remedies: EngineClient['remedies'] = (query) => this.#call((api) => api.remedies(query), LOAD_LIMIT);
  review: EngineClient['review'] = (request) => this.#call((api) => api.review(request), REVIEW_LIMIT);
  posture: EngineClient['posture'] = () => this.#call((api) => api.posture());
  ends: EngineClient['ends'] = (request) => this.#call((api) => api.ends(request));
  lookup: EngineClient['lookup'] = (request) => this.#call((api) => api.lookup(request));
  grade: EngineClient['grade'] = (request) => this.#call((api) => api.grade(request));
  help: EngineClient['help'] = (code) => this.#call((api) => api.help(code));
  findings: EngineClient['findings'] = () => this.#call((api) => api.findings());
  reach: EngineClient['reach'] = (request) => this.#call((api) => api.reach(request));
  node: EngineClient['node'] = (id, ports, toward) => this.#call((api) => api.node(id, ports, toward));

  onStatus(listener: (status: EngineStatus) => void): () => void {
    this.#listeners.add(listener);
    listener(this.#status);
    return () => this.#listeners.delete(listener);
  }

  dispose(): void {
    this.#engine?.terminate();
    this.#listeners.clear();
  }
}

/** The page's client. `start` makes the worker; tests give another. */
export function createWorkerClient(start: () => EngineHost = startEngineWorker): EngineClient {
  return new WorkerClient(start);
}
