// GitHub and its self-hosted relatives, by version 3 of its REST API.
import { fields, listOf, oneOf, text, whole } from '../../base/value-shape.ts';
import {
  allPages,
  type ChangeAddress,
  encodedPath,
  type Forge,
  type ForgeTree,
  objectId,
  PAGE_SIZE,
  readRange,
} from './forge.ts';
import type { ForgeRequests } from './forge-requests.ts';

const word = text(4000);
const commit = fields({ sha: objectId }, {});
/** https://docs.github.com/en/rest/pulls/pulls#get-a-pull-request */
const pull = fields({ title: word, base: commit, head: commit }, {});
const changedFile = fields({ filename: word }, { previous_filename: word });
/** https://docs.github.com/en/rest/commits/commits#compare-two-commits */
const comparison = fields({ base_commit: commit, merge_base_commit: commit }, { files: listOf(changedFile, 10_000) });
/** https://docs.github.com/en/rest/git/trees#get-a-tree */
const treeEntry = fields(
  { path: word, mode: word, type: oneOf('blob', 'tree', 'commit'), sha: objectId },
  { size: whole(0, Number.MAX_SAFE_INTEGER) },
);
const tree = fields({ tree: listOf(treeEntry, 1_000_000) }, { truncated: (value) => value === true });

/** The API lists 3,000 files of a pull request, and 300 of a comparison. */
const MOST_PAGES = 30;
const MOST_COMPARED = 300;

export const github: Forge = {
  title: 'GitHub',
  readAddress({ origin, hostname, pathname }) {
    const [, owner, name, what, rest = ''] = /^\/([^/]+)\/([^/]+)\/(pull|compare)\/(.+?)\/?$/.exec(pathname) ?? [];
    if (owner === undefined || name === undefined || owner === '-' || name === '-') return undefined;
    const change = what === 'compare' ? readRange(rest) : requestOf(rest);
    if (!change) return undefined;
    const isPublic = hostname === 'github.com' || hostname === 'www.github.com';
    return {
      project: `${owner}/${name}`,
      api: isPublic ? 'https://api.github.com' : `${origin}/api/v3`,
      isPublic,
      change,
    };
  },
  async findChange(address, requests) {
    const { change } = address;
    return change.kind === 'request'
      ? findPull(address, change.number, requests)
      : findComparison(address, change, requests);
  },
  async listTree(address, at, folder, requests) {
    let sha = at;
    for (const name of folder.split('/').filter((part) => part !== '')) {
      const { tree: entries } = await requests.json(`${place(address)}/git/trees/${sha}`, tree);
      const found = entries.find((entry) => entry.path === name && entry.type === 'tree');
      if (!found) return { files: [], isCutShort: false };
      sha = found.sha;
    }
    const { tree: entries, truncated } = await requests.json(`${place(address)}/git/trees/${sha}?recursive=1`, tree);
    const prefix = folder === '' ? '' : `${folder}/`;
    return { files: entries.flatMap((entry) => treeFile(entry, prefix)), isCutShort: truncated === true };
  },
  readFile(address, at, file, requests) {
    // Requests to the API without a token are few; those of public files are not counted.
    if (address.isPublic && !requests.hasToken) {
      const host = 'https://raw.githubusercontent.com';
      return requests.bytes(`${host}/${encodedPath(address.project)}/${at}/${encodedPath(file.path)}`, { open: true });
    }
    const accept = 'application/vnd.github.raw+json';
    return requests.bytes(`${place(address)}/git/blobs/${file.id}`, { accept });
  },
};

const place = ({ api, project }: ChangeAddress): string => `${api}/repos/${encodedPath(project)}`;

function requestOf(rest: string): ChangeAddress['change'] | undefined {
  const [, number] = /^(\d{1,9})(\/|$)/.exec(rest) ?? [];
  return number === undefined ? undefined : { kind: 'request', number: Number(number) };
}

function pathsOf(files: readonly { readonly filename: string; readonly previous_filename?: string }[]): string[] {
  return [...new Set(files.flatMap(({ filename, previous_filename }) => [filename, previous_filename ?? filename]))];
}

async function findPull(address: ChangeAddress, number: number, requests: ForgeRequests) {
  const at = `${place(address)}/pulls/${number}`;
  const { title, base, head } = await requests.json(at, pull);
  // What came into the base branch meanwhile is no part of the change.
  const compared = await requests.json(`${place(address)}/compare/${base.sha}...${head.sha}?per_page=1`, comparison);
  const list = listOf(changedFile, PAGE_SIZE);
  const { items, isCutShort } = await allPages(MOST_PAGES, (page) =>
    requests.json(`${at}/files?per_page=${PAGE_SIZE}&page=${page}`, list),
  );
  const commits = { base: compared.merge_base_commit.sha, head: head.sha };
  return { title: `#${number} ${title}`, ...commits, changed: pathsOf(items), isCutShort };
}

async function findComparison(
  address: ChangeAddress,
  { base, head, dots }: Extract<ChangeAddress['change'], { kind: 'range' }>,
  requests: ForgeRequests,
) {
  const range = `${encodeURIComponent(base)}...${encodeURIComponent(head)}`;
  const compared = await requests.json(`${place(address)}/compare/${range}`, comparison);
  const [owner, ref] = forkOf(head);
  const project = owner === undefined ? address.project : `${owner}/${address.project.split('/')[1]}`;
  const of = `${place({ ...address, project })}/commits/${encodeURIComponent(ref)}`;
  const { sha } = await requests.json(of, commit);
  const files = compared.files ?? [];
  return {
    title: `${base}${dots}${head}`,
    base: (dots === '...' ? compared.merge_base_commit : compared.base_commit).sha,
    head: sha,
    changed: pathsOf(files),
    isCutShort: files.length >= MOST_COMPARED,
  };
}

/** `someone:branch` is a branch of someone's fork. */
function forkOf(ref: string): [owner: string | undefined, ref: string] {
  const [, owner, branch] = /^([^:]+):(?:[^:]+:)?(.+)$/.exec(ref) ?? [];
  return branch === undefined ? [undefined, ref] : [owner, branch];
}

type TreeEntry = Exclude<ReturnType<typeof treeEntry>, undefined>;

function treeFile({ path, mode, type, sha, size }: TreeEntry, prefix: string): ForgeTree['files'] {
  if (type === 'tree') return [];
  const kind = type === 'commit' ? 'submodule' : mode === '120000' ? 'link' : 'file';
  return [{ path: `${prefix}${path}`, id: sha, size, kind }];
}
