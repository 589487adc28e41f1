// What the exporters of a posture write, and the sentences and cells that they share.
import { counted } from '../base/counted.ts';
import { groupedDigits } from '../base/grouped-digits.ts';
import type {
  ClusterPosture,
  CrossingPairs,
  DirectionPosture,
  Exposure,
  NamespacePosture,
} from '../engine/posture/posture.ts';
import { type FindingCounts, NO_FINDINGS } from './findings-by-namespace.ts';
import type { PostureFact } from './posture-words.ts';

export interface PostureReport {
  readonly posture: ClusterPosture;
  /** By namespace; '' for what is of the whole cluster. */
  readonly findings: ReadonlyMap<string, FindingCounts>;
  readonly assertions: { readonly pinned: number; readonly broken: number };
  readonly incomplete: boolean;
}

/** Columns of the tables, after the name. */
export const postureColumns = [
  'pods',
  'ingress',
  'egress',
  'fromInternet',
  'toInternet',
  'fromOthers',
  'toOthers',
  'openToAll',
  'findings',
] as const satisfies readonly PostureFact[];

const plusUnknown = (unknown: number): string => (unknown > 0 ? ` (${groupedDigits(unknown)} unknown)` : '');

/** `closed`, `open`, `part 3/12`, `none`: there are no pods. */
export function denyWords(direction: DirectionPosture, governable: number): string {
  const { defaultDeny, closed, undecided } = direction;
  if (defaultDeny === 'none') return '–';
  if (defaultDeny !== 'part') return defaultDeny;
  return `part ${groupedDigits(closed)}/${groupedDigits(governable)}${plusUnknown(undecided)}`;
}

/** `6: 80, 443`, `12: all ports`. */
export function exposureWords({ allowed, unknown, ports }: Exposure): string {
  if (allowed === 0 && unknown === 0) return '0';
  return `${groupedDigits(allowed)}${allowed > 0 ? `: ${ports}` : ''}${plusUnknown(unknown)}`;
}

export function crossingWords({ pairs, allowed, unknown }: CrossingPairs): string {
  return pairs === 0 ? '–' : `${groupedDigits(allowed)}/${groupedDigits(pairs)}${plusUnknown(unknown)}`;
}

function findingWords({ error, warning, info }: FindingCounts): string {
  const parts = [
    error > 0 ? counted(error, 'error') : '',
    warning > 0 ? counted(warning, 'warning') : '',
    info > 0 ? counted(info, 'note') : '',
  ].filter((part) => part !== '');
  return parts.length > 0 ? parts.join(', ') : '0';
}

/** One row of the tables, in the order of `postureColumns`. */
export function postureCells(numbers: NamespacePosture, { findings }: Pick<PostureReport, 'findings'>): string[] {
  const { name, pods, onHost, ingress, egress, fromInternet, toInternet, fromOthers, toOthers, openToAll } = numbers;
  return [
    groupedDigits(pods),
    denyWords(ingress, pods - onHost),
    denyWords(egress, pods - onHost),
    exposureWords(fromInternet),
    exposureWords(toInternet),
    crossingWords(fromOthers),
    crossingWords(toOthers),
    `${groupedDigits(openToAll.allowed)}${plusUnknown(openToAll.unknown)}`,
    findingWords(findings.get(name) ?? NO_FINDINGS),
  ];
}

const ofPods = (count: number, of: number): string => `${groupedDigits(count)} of ${counted(of, 'pod')}`;
const andUnknown = (unknown: number): string => (unknown > 0 ? `, and ${groupedDigits(unknown)} unknown` : '');

/** What stands out, in sentences: of the namespaces that are none of the system's, or of these where there are no others. */
export function postureSentences({ posture, assertions, findings }: PostureReport): string[] {
  const { totals, namespaces, hosts, uncounted } = posture;
  const own = namespaces.filter(({ system }) => !system);
  const counts = own.length > 0 ? totals.own : totals.system;
  const system = namespaces.length - own.length;
  const { workloads, pods, onHost, ingress, egress, fromInternet, toInternet, fromOthers, openToAll } = counts;
  const governable = pods - onHost;
  const apart = own.length > 0 && system > 0 ? `; ${counted(system, 'system namespace')} apart` : '';
  const whole = findings.get('');
  return [
    `${counted(own.length || system, 'namespace')}, ${counted(workloads, 'workload')}, ${counted(pods, 'pod')}${onHost > 0 ? `, ${groupedDigits(onHost)} of them on the host network` : ''}${apart}.`,
    `Default deny: ingress of ${ofPods(ingress.closed, governable)}${andUnknown(ingress.undecided)}; egress of ${ofPods(egress.closed, governable)}${andUnknown(egress.undecided)}.`,
    `Isolated: ingress of ${ofPods(ingress.governed, governable)}; egress of ${ofPods(egress.governed, governable)}.`,
    `The Internet may reach ${ofPods(fromInternet.allowed, pods)}${andUnknown(fromInternet.unknown)}; ${ofPods(toInternet.allowed, pods)}${andUnknown(toInternet.unknown)} may reach it.`,
    ...(fromOthers.pairs > 0
      ? [
          `Across namespaces ${groupedDigits(fromOthers.allowed)} of ${counted(fromOthers.pairs, 'pair')} of workloads may connect${andUnknown(fromOthers.unknown)}.`,
        ]
      : []),
    `Every pod of the cluster may reach ${ofPods(openToAll.allowed, pods)}${andUnknown(openToAll.unknown)}, as far as their own policies go.`,
    ...(hosts.hosts > 0
      ? [`${groupedDigits(hosts.withEndpoint)} of ${counted(hosts.hosts, 'host')} with a host endpoint.`]
      : []),
    ...(assertions.pinned > 0
      ? [
          `${counted(assertions.pinned, 'assertion')}, ${assertions.broken === 0 ? 'all hold' : `${groupedDigits(assertions.broken)} broken`}.`,
        ]
      : []),
    ...(whole ? [`About the whole cluster: ${findingWords(whole)}.`] : []),
    ...(uncounted > 0
      ? [`The pairs of ${counted(uncounted, 'workload')} are not counted: their pods differ, and they are too many.`]
      : []),
  ];
}

/** Namespaces with pods, those of the system last. */
export function listedNamespaces({ namespaces }: ClusterPosture): readonly NamespacePosture[] {
  const listed = namespaces.filter(({ workloads }) => workloads > 0);
  return [...listed.filter(({ system }) => !system), ...listed.filter(({ system }) => system)];
}
