// Facts and readings that manifests do not hold.

import type { PendingView, Semantics } from '../model/semantics.ts';

/** Addresses behind a domain name, which no manifest holds. */
export interface DomainFact {
  /** `api.stripe.com`. */
  readonly name: string;
  readonly addresses: readonly string[];
}

export interface EngineOptions {
  readonly semantics: Semantics;
  /** Whether staged policies count, and how. */
  readonly pending: PendingView;
  readonly domains: readonly DomainFact[];
  /** Where pods without known addresses get theirs: `10.244.0.0/16`. */
  readonly podCIDRs: readonly string[];
  readonly serviceCIDRs: readonly string[];
  /** What flips are told against: the baseline, or the same files with their enforced policies only. */
  readonly compareWith?: 'baseline' | 'enforced';
  /** Which ports flips and flows are counted on in the impact line. */
  readonly ports: 'declared' | 'all';
}

export const defaultOptions: EngineOptions = {
  semantics: 'calico-3.32',
  pending: 'enforced',
  domains: [],
  podCIDRs: [],
  serviceCIDRs: [],
  ports: 'declared',
};
