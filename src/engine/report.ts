// What the page shows of a snapshot without asking further: inventory, policies, problems, assumptions.
import { compareText } from '../base/compare-text.ts';
import { KeptMap } from '../base/kept-map.ts';
import type { Diagnostic } from '../documents/diagnostic.ts';
import type { SourceFile } from '../documents/source-file.ts';
import type { Peer, Policy } from '../model/policy.ts';
import { type AnswerLimits, NO_LIMITS } from './answer-limits.ts';
import { externalSummaries } from './flow-party.ts';
import { Locator } from './locate.ts';
import type { FileReading } from './read-workspace.ts';
import { hostSummaries } from './report-hosts.ts';
import { NamespaceSummaries } from './report-namespaces.ts';
import { inactiveSummaries, PolicySummaries, tierSummaries } from './report-policies.ts';
import type {
  FileSummary,
  IgnoreSummary,
  NodeId,
  Problem,
  SnapshotId,
  SnapshotReport,
  UnusedSummary,
} from './results.ts';
import type { Snapshot } from './snapshot.ts';
import { isIncomplete, snapshotCounts } from './snapshot-counts.ts';

const SEVERITY_RANK = { error: 0, warning: 1, info: 2 } as const;

const byRank = (a: Problem, b: Problem): number =>
  SEVERITY_RANK[a.severity] - SEVERITY_RANK[b.severity] ||
  compareText(a.location.file, b.location.file) ||
  a.location.start - b.location.start ||
  compareText(a.code, b.code);

/** The families assumed where no address says which are in use. */
function familyAssumption(snapshot: Snapshot): SnapshotReport['assumptions'] {
  const { universe, cluster } = snapshot;
  const known = cluster.endpoints.some((endpoint) => endpoint.addresses.length > 0);
  if (known || universe.podCIDRs.length > 0 || universe.families.length > 1 || universe.families[0] === 6) return [];
  return [
    {
      code: 'ipv4-only',
      message: 'No manifest holds an IPv6 address, so the cluster and the Internet are taken to be IPv4',
      remedy: 'Give the pod CIDRs of a dual-stack cluster',
      subjects: [],
    },
  ];
}

/** Domain names in the rules of a policy that nobody gave addresses for. */
function domainsIn(policy: Policy): readonly string[] {
  const namesOf = (peer: Peer): readonly string[] => {
    if (peer.op === 'unresolved') return peer.fact.names ?? [];
    if (peer.op === 'not') return namesOf(peer.term);
    return peer.op === 'and' || peer.op === 'or' ? peer.terms.flatMap(namesOf) : [];
  };
  const rules = [...(policy.ingress ?? []), ...(policy.egress ?? [])];
  return rules.flatMap((rule) => rule.matches.flatMap((match) => namesOf(match.peer)));
}

/** A problem and the text it was found in. */
interface KnownProblem {
  readonly file: SourceFile | undefined;
  readonly problem: Problem;
}

/** What is wrong with a snapshot, and how much there is: enough for who lists nothing of it. */
export type ReportBrief = Pick<SnapshotReport, 'problems' | 'assumptions' | 'counts' | 'incomplete'>;

/** Writes reports of one snapshot after another: what did not change between two is not made again. */
export class ReportWriter {
  readonly #limits: AnswerLimits;
  readonly #namespaces: NamespaceSummaries;
  readonly #policies: PolicySummaries;
  readonly #files = new KeptMap<FileReading, FileSummary>();
  readonly #domains = new KeptMap<Policy, readonly string[]>();
  readonly #unused = new WeakMap<FileReading, readonly UnusedSummary[]>();
  readonly #problems = new WeakMap<Diagnostic, KnownProblem>();

  constructor(limits: AnswerLimits = NO_LIMITS) {
    this.#limits = limits;
    this.#namespaces = new NamespaceSummaries(limits.workloads);
    this.#policies = new PolicySummaries(limits.nodes);
  }

  /** `listed`: namespaces whose workloads are listed however large the cluster is. */
  write(snapshot: Snapshot, id: SnapshotId, listed: ReadonlySet<NodeId> = new Set()): SnapshotReport {
    const { readings, diagnostics } = snapshot;
    const locator = new Locator(readings);
    const unused = readings.reduce((sum, { decoded }) => sum + decoded.unused.length, 0);
    const chosen = this.#chosen(diagnostics);
    return {
      snapshot: id,
      files: this.#files.map(readings, (reading) => fileSummary(reading, this.#limits.objects, locator)),
      namespaces: this.#namespaces.of(snapshot, locator, listed),
      externals: externalSummaries(snapshot, locator),
      hosts: hostSummaries(snapshot, locator),
      tiers: tierSummaries(snapshot),
      policies: this.#policies.of(snapshot, locator),
      inactive: inactiveSummaries(snapshot, locator),
      unused: this.#unusedOf(readings, locator),
      ...this.#brief(snapshot, chosen, locator),
      unlisted: {
        problems: Math.max(0, diagnostics.length - this.#limits.problems),
        unused: Math.max(0, unused - this.#limits.unused),
        lost: chosen.length < diagnostics.length ? lostDocuments(diagnostics) - lostDocuments(chosen) : 0,
      },
    };
  }

  brief(snapshot: Snapshot): ReportBrief {
    const locator = new Locator(snapshot.readings);
    return this.#brief(snapshot, this.#chosen(snapshot.diagnostics), locator);
  }

  #brief(snapshot: Snapshot, chosen: readonly Diagnostic[], locator: Locator): ReportBrief {
    return {
      problems: chosen.map((diagnostic) => this.#problem(diagnostic, locator)).sort(byRank),
      assumptions: [...snapshot.assumptions, ...familyAssumption(snapshot), ...this.#domainAssumption(snapshot)],
      counts: snapshotCounts(snapshot),
      incomplete: isIncomplete(snapshot),
    };
  }

  /** Domain names in rules and sets that nobody gave addresses for. */
  #domainAssumption({ policies, cluster }: Snapshot): SnapshotReport['assumptions'] {
    const names = new Set<string>();
    for (const own of this.#domains.map(policies, domainsIn)) for (const name of own) names.add(name);
    for (const { more } of cluster.sets) for (const name of more?.names ?? []) names.add(name);
    if (names.size === 0) return [];
    return [
      {
        code: 'domain-addresses-unknown',
        message: 'No manifest holds the addresses behind domain names, so flows to addresses outside may be unknown',
        remedy: 'Give the addresses (--domain NAME=IP)',
        subjects: [...names].sort(compareText),
      },
    ];
  }

  #unusedOf(readings: readonly FileReading[], locator: Locator): UnusedSummary[] {
    const found: UnusedSummary[] = [];
    for (const reading of readings) {
      if (found.length >= this.#limits.unused) break;
      const known =
        this.#unused.get(reading) ??
        reading.decoded.unused
          .slice(0, this.#limits.unused)
          .map(({ range, ...rest }) => ({ ...rest, location: locator.locate(range) }));
      this.#unused.set(reading, known);
      for (const one of known) found.push(one);
    }
    return found.length > this.#limits.unused ? found.slice(0, this.#limits.unused) : found;
  }

  /** As many as there is room for, the worst first. */
  #chosen(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
    const room = this.#limits.problems;
    if (diagnostics.length <= room) return diagnostics;
    const severities = ['error', 'warning', 'info'] as const;
    return severities.flatMap((severity) => diagnostics.filter((one) => one.severity === severity)).slice(0, room);
  }

  #problem(diagnostic: Diagnostic, locator: Locator): Problem {
    const file = locator.file(diagnostic.range.file);
    const known = this.#problems.get(diagnostic);
    // What it is related to may stand in another file.
    if (known && known.file === file && !diagnostic.related) return known.problem;
    const problem = locator.problem(diagnostic);
    this.#problems.set(diagnostic, { file, problem });
    return problem;
  }
}

/** How many documents the answer lacks: several problems of one document count once. */
function lostDocuments(diagnostics: readonly Diagnostic[]): number {
  const lost = diagnostics.filter(({ gap }) => gap !== undefined);
  return new Set(lost.map(({ range, object }) => `${range.file} ${object ?? range.start}`)).size;
}

/** Those with a reason: the others let nothing pass. */
function ignoresOf({ file, ignores = [] }: FileReading, locator: Locator): readonly IgnoreSummary[] {
  return ignores.flatMap(({ codes, reason, covers, span }) => {
    if (reason === undefined || !covers) return [];
    const { start, end } = covers;
    return [{ codes, reason, start, end, location: locator.locate({ file: file.path, ...span }) }];
  });
}

function fileSummary(reading: FileReading, limit: number, locator: Locator): FileSummary {
  const { file, documents, decoded } = reading;
  const counts = new Map<string, number>();
  for (const { kind } of decoded.resources) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  if (decoded.assertions) counts.set('Assertion', decoded.assertions.length);
  const countOf = (kind: string): number => counts.get(kind) ?? 0;
  const listed =
    decoded.resources.length <= limit
      ? decoded.resources
      : [...decoded.resources].sort((a, b) => countOf(a.kind) - countOf(b.kind)).slice(0, limit);
  return {
    path: file.path,
    documents,
    kinds: [...counts].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0])),
    objects: listed.map(({ kind, meta, range }) => ({
      kind,
      namespace: meta.namespace,
      name: meta.name,
      location: locator.locate(range),
    })),
    ...(reading.ignores ? { ignores: ignoresOf(reading, locator) } : {}),
  };
}

/** The report of one snapshot, with everything listed. */
export function createReport(snapshot: Snapshot, id: SnapshotId): SnapshotReport {
  return new ReportWriter().write(snapshot, id);
}
