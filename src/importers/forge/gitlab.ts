// GitLab, hosted anywhere, by version 4 of its REST API.
import { fields, listOf, oneOf, text } from '../../base/value-shape.ts';
import { allPages, type ChangeAddress, decoded, type Forge, objectId, PAGE_SIZE, readRange } from './forge.ts';
import { ForgeProblem, type ForgeRequests } from './forge-requests.ts';

const word = text(4000);
/** https://docs.gitlab.com/api/merge_requests/#get-single-mr */
const mergeRequest = fields({ title: word, diff_refs: fields({ base_sha: objectId, head_sha: objectId }, {}) }, {});
const changedFile = fields({ old_path: word, new_path: word }, {});
const commit = fields({ id: objectId }, {});
/** https://docs.gitlab.com/api/repositories/#compare-branches-tags-or-commits */
const comparison = fields({ diffs: listOf(changedFile, 100_000) }, { compare_timeout: (value) => value === true });
/** https://docs.gitlab.com/api/repositories/#list-repository-tree */
const treeEntry = fields({ id: objectId, path: word, mode: word, type: oneOf('blob', 'tree', 'commit') }, {});

const MOST_DIFF_PAGES = 30;
/** 30,000 files and folders. */
const MOST_TREE_PAGES = 300;

export const gitlab: Forge = {
  title: 'GitLab',
  readAddress({ origin, hostname, pathname }) {
    const [, project, what, rest = ''] = /^\/(.+?)\/-\/(merge_requests|compare)\/(.+?)\/?$/.exec(pathname) ?? [];
    if (project === undefined) return undefined;
    const [, number] = /^(\d{1,9})(\/|$)/.exec(rest) ?? [];
    const request = number === undefined ? undefined : ({ kind: 'request', number: Number(number) } as const);
    const change = what === 'compare' ? readRange(rest) : request;
    if (!change) return undefined;
    return { project: decoded(project), api: `${origin}/api/v4`, isPublic: hostname === 'gitlab.com', change };
  },
  findChange(address, requests) {
    const { change } = address;
    return change.kind === 'request'
      ? findMergeRequest(address, change.number, requests)
      : findComparison(address, change, requests);
  },
  async listTree(address, at, folder, requests) {
    const list = listOf(treeEntry, PAGE_SIZE);
    const where = `ref=${at}&recursive=true&per_page=${PAGE_SIZE}&path=${encodeURIComponent(folder)}`;
    const pages = allPages(MOST_TREE_PAGES, (page) =>
      requests.json(`${place(address)}/repository/tree?${where}&page=${page}`, list),
    );
    const { items, isCutShort } = await pages.catch((error: unknown) => {
      // One end may lack the folder.
      if (folder !== '' && error instanceof ForgeProblem && error.status === 404)
        return { items: [], isCutShort: false };
      throw error;
    });
    const files = items.flatMap(({ id, path, mode, type }) => {
      if (type === 'tree') return [];
      const kind = type === 'commit' ? 'submodule' : mode === '120000' ? 'link' : 'file';
      return [{ path, id, size: undefined, kind } as const];
    });
    return { files, isCutShort };
  },
  readFile: (address, _, file, requests) => requests.bytes(`${place(address)}/repository/blobs/${file.id}/raw`),
};

const place = ({ api, project }: ChangeAddress): string => `${api}/projects/${encodeURIComponent(project)}`;

const pathsOf = (files: readonly { readonly old_path: string; readonly new_path: string }[]): string[] => [
  ...new Set(files.flatMap(({ old_path, new_path }) => [new_path, old_path])),
];

async function findMergeRequest(address: ChangeAddress, number: number, requests: ForgeRequests) {
  const at = `${place(address)}/merge_requests/${number}`;
  const { title, diff_refs } = await requests.json(at, mergeRequest);
  const list = listOf(changedFile, PAGE_SIZE);
  const { items, isCutShort } = await allPages(MOST_DIFF_PAGES, (page) =>
    requests.json(`${at}/diffs?per_page=${PAGE_SIZE}&page=${page}`, list),
  );
  const commits = { base: diff_refs.base_sha, head: diff_refs.head_sha };
  return { title: `!${number} ${title}`, ...commits, changed: pathsOf(items), isCutShort };
}

async function findComparison(
  address: ChangeAddress,
  { base, head, dots }: Extract<ChangeAddress['change'], { kind: 'range' }>,
  requests: ForgeRequests,
) {
  const at = `${place(address)}/repository`;
  const [from, to] = [encodeURIComponent(base), encodeURIComponent(head)];
  const commitOf = async (ref: string) => (await requests.json(`${at}/commits/${ref}`, commit)).id;
  const meeting = `${at}/merge_base?refs[]=${from}&refs[]=${to}`;
  const straight = dots === '..' ? '&straight=true' : '';
  const [start, end, compared] = await Promise.all([
    dots === '..' ? commitOf(from) : requests.json(meeting, commit).then(({ id }) => id),
    commitOf(to),
    requests.json(`${at}/compare?from=${from}&to=${to}${straight}`, comparison),
  ]);
  return {
    title: `${base}${dots}${head}`,
    base: start,
    head: end,
    changed: pathsOf(compared.diffs),
    isCutShort: compared.compare_timeout === true,
  };
}
