// A Git forge on this machine: a real HTTP server that speaks of one change as GitHub's and GitLab's APIs do.
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

type Texts = Readonly<Record<string, string>>;

export interface ForgeProject {
  /** `acme/shop` */
  readonly project: string;
  readonly title: string;
  /** Path to text, where the change began and where it ended. */
  readonly base: Texts;
  readonly head: Texts;
  /** What only the token reads. */
  readonly token?: string;
}

const baseCommit = 'ba5e'.repeat(10);
const headCommit = '4ead'.repeat(10);
/** Where the base branch is by now: not where the change began. */
const aheadCommit = 'a4ea'.repeat(10);
const idOf = (text: string): string => createHash('sha1').update(text).digest('hex');

interface Asked {
  readonly path: string;
  readonly query: URLSearchParams;
}

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export class ForgeServer {
  /** Paths that were asked for, with their queries. */
  readonly requests: string[] = [];
  /** Answers everything with it from now on. */
  refuseWith: { readonly status: number; readonly headers: Readonly<Record<string, string>> } | undefined;
  readonly #project: ForgeProject;
  readonly #server = createServer((request, response) => this.#respond(request, response));

  constructor(project: ForgeProject) {
    this.#project = project;
  }

  /** The origin: `http://127.0.0.1:40123`. */
  async start(): Promise<string> {
    await new Promise<void>((ready) => this.#server.listen(0, '127.0.0.1', ready));
    const place = this.#server.address();
    return `http://127.0.0.1:${typeof place === 'object' && place ? place.port : 0}`;
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #respond(request: IncomingMessage, response: ServerResponse): void {
    const { status, body, headers } = this.#answer(request);
    response.writeHead(status, {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Headers': 'authorization, accept',
      'Access-Control-Expose-Headers': 'x-ratelimit-remaining, x-ratelimit-reset, retry-after',
      ...headers,
    });
    response.end(body);
  }

  #answer({ method, url = '', headers }: IncomingMessage): Answer {
    if (method === 'OPTIONS') return { status: 204, body: '' };
    this.requests.push(url);
    if (this.refuseWith) return { ...this.refuseWith, body: '{}' };
    const { token } = this.#project;
    const isAllowed = token === undefined || headers.authorization === `Bearer ${token}`;
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    const asked = { path: pathname, query: searchParams };
    const found = isAllowed ? (this.#github(asked) ?? this.#gitlab(asked)) : undefined;
    if (found === undefined) return { status: 404, body: '{"message": "Not Found"}' };
    return { status: 200, body: typeof found === 'string' ? found : JSON.stringify(found) };
  }

  #changed(): { readonly path: string; readonly before: string }[] {
    const { base, head } = this.#project;
    const paths = new Set([...Object.keys(base), ...Object.keys(head)]);
    return [...paths].filter((path) => base[path] !== head[path]).map((path) => ({ path, before: path }));
  }

  #tree(commit: string | undefined): [path: string, id: string][] | undefined {
    const texts = { [baseCommit]: this.#project.base, [headCommit]: this.#project.head }[commit ?? ''];
    return texts && Object.entries(texts).map(([path, text]) => [path, idOf(text)]);
  }

  #blob(id: string | undefined): string | undefined {
    return [...Object.values(this.#project.base), ...Object.values(this.#project.head)].find(
      (text) => idOf(text) === id,
    );
  }

  #github({ path, query }: Asked): unknown {
    const root = `/api/v3/repos/${this.#project.project}/`;
    if (!path.startsWith(root)) return undefined;
    const [what, ...more] = path.slice(root.length).split('/');
    const rest = more.map(decodeURIComponent).join('/');
    if (what === 'pulls' && rest === '7')
      return { title: this.#project.title, base: { sha: aheadCommit }, head: { sha: headCommit } };
    if (what === 'pulls' && rest === '7/files')
      return paged(this.#changed(), query).map((one) => ({ filename: one.path }));
    if (what === 'compare' && /^(main|a4ea\w+)\.\.\.(feature\/x|4ead\w+)$/.test(rest)) {
      const files = this.#changed().map((one) => ({ filename: one.path }));
      return { base_commit: { sha: aheadCommit }, merge_base_commit: { sha: baseCommit }, files };
    }
    if (what === 'commits' && rest === 'feature/x') return { sha: headCommit };
    if (what === 'git' && more[0] === 'trees') return this.#githubTree(more[1] ?? '', query.get('recursive') === '1');
    return what === 'git' && more[0] === 'blobs' ? this.#blob(more[1]) : undefined;
  }

  /** Trees of folders are known by the hash of their commit and path. */
  #githubTree(sha: string, recursive: boolean): unknown {
    for (const commit of [baseCommit, headCommit]) {
      const files = this.#tree(commit) ?? [];
      const folders = new Set(files.flatMap(([path]) => foldersOf(path)));
      const folder = sha === commit ? '' : [...folders].find((one) => idOf(`${commit} ${one}`) === sha);
      if (folder === undefined) continue;
      const inside = (path: string) => (folder === '' ? path : path.slice(folder.length + 1));
      const isUnder = (path: string) => folder === '' || path.startsWith(`${folder}/`);
      const trees = [...folders].filter(isUnder).map((path) => ({ path: inside(path), id: idOf(`${commit} ${path}`) }));
      const blobs = files.filter(([path]) => isUnder(path)).map(([path, id]) => ({ path: inside(path), id }));
      const isShown = ({ path }: { path: string }) => recursive || !path.includes('/');
      const tree = [
        ...trees.filter(isShown).map(({ path, id }) => ({ path, mode: '040000', type: 'tree', sha: id })),
        ...blobs.filter(isShown).map(({ path, id }) => ({ path, mode: '100644', type: 'blob', sha: id, size: 1 })),
      ];
      return { tree, truncated: false };
    }
    return undefined;
  }

  #gitlab({ path, query }: Asked): unknown {
    const root = `/api/v4/projects/${encodeURIComponent(this.#project.project)}/`;
    if (!path.startsWith(root)) return undefined;
    const rest = decodeURIComponent(path.slice(root.length));
    const diffs = () => this.#changed().map((one) => ({ old_path: one.before, new_path: one.path }));
    if (rest === 'merge_requests/7')
      return { title: this.#project.title, diff_refs: { base_sha: baseCommit, head_sha: headCommit } };
    if (rest === 'merge_requests/7/diffs') return paged(diffs(), query);
    if (rest === 'repository/merge_base') return { id: baseCommit };
    if (rest === 'repository/compare') return { diffs: diffs(), compare_timeout: false };
    if (rest === 'repository/commits/feature/x') return { id: headCommit };
    if (rest === 'repository/tree') {
      const folder = query.get('path') ?? '';
      const files = this.#tree(query.get('ref') ?? '') ?? [];
      const found = files.filter(([at]) => folder === '' || at.startsWith(`${folder}/`));
      if (folder !== '' && found.length === 0) return undefined;
      return paged(found, query).map(([at, id]) => ({ id, path: at, mode: '100644', type: 'blob' }));
    }
    return this.#blob(/^repository\/blobs\/(\w+)\/raw$/.exec(rest)?.[1]);
  }
}

function paged<Item>(items: readonly Item[], query: URLSearchParams): Item[] {
  const size = Math.min(100, Number(query.get('per_page') ?? 20));
  const from = (Number(query.get('page') ?? 1) - 1) * size;
  return items.slice(from, from + size);
}

function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
}
