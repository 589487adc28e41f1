// What a `sluice.yaml` says: facts and choices that would otherwise be flags, and which findings are let pass, and why.
import type { Severity } from '../documents/diagnostic.ts';
import type { Semantics } from '../model/semantics.ts';

/** A finding that is known and left as it is. */
export interface IgnoreRule {
  readonly rule: string;
  /** A pattern of paths from the configuration's folder: `legacy/**`, `*.gen.yaml`. */
  readonly files: string | undefined;
  /** A pattern of objects as findings name them: `NetworkPolicy shop/*`. */
  readonly object: string | undefined;
  readonly reason: string;
  /** The last day on which it counts: `2026-12-31`. */
  readonly expires: string | undefined;
  /** Where it is written, from 1. */
  readonly line: number;
}

export interface Config {
  /** As messages name it. */
  readonly path: string;
  /** `paths` and `files` start here. */
  readonly folder: string;
  readonly paths: readonly string[];
  readonly podCIDRs: readonly string[];
  readonly serviceCIDRs: readonly string[];
  readonly semantics: Semantics | undefined;
  readonly tenantLabel: string | undefined;
  /** Severities for `lint`, kinds of flips for `diff`; each command takes its own words. */
  readonly failOn: readonly string[];
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
  readonly ignore: readonly IgnoreRule[];
}

/** What concerns findings. */
export type FindingConfig = Pick<Config, 'path' | 'folder' | 'severities' | 'ignore'>;

/** Where there is no configuration. */
export const noConfig: Config = {
  path: '',
  folder: '',
  paths: [],
  podCIDRs: [],
  serviceCIDRs: [],
  semantics: undefined,
  tenantLabel: undefined,
  failOn: [],
  severities: new Map(),
  ignore: [],
};

/** What `--fail-on` and `failOn` may name. */
export const severityWords = ['error', 'warning', 'info'] as const satisfies readonly Severity[];
export const flipWords = ['opened', 'closed', 'internet', 'any'] as const;
