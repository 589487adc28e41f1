// Where a workspace is kept between visits: what the state needs of it, whatever it is made of.
import type { KeptAside } from './workbench-state.ts';
import type { StoredWorkspace } from './workspace-record.ts';

export interface RestoredWorkspace {
  /** Undefined: nothing stored, or nothing readable. */
  readonly workspace: StoredWorkspace | undefined;
  readonly keptAside: readonly KeptAside[];
  /** Something the person should know, a sentence. */
  readonly notice: string | undefined;
}

/** Which tab may write. `unavailable`: the browser offers no storage here. */
export type StorageOwner = 'this-tab' | 'other-tab' | 'unavailable';

/** No method rejects: a fault is an outcome. */
export interface WorkspaceStorage {
  /** The newest readable workspace; unreadable ones are kept aside. */
  restore(): Promise<RestoredWorkspace>;
  /** Writes the workspace if this tab is the owner. */
  save(workspace: StoredWorkspace): Promise<'saved' | 'blocked' | 'other-tab'>;
  /**
   * Stores what the workspace's large files hold, each once, which may take seconds; the next save names it. Resolves to a sentence
   * where the browser would not take one. Undefined where nothing is to be stored.
   */
  keepLarge(workspace: Pick<StoredWorkspace, 'files' | 'baseline'>): Promise<string | undefined> | undefined;
  /** Puts what is stored now aside before it is overwritten. */
  keepAside(reason: string): Promise<readonly KeptAside[]>;
  openKeptAside(id: string): Promise<StoredWorkspace | undefined>;
  /** The raw record and its texts as JSON. */
  readKeptAside(id: string): Promise<string>;
  discardKeptAside(id: string): Promise<readonly KeptAside[]>;
  /** Makes this tab the owner, whoever is now. */
  takeOver(): Promise<void>;
  /** Tells the owner now and at every change; returns the function that ends it. */
  onOwner(listener: (owner: StorageOwner) => void): () => void;
}
