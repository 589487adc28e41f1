// Which changes of the manifests may have caused a flip: those of policies, workloads, pods and namespaces at either end.
import { compareText } from '../base/compare-text.ts';
import type { SourceFile } from '../documents/source-file.ts';
import type { PolicySummary } from '../engine/policy-results.ts';
import type { FlipRow, Location, NodeId, SnapshotReport } from '../engine/results.ts';
import type { FlipCause, Risk } from '../exporters/diff-report.ts';
import { workloadsOf } from './find-node.ts';

/** One end of the comparison. */
export interface DiffEnd {
  readonly report: SnapshotReport;
  readonly files: readonly SourceFile[];
}

interface PlacedObject {
  readonly location: Location;
  readonly text: string;
}

/** `internet` where one end is an address outside; otherwise by the namespaces of the ends. */
export function riskOf({ src, dst }: FlipRow): Risk {
  const from = namespaceOf(src);
  const to = namespaceOf(dst);
  if (from === undefined || to === undefined) return 'internet';
  return from === to ? 'namespace' : 'cross-namespace';
}

export class FlipCauses {
  /** By `Kind/namespace/name`. */
  readonly #changes = new Map<string, FlipCause>();
  readonly #policies: readonly PolicySummary[];
  /** Objects that make up a workload, by its id: itself and its pods. */
  readonly #parts = new Map<NodeId, Set<string>>();

  constructor(base: DiffEnd, head: DiffEnd) {
    const before = placedObjects(base);
    const after = placedObjects(head);
    for (const key of [...new Set([...before.keys(), ...after.keys()])].sort(compareText)) {
      const change = changeOf(key, before.get(key), after.get(key));
      if (change !== undefined) this.#changes.set(key, change);
    }
    this.#policies = [...base.report.policies, ...head.report.policies].filter((policy) =>
      this.#changes.has(policy.id),
    );
    for (const workload of [...workloadsOf(base.report), ...workloadsOf(head.report)]) {
      const parts = this.#parts.get(workload.id) ?? new Set([workload.id.slice('workload:'.length)]);
      for (const pod of workload.pods) parts.add(`${workload.namespace}/Pod/${pod.name}`);
      this.#parts.set(workload.id, parts);
    }
  }

  /** Policies that govern an end of the flow, in one of the snapshots; then the ends themselves and their namespaces. */
  of({ src, dst }: FlipRow): FlipCause[] {
    const keys = new Set<string>();
    for (const { id, directions, appliesTo } of this.#policies) {
      const governs = (end: NodeId, direction: 'ingress' | 'egress') =>
        directions.includes(direction) && appliesTo.includes(end);
      if (governs(src, 'egress') || governs(dst, 'ingress')) keys.add(id);
    }
    for (const end of [src, dst]) {
      for (const part of this.#parts.get(end) ?? []) keys.add(objectKey(part));
      keys.add(`Namespace//${namespaceOf(end)}`);
    }
    return [...keys].flatMap((key) => this.#changes.get(key) ?? []);
  }
}

/** `ns/Kind/name` to `Kind/ns/name`. */
function objectKey(part: string): string {
  const [namespace, kind, name] = part.split('/');
  return `${kind}/${namespace}/${name}`;
}

function namespaceOf(id: NodeId): string | undefined {
  return /^(?:workload|pod):([^/]*)\//.exec(id)?.[1];
}

function placedObjects({ report, files }: DiffEnd): Map<string, PlacedObject> {
  const texts = new Map(files.map((file) => [file.path, file.text]));
  const objects = new Map<string, PlacedObject>();
  for (const { objects: own } of report.files) {
    for (const { kind, namespace, name, location } of own) {
      const text = texts.get(location.file)?.slice(location.start, location.end) ?? '';
      // Of two objects with one name the later counts, as in the engine.
      objects.set(`${kind}/${namespace}/${name}`, { location, text });
    }
  }
  return objects;
}

function changeOf(
  key: string,
  before: PlacedObject | undefined,
  after: PlacedObject | undefined,
): FlipCause | undefined {
  const [kind, namespace, name] = key.split('/');
  const object = `${kind} ${namespace === '' ? name : `${namespace}/${name}`}`;
  if (before === undefined)
    return after && { file: after.location.file, line: after.location.line, change: `added ${object}` };
  if (after === undefined)
    return { file: before.location.file, line: before.location.line, change: `removed ${object}` };
  if (before.text === after.text) return undefined;
  const line = after.location.line + firstDifferentLine(before.text, after.text);
  return { file: after.location.file, line, change: `changed ${object}` };
}

/** Counted from 0; the last line where the new text only lost lines at its end. */
function firstDifferentLine(before: string, after: string): number {
  const old = before.split('\n');
  const lines = after.trimEnd().split('\n');
  const at = lines.findIndex((line, number) => line !== old[number]);
  return at < 0 ? lines.length - 1 : at;
}
