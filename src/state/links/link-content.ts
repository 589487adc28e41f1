// What a link to a state of the workbench holds, in the newest version. Older ones are brought here by `link-upgrades.ts`.
import type { DomainFact, EngineOptions } from '../../engine/engine-options.ts';
import type { WorkbenchState } from '../workbench-state.ts';

export const LINK_VERSION = 1;

/** Parts of the view that a link brings along. */
export const linkViewKeys = [
  'mapView',
  'ports',
  'onlyChanges',
  'showUngoverned',
  'hideUnrelated',
  'hideSystem',
  'hideHosts',
  'selection',
  'collapsedNamespaces',
  'expandedWorkloads',
  'explainQuery',
  'flowSort',
  'flowFilter',
  'matrixOrder',
  'hideExternal',
  'bundles',
  'reachChoice',
  'arranged',
  'savedViews',
] as const;
export type LinkView = Partial<Pick<WorkbenchState, (typeof linkViewKeys)[number]>>;

/** A path and its text; null for a file that the baseline has and the draft has not. */
export type LinkFile = readonly [path: string, text: string | null];

export interface LinkContent {
  readonly name: string;
  /** Set where the baseline is the demo, which every page has. */
  readonly base?: 'demo';
  /** The baseline; none where it is the demo. */
  readonly files: readonly LinkFile[];
  /** What of the draft differs from the baseline. */
  readonly changes: readonly LinkFile[];
  /** What differs from the defaults. */
  readonly options: Partial<Omit<EngineOptions, 'domains'>> & { readonly domains?: readonly DomainFact[] };
  readonly view: LinkView;
  readonly activeFile?: string;
  /** The cursor's line in it, from 1. */
  readonly line?: number;
}
