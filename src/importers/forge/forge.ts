// What a reader of a Git forge is: it knows the forge's addresses and what its API answers. One forge, one file, one line in all-forges.ts.
import type { Shape } from '../../base/value-shape.ts';
import type { ForgeRequests } from './forge-requests.ts';

/** A pull request or range of commits, as its web address tells. */
export interface ChangeAddress {
  /** `acme/shop`; of GitLab any number of groups. */
  readonly project: string;
  /** Where its API probably is, without a slash at the end: `https://api.github.com`. */
  readonly api: string;
  /** True where the forge is the public one, which serves files of public projects without its API. */
  readonly isPublic: boolean;
  readonly change:
    | { readonly kind: 'request'; readonly number: number }
    /** `base...head`: since head left base; `base..head`: between the two. */
    | { readonly kind: 'range'; readonly base: string; readonly head: string; readonly dots: '..' | '...' };
}

/** What the forge says of the change. */
export interface ForgeChange {
  readonly title: string;
  /** Commits. */
  readonly base: string;
  readonly head: string;
  /** Paths at either end, each once. */
  readonly changed: readonly string[];
  /** True where the forge lists no more of them. */
  readonly isCutShort: boolean;
}

export interface TreeFile {
  readonly path: string;
  /** Tells its content: files with one id are alike. */
  readonly id: string;
  /** Bytes; undefined where the forge does not tell. */
  readonly size: number | undefined;
  readonly kind: 'file' | 'link' | 'submodule';
}

export interface ForgeTree {
  readonly files: readonly TreeFile[];
  readonly isCutShort: boolean;
}

export interface Forge {
  readonly title: string;
  /** Undefined for an address that is none of its changes. */
  readAddress(url: URL): ChangeAddress | undefined;
  /** These reject with a ForgeProblem. */
  findChange(address: ChangeAddress, requests: ForgeRequests): Promise<ForgeChange>;
  /** Everything under `folder` (empty: everything) in one commit; nothing where there is no such folder. */
  listTree(address: ChangeAddress, commit: string, folder: string, requests: ForgeRequests): Promise<ForgeTree>;
  readFile(address: ChangeAddress, commit: string, file: TreeFile, requests: ForgeRequests): Promise<Uint8Array>;
}

/** The most that one page of a list holds, on each of the forges. */
export const PAGE_SIZE = 100;

/** All pages of a list, up to `most` of them. */
export async function allPages<Item>(
  most: number,
  page: (number: number) => Promise<readonly Item[]>,
): Promise<{ readonly items: readonly Item[]; readonly isCutShort: boolean }> {
  const items: Item[] = [];
  for (let number = 1; number <= most; number++) {
    const some = await page(number);
    items.push(...some);
    if (some.length < PAGE_SIZE) return { items, isCutShort: false };
  }
  return { items, isCutShort: true };
}

/** `base...head` or `base..head` at the end of an address; refs may hold slashes, and single dots. */
export function readRange(text: string): Extract<ChangeAddress['change'], { kind: 'range' }> | undefined {
  const [, base, dots, head] = /^(.+?)(\.\.\.?)([^.].*)$/.exec(decoded(text)) ?? [];
  if (base === undefined || head === undefined) return undefined;
  return { kind: 'range', base, head, dots: dots === '...' ? '...' : '..' };
}

/** The name of a commit, tree or file, which goes into addresses. */
export const objectId: Shape<string> = (value) =>
  typeof value === 'string' && /^[0-9a-f]{7,64}$/.test(value) ? value : undefined;

export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** `a/b c.yaml` as a part of an address. */
export const encodedPath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
