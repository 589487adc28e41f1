// Facts and readings that manifests do not hold.

import type { Semantics } from '../model/semantics.ts';

export interface EngineOptions {
  readonly semantics: Semantics;
  /** Where pods without known addresses get theirs: `10.244.0.0/16`. */
  readonly podCIDRs: readonly string[];
  readonly serviceCIDRs: readonly string[];
  /** Which ports flips and flows are counted on in the impact line. */
  readonly ports: 'declared' | 'all';
}

export const defaultOptions: EngineOptions = {
  semantics: 'calico-3.32',
  podCIDRs: [],
  serviceCIDRs: [],
  ports: 'declared',
};
