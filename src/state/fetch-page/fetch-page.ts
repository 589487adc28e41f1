// The page that fetches a change from a Git forge: what is typed, found and under way. Nothing of it is stored anywhere.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { allForges } from '../../importers/forge/all-forges.ts';
import { type FetchedChange, fetchChange, isManifestPath, MOST_FETCHED } from '../../importers/forge/fetch-change.ts';
import type { ChangeAddress, Forge, ForgeChange } from '../../importers/forge/forge.ts';
import { createForgeRequests, ForgeProblem } from '../../importers/forge/forge-requests.ts';

export interface FoundChange {
  readonly forge: string;
  readonly title: string;
  /** Paths that are read if they lie in the folder. */
  readonly manifests: readonly string[];
  readonly otherFiles: number;
  /** True where the forge lists no more of them. */
  readonly isCutShort: boolean;
  /** Manifests that are read at most. */
  readonly limit: number;
}

export interface FetchPageState {
  readonly address: string;
  /** Where the API is; follows the address until it is changed by hand. */
  readonly api: string;
  readonly token: string;
  readonly folder: string;
  readonly step: 'asking' | 'finding' | 'found' | 'reading' | 'handed over';
  readonly found: FoundChange | undefined;
  /** Files read, of how many. */
  readonly progress: { readonly done: number; readonly of: number } | undefined;
  /** A sentence. */
  readonly problem: string | undefined;
  type(field: 'address' | 'api' | 'token' | 'folder', text: string): void;
  find(): Promise<void>;
  read(): Promise<void>;
  stop(): void;
}

export interface FetchPageSettings {
  readonly fetch: typeof fetch;
  readonly now: () => number;
  /** Resolves to a sentence where the change could not be given to the page that waits for it. */
  readonly handOver: (change: FetchedChange) => Promise<string | undefined>;
}

interface Known {
  readonly forge: Forge;
  readonly address: ChangeAddress;
}

const noAddress =
  'This is no address of a change. Copy one like https://github.com/OWNER/NAME/pull/12, …/compare/main...feature, or https://gitlab.com/GROUP/NAME/-/merge_requests/12.';

export function createFetchPage({ fetch, now, handOver }: FetchPageSettings): StoreApi<FetchPageState> {
  let isApiOwn = false;
  let found: (Known & { readonly change: ForgeChange }) | undefined;
  let stop = new AbortController();

  return createStore<FetchPageState>()((set, get) => {
    const requests = () => {
      stop = new AbortController();
      return createForgeRequests({ fetch, token: get().token.trim(), signal: stop.signal, now });
    };
    /** Runs a step; where it fails the page is as it was before, with the reason. */
    const attempt = async (before: FetchPageState['step'], task: () => Promise<void>) => {
      set({ problem: undefined });
      try {
        await task();
      } catch (error) {
        const problem = error instanceof ForgeProblem ? error.message : `Something failed: ${String(error)}`;
        set({ step: before, progress: undefined, problem: stop.signal.aborted ? undefined : problem });
      }
    };
    return {
      address: '',
      api: '',
      token: '',
      folder: '',
      step: 'asking',
      found: undefined,
      progress: undefined,
      problem: undefined,
      type(field, text) {
        if (field === 'api') isApiOwn = text.trim() !== '';
        if (field !== 'folder') found = undefined;
        const known = field === 'address' ? knownChange(text) : undefined;
        set({
          [field]: text,
          ...(known && !isApiOwn && { api: known.address.api }),
          ...(field !== 'folder' && { found: undefined, step: 'asking', problem: undefined }),
        });
      },
      async find() {
        const known = knownChange(get().address);
        if (!known) return set({ problem: noAddress });
        const api = readApi(get().api) ?? known.address.api;
        const address = { ...known.address, api, isPublic: known.address.isPublic && api === known.address.api };
        await attempt('asking', async () => {
          set({ step: 'finding' });
          const change = await known.forge.findChange(address, requests());
          found = { forge: known.forge, address, change };
          set({ step: 'found', found: foundChange(found) });
        });
      },
      async read() {
        if (!found) return;
        const wanted = { ...found, folder: get().folder.trim(), requests: requests() };
        await attempt('found', async () => {
          set({ step: 'reading' });
          const progress = (done: number, of: number) => set({ progress: { done, of } });
          const change = await fetchChange({ ...wanted, progress });
          if (change.base.length + change.head.length === 0)
            throw new ForgeProblem('There are no manifests (YAML or JSON) in this folder, at either end.');
          const problem = await handOver(change);
          if (problem !== undefined) throw new ForgeProblem(problem);
          set({ step: 'handed over', progress: undefined });
        });
      },
      stop: () => stop.abort(),
    };
  });
}

function knownChange(text: string): Known | undefined {
  const url = readUrl(text);
  if (!url) return undefined;
  for (const forge of allForges) {
    const address = forge.readAddress(url);
    if (address) return { forge, address };
  }
  return undefined;
}

function readApi(text: string): string | undefined {
  return readUrl(text) && text.trim().replace(/\/+$/, '');
}

/** The token travels: over HTTPS, or on this machine. */
function readUrl(text: string): URL | undefined {
  try {
    const url = new URL(text.trim());
    const isLocal = url.hostname === '127.0.0.1' || url.hostname === 'localhost';
    return url.protocol === 'https:' || (url.protocol === 'http:' && isLocal) ? url : undefined;
  } catch {
    return undefined;
  }
}

function foundChange({ forge, change }: { forge: Forge; change: ForgeChange }): FoundChange {
  const manifests = change.changed.filter(isManifestPath);
  const { title, isCutShort } = change;
  const otherFiles = change.changed.length - manifests.length;
  return { forge: forge.title, title, manifests, otherFiles, isCutShort, limit: MOST_FETCHED };
}
