// Writes a label of pods or of a namespace where the manifests say it: in the pod template, in pod objects, in the Namespace.

import { appendEntry } from '../../documents/insert-item.ts';
import type { Manifests, Path } from '../../documents/manifest.ts';
import type { TextEdit } from '../../documents/text-edit.ts';
import { blockText } from '../../documents/write-block.ts';
import { removeEntry, setEntry } from '../../documents/write-edits.ts';
import type { Endpoint } from '../../model/cluster.ts';
import type { Resource } from '../../resources/resource.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Candidate } from './candidate.ts';

export interface LabelHome {
  readonly of: 'endpoint' | 'namespace';
  readonly key: string;
}

type Written = Pick<Candidate, 'edits' | 'created'>;

/** More pod objects of one workload are not written one by one. */
const MOST_PODS = 50;

const TEMPLATES: Readonly<Record<string, Path>> = {
  Pod: [],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
};
const TEMPLATE: Path = ['spec', 'template'];
const WORKLOADS = ['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob', 'ReplicationController'];

function labelEdit(
  manifests: Manifests,
  resource: Resource,
  path: Path,
  key: string,
  value: string | undefined,
): TextEdit | undefined {
  const { range } = resource;
  const labels = manifests.find(range, [...path, 'metadata', 'labels']);
  if (value === undefined) {
    const place = manifests.find(range, [...path, 'metadata', 'labels', key]);
    const isAlone = labels?.value.kind === 'map' && labels.value.entries.length === 1;
    return place && removeEntry(isAlone ? labels : place);
  }
  if (labels?.value.kind === 'map') return labels.value.entries.length > 0 ? setEntry(labels, key, value) : undefined;
  const metadata = manifests.find(range, [...path, 'metadata']);
  return metadata && appendEntry(metadata, 'labels', { [key]: value });
}

/** Objects that say which labels the endpoint's pods have: the template of their workload, and pod objects. */
function podSources({ readings, cluster }: Snapshot, own: Endpoint): readonly Resource[] | undefined {
  const workload = cluster.workloads[own.workload];
  if (!workload) return undefined;
  const pods = new Set(
    workload.endpoints.flatMap((index) => {
      const one = cluster.endpoints[index];
      return one?.id.startsWith('pod:') ? [one.name] : [];
    }),
  );
  if (pods.size > MOST_PODS) return undefined;
  const isSource = ({ kind, meta }: Resource): boolean =>
    meta.namespace === workload.namespace &&
    (kind === 'Pod' ? pods.has(meta.name) : kind === workload.kind && meta.name === workload.name);
  const kinds = new Set([...WORKLOADS, 'Pod']);
  const found: Resource[] = [];
  for (const { file, decoded } of readings) {
    for (const one of decoded.resources) {
      if (!kinds.has(one.kind) || !isSource(one)) continue;
      if (file.large) return undefined;
      found.push(one);
    }
  }
  return found;
}

/** Kubernetes: a workload finds its pods by the labels of its selector, and so does a Service. */
function isRelied(
  snapshot: Snapshot,
  manifests: Manifests,
  own: Endpoint,
  sources: readonly Resource[],
  key: string,
): boolean {
  const serves = snapshot.cluster.services.some(
    ({ namespace, selector }) =>
      namespace === own.namespace &&
      selector?.has(key) &&
      [...selector].every(([name, value]) => own.labels.get(name) === value),
  );
  const owns = sources.some(
    ({ range }) => manifests.find(range, ['spec', 'selector', 'matchLabels', key]) !== undefined,
  );
  return serves || owns;
}

/** Undefined where the label cannot be written, or others rely on the value that it has. */
export function writeLabel(
  snapshot: Snapshot,
  manifests: Manifests,
  own: Endpoint,
  { of, key }: LabelHome,
  value: string | undefined,
): Written | undefined {
  if (of === 'namespace') return writeNamespace(snapshot, manifests, own.namespace, key, value);
  const sources = podSources(snapshot, own);
  if (!sources || sources.length === 0) return undefined;
  if (own.labels.has(key) && isRelied(snapshot, manifests, own, sources, key)) return undefined;
  const edits = sources.map((one) => labelEdit(manifests, one, TEMPLATES[one.kind] ?? TEMPLATE, key, value));
  const made = edits.filter((edit) => edit !== undefined);
  return made.length === edits.length ? { edits: made, created: [] } : undefined;
}

function writeNamespace(
  { readings }: Snapshot,
  manifests: Manifests,
  name: string,
  key: string,
  value: string | undefined,
): Written | undefined {
  for (const { file, decoded } of readings) {
    const known = decoded.resources.find((one) => one.kind === 'Namespace' && one.meta.name === name);
    if (!known) continue;
    const edit = file.large ? undefined : labelEdit(manifests, known, [], key, value);
    return edit && { edits: [edit], created: [] };
  }
  if (value === undefined) return undefined;
  const written = { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: { [key]: value } } };
  return { edits: [], created: [{ path: `namespace-${name}.yaml`, text: blockText(written) }] };
}
