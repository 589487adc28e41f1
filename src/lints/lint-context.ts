// What lints look at: one snapshot, with its policies as written and as judged side by side.
import { groupBy } from '../base/group-by.ts';
import { Manifests, type Path } from '../documents/manifest.ts';
import type { SourceRange } from '../documents/source-file.ts';
import type { Snapshot } from '../engine/snapshot.ts';
import { INVENTORY_KINDS } from '../model/inventory-kinds.ts';
import type { Policy, Rule, RuleMatch } from '../model/policy.ts';
import { Bitset } from '../net/bitset.ts';
import type { ConnectionId } from '../net/connection-table.ts';
import type {
  CalicoEntity,
  CalicoPolicyResource,
  CalicoPolicySpec,
  CalicoRule,
  StagedPolicyResource,
} from '../resources/calico-resource.ts';
import type { Resource } from '../resources/resource.ts';
import { labelOf } from './wording.ts';

export const DIRECTIONS = ['ingress', 'egress'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** What lints ask the engine for; its code they may not import. */
export interface EngineQuestions {
  /** All traffic of a match toward the destination in a column. */
  traffic(match: RuleMatch, column: number): ConnectionId;
}

/** A policy as the engine has it. */
export interface PlacedPolicy {
  readonly policy: Policy;
  /** Its place in `Snapshot.policies`. */
  readonly index: number;
  /** The classes it applies to. */
  readonly subjects: Bitset;
  /** The object it comes from. */
  readonly resource: Resource | undefined;
}

/** A Calico policy as written. */
export interface CalicoPolicy {
  readonly resource: CalicoPolicyResource | StagedPolicyResource;
  readonly spec: CalicoPolicySpec;
  /** Empty for a global policy. */
  readonly namespace: string;
  readonly label: string;
  /** Where it acts, its usual place first; empty where it takes no part, because it is only staged. */
  readonly placed: readonly PlacedPolicy[];
  readonly rules: readonly CalicoPolicyRule[];
}

export interface CalicoPolicyRule {
  readonly direction: Direction;
  readonly rule: CalicoRule;
  /** Undefined where its direction is not governed, or the policy takes no part. */
  readonly compiled: Rule | undefined;
  readonly path: Path;
  readonly sides: readonly RuleSide[];
}

export interface RuleSide {
  readonly name: 'source' | 'destination';
  /** `own`: the side of what the policy applies to. */
  readonly end: 'peer' | 'own';
  readonly entity: CalicoEntity;
  readonly path: Path;
}

/** Numbers tests of pairs, so that lints that compare policies with one another stay quick on large inputs. */
export class PairBudget {
  #left: number;

  constructor(pairs: number) {
    this.#left = pairs;
  }

  get isUsed(): boolean {
    return this.#left <= 0;
  }

  /** False once all pairs are used. */
  take(): boolean {
    this.#left--;
    return this.#left >= 0;
  }
}

const keyOf = ({ file, start }: SourceRange): string => `${file}:${start}`;

function isCalicoPolicy(resource: Resource): resource is CalicoPolicyResource | StagedPolicyResource {
  return 'spec' in resource && 'doNotTrack' in resource.spec;
}

function sidesOf(rule: CalicoRule, direction: Direction, path: Path): RuleSide[] {
  return (['source', 'destination'] as const).map((name) => {
    const end = (name === 'source') === (direction === 'ingress') ? 'peer' : 'own';
    return { name, end, entity: rule[name], path: [...path, name] };
  });
}

function rulesOf(
  { spec }: CalicoPolicyResource | StagedPolicyResource,
  policy: Policy | undefined,
): CalicoPolicyRule[] {
  return DIRECTIONS.flatMap((direction) =>
    spec[direction].map((rule, index): CalicoPolicyRule => {
      const path = ['spec', direction, rule.range];
      const compiled = policy?.[direction]?.[index];
      return { direction, rule, compiled, path, sides: sidesOf(rule, direction, path) };
    }),
  );
}

type Reading = Snapshot['readings'][number];

const speaking = new WeakMap<Reading, readonly Resource[]>();

/** Objects of a file that say what may flow, or are asked to. */
function speakingOf(reading: Reading): readonly Resource[] {
  const known = speaking.get(reading) ?? reading.decoded.resources.filter(({ kind }) => !INVENTORY_KINDS.has(kind));
  speaking.set(reading, known);
  return known;
}

/** Columns that rules match at their ends. */
type Matched = Readonly<Record<'peer' | 'own', WeakMap<Rule, Bitset>>>;

const matchedOn = new WeakMap<Snapshot['ground'], Matched>();

/** Rules that an edit left alone match what they matched, on one ground. */
function matchedOf({ ground }: Snapshot): Matched {
  const known = matchedOn.get(ground) ?? { peer: new WeakMap(), own: new WeakMap() };
  matchedOn.set(ground, known);
  return known;
}

export class LintContext {
  readonly snapshot: Snapshot;
  readonly engine: EngineQuestions;
  readonly manifests: Manifests;
  /** One for each kind, namespace and name: those that count. Without what a cluster only consists of, pods above all. */
  readonly resources: readonly Resource[];
  /** Policies that take part, in evaluation order; without those that no manifest holds as a policy. */
  readonly placed: readonly PlacedPolicy[];
  /** Policies of Calico that take part or are staged; none where Calico's reading does not count. */
  readonly calico: readonly CalicoPolicy[];
  /** Columns that are classes of endpoints. */
  readonly endpoints: Bitset;
  readonly #matched: Matched;
  readonly #placedAt: readonly (PlacedPolicy | undefined)[];

  constructor(snapshot: Snapshot, engine: EngineQuestions) {
    this.snapshot = snapshot;
    this.engine = engine;
    this.manifests = new Manifests(snapshot.readings.map((reading) => reading.file));
    this.endpoints = Bitset.range(snapshot.universe.size, 0, snapshot.universe.classes.length);
    this.#matched = matchedOf(snapshot);
    const distinct = new Map<string, Resource>();
    for (const reading of snapshot.readings) {
      for (const resource of speakingOf(reading)) distinct.set(labelKey(resource), resource);
    }
    this.resources = [...distinct.values()];
    const byRange = new Map(this.resources.map((resource) => [keyOf(resource.range), resource]));
    this.placed = snapshot.policies.flatMap((policy, index) => {
      const subjects = snapshot.subjects[index];
      if (policy.implied || !subjects) return [];
      return [{ policy, index, subjects, resource: byRange.get(keyOf(policy.range)) }];
    });
    const placedAt: (PlacedPolicy | undefined)[] = [];
    for (const placed of this.placed) placedAt[placed.index] = placed;
    this.#placedAt = placedAt;
    this.calico = this.#calicoPolicies();
  }

  /** The policies that govern a class, in evaluation order; without those that no manifest holds as a policy. */
  governing(direction: Direction, classId: number): PlacedPolicy[] {
    return this.snapshot.matrix.governing(direction, classId).flatMap((index) => this.#placedAt[index] ?? []);
  }

  #calicoPolicies(): readonly CalicoPolicy[] {
    const { inactive, options } = this.snapshot;
    if (options.semantics === 'kubernetes') return [];
    const invalid = new Set(inactive.flatMap(({ reason, range }) => (reason === 'invalid' ? [keyOf(range)] : [])));
    const byRange = groupBy(this.placed, ({ policy }) => keyOf(policy.range));
    return this.resources.filter(isCalicoPolicy).flatMap((resource): CalicoPolicy[] => {
      if (invalid.has(keyOf(resource.range))) return [];
      // The usual place has the id without a suffix.
      const placed = [...(byRange.get(keyOf(resource.range)) ?? [])].sort(
        (a, b) => a.policy.id.length - b.policy.id.length,
      );
      const { spec, meta } = resource;
      const rules = rulesOf(resource, placed[0]?.policy);
      return [{ resource, spec, namespace: meta.namespace, label: labelOf(resource), placed, rules }];
    });
  }

  /** Columns that a rule may match at one end, over any address family; all where it restricts nothing there. */
  matched(rule: Rule, end: 'peer' | 'own'): Bitset {
    const known = this.#matched[end].get(rule);
    if (known) return known;
    const { matrix, universe } = this.snapshot;
    let sum = new Bitset(universe.size);
    for (const match of rule.matches) {
      const peer = match[end];
      if (!peer) sum = Bitset.full(universe.size);
      else for (const family of matrix.families) sum = sum.or(matrix.over(family).peers.match(peer).possible);
    }
    this.#matched[end].set(rule, sum);
    return sum;
  }

  /** Whether reading or assembling said this about an object already. */
  isSaid(code: string, { range }: Pick<Resource, 'range'>): boolean {
    return this.snapshot.diagnostics.some(
      (one) =>
        one.code === code &&
        one.range.file === range.file &&
        range.start <= one.range.start &&
        one.range.end <= range.end,
    );
  }
}

function labelKey({ kind, meta }: Resource): string {
  return `${kind}/${meta.namespace}/${meta.name}`;
}
