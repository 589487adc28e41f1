// Reverse lookup: what the selectors of the file in the editor find, and the one selector whose finds are listed and lit.
import type { EngineClient } from '../client/engine-client.ts';
import type { EndHit, EndRequest } from '../engine/find-ends.ts';
import type { SelectorLookup } from '../engine/selector-lookup.ts';
import type { WorkbenchState } from './workbench-state.ts';

/** A selector by its file and its id there. */
export interface SelectorChoice {
  readonly file: string;
  readonly selector: string;
}

export interface LookupSlice {
  /** Of the file in the editor. */
  readonly selectorCounts: SelectorLookup | undefined;
  readonly selectorChoice: SelectorChoice | undefined;
  readonly selectorFinds: SelectorLookup | undefined;
  /** Lists what a selector finds and lights it on the map; undefined ends that. */
  showSelected(choice: SelectorChoice | undefined): void;
  /** What a selector finds, once. */
  findSelected(choice: SelectorChoice): Promise<SelectorLookup>;
  /** What may be meant by an end of a flow; nothing while the engine has no answer. */
  findEnds(text: string, side: EndRequest['side']): Promise<readonly EndHit[]>;
}

type Set = (change: Partial<WorkbenchState>) => void;

/** Suggestions for an end of a flow. */
const ENDS_WANTED = 10;

/** What a newly opened workspace starts with. */
export const initialLookup = {
  selectorCounts: undefined,
  selectorChoice: undefined,
  selectorFinds: undefined,
} satisfies Partial<LookupSlice>;

export function createLookupSlice(set: Set, client: EngineClient): LookupSlice {
  return {
    ...initialLookup,
    showSelected: (selectorChoice) => set({ selectorChoice, explainQuery: undefined, pinsOpen: false }),
    findSelected: (choice) => client.lookup(choice),
    findEnds: async (text, side) => (await client.ends({ text, side, limit: ENDS_WANTED })).hits,
  };
}
