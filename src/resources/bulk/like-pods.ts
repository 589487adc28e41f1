// Makes pods of parts that were decoded for other pods before: nearly all pods of a large cluster are alike but for name and addresses.
import type { DocumentValue, ListValue, MapEntry, MapValue } from '../../documents/document-value.ts';
import type { SourceRange } from '../../documents/source-file.ts';
import { canonicalAddress } from '../addresses.ts';
import { dnsLabelErrors, labelKeyErrors, labelValueErrors } from '../name-syntax.ts';
import type { ContainerPort, Labels, ObjectMeta, OwnerReference, PodResource, PodSpec } from '../resource.ts';
import type { SharedParts } from './shared-parts.ts';

/** A name of one DNS label, which is a good name of a pod if it is not too long. */
const PLAIN_NAME = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;
const LONGEST_NAME = 253;
/** Keys kept; an honest cluster has fewer. */
const MOST_KEYS = 10_000;
const BYTE = '(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])';
const IPV4 = new RegExp(`^${BYTE}\\.${BYTE}\\.${BYTE}\\.${BYTE}$`);

const NO_LABELS: Labels = new Map();
const NO_OWNERS: readonly OwnerReference[] = [];
const NO_PORTS: readonly ContainerPort[] = [];
const NO_ADDRESSES: readonly string[] = [];

const OWNER_TEXTS: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'name', 'uid']);
const OWNER_SWITCHES: ReadonlySet<string> = new Set(['controller', 'blockOwnerDeletion']);

/** Thrown at what has not been seen in a pod that was decoded, and is not beyond doubt either. Made once. */
const UNKNOWN = new Error('not known from other pods');

export class LikePods {
  readonly #namespaces = new Set<string>();
  /** Equal bytes are one value, so that what was decoded from it before is found by its identity. */
  readonly #labels = new WeakMap<DocumentValue, Labels>();
  readonly #owners = new WeakMap<DocumentValue, readonly OwnerReference[]>();
  readonly #ports = new WeakMap<DocumentValue, readonly ContainerPort[]>();
  /** Keys of labels that nothing is wrong with. */
  readonly #labelKeys = new Set<string>();
  readonly #shared: SharedParts;

  /** @param shared the parts of pods that are decoded */
  constructor(shared: SharedParts) {
    this.#shared = shared;
  }

  /** The pod that decoding would give, or undefined where something in it has not been seen in another pod. */
  pod(map: MapValue, range: SourceRange): PodResource | undefined {
    try {
      return this.#pod(map, range);
    } catch (signal) {
      if (signal === UNKNOWN) return undefined;
      throw signal;
    }
  }

  /** Remembers the parts of a pod that was decoded without a diagnostic. Each item of its lists of ports is a port then. */
  learn(map: MapValue, pod: PodResource): void {
    const metadata = entriesIn(partOf(map.entries, 'metadata'));
    remember(this.#labels, partOf(metadata, 'labels'), pod.meta.labels);
    remember(this.#owners, partOf(metadata, 'ownerReferences'), pod.meta.owners);
    const spec = entriesIn(partOf(map.entries, 'spec'));
    for (const key of ['containers', 'initContainers']) {
      for (const container of itemsOf(partOf(spec, key))) {
        const ports = partOf(entriesIn(container), 'ports');
        const count = itemsOf(ports).length;
        if (count === 0) remember(this.#ports, ports, NO_PORTS);
        else if (count === pod.spec.ports.length) remember(this.#ports, ports, pod.spec.ports);
      }
    }
  }

  #pod(map: MapValue, range: SourceRange): PodResource {
    let meta: ObjectMeta | undefined;
    let spec: PodSpec | undefined;
    let status: PodResource['status'] | undefined;
    let apiVersion = '';
    for (const { key, value } of map.entries) {
      if (key === 'metadata') meta = this.#meta(entriesOf(value));
      else if (key === 'spec') spec = this.#spec(entriesOf(value));
      else if (key === 'status') status = this.#status(entriesOf(value));
      else if (key === 'apiVersion') apiVersion = textOf(value);
      else if (key !== 'kind') throw UNKNOWN;
    }
    if (meta === undefined || spec === undefined || status === undefined || apiVersion === '') throw UNKNOWN;
    return { kind: 'Pod', apiVersion, meta, nameRange: range, range, spec, status };
  }

  #meta(entries: readonly MapEntry[]): ObjectMeta {
    let name = '';
    let namespace = '';
    let labels = NO_LABELS;
    let owners = NO_OWNERS;
    for (const { key, value } of entries) {
      if (key === 'name') name = textOf(value);
      else if (key === 'namespace') namespace = textOf(value);
      else if (key === 'labels') labels = this.#labels.get(value) ?? this.#labelsOf(value);
      else if (key === 'ownerReferences') owners = this.#owners.get(value) ?? this.#ownersOf(value);
      else throw UNKNOWN;
    }
    if (!this.#isNamespace(namespace) || name.length > LONGEST_NAME || !PLAIN_NAME.test(name)) throw UNKNOWN;
    return { name, namespace, namespaceGiven: true, labels, owners };
  }

  #isNamespace(name: string): boolean {
    if (this.#namespaces.has(name)) return true;
    if (name === '' || dnsLabelErrors(name).length > 0) return false;
    this.#namespaces.add(name);
    return true;
  }

  /** Each workload has labels of its own. As `readLabels` gives them. */
  #labelsOf(value: DocumentValue): Labels {
    const labels = new Map<string, string>();
    for (const { key, value: label } of entriesOf(value)) {
      const text = textOf(label);
      if (!this.#isLabelKey(key) || labelValueErrors(text).length > 0) throw UNKNOWN;
      labels.set(key, text);
    }
    const shared = this.#shared.labels(labels);
    this.#labels.set(value, shared);
    return shared;
  }

  #isLabelKey(key: string): boolean {
    if (this.#labelKeys.has(key)) return true;
    if (labelKeyErrors(key).length > 0) return false;
    if (this.#labelKeys.size < MOST_KEYS) this.#labelKeys.add(key);
    return true;
  }

  /** As `readMetadata` gives them. */
  #ownersOf(value: DocumentValue): readonly OwnerReference[] {
    const owners = listOf(value).items.map((item): OwnerReference => {
      const texts = { kind: '', name: '' };
      let controller = false;
      for (const { key, value: field } of entriesOf(item)) {
        if (OWNER_TEXTS.has(key)) {
          const text = textOf(field);
          if (key === 'kind' || key === 'name') texts[key] = text;
        } else if (!OWNER_SWITCHES.has(key) || field.kind !== 'bool') throw UNKNOWN;
        else if (key === 'controller') controller = field.value;
      }
      if (texts.kind === '' || texts.name === '') throw UNKNOWN;
      return { ...texts, controller };
    });
    const shared = this.#shared.owners(owners);
    this.#owners.set(value, shared);
    return shared;
  }

  #spec(entries: readonly MapEntry[]): PodSpec {
    let ports = NO_PORTS;
    let hostNetwork = false;
    let nodeName = '';
    let serviceAccount = '';
    let deprecatedName = '';
    for (const { key, value } of entries) {
      if (key === 'containers' || key === 'initContainers') ports = this.#portsOf(value, ports);
      else if (key === 'nodeName') nodeName = textOf(value);
      else if (key === 'serviceAccountName') serviceAccount = textOf(value);
      else if (key === 'serviceAccount') deprecatedName = textOf(value);
      else if (key === 'hostNetwork' && value.kind === 'bool') hostNetwork = value.value;
      else throw UNKNOWN;
    }
    return {
      ports,
      hostNetwork,
      nodeName: nodeName || undefined,
      serviceAccount: serviceAccount || deprecatedName || 'default',
    };
  }

  /** The ports of all containers, of which one at most may have any: joined lists would not be shared. */
  #portsOf(containers: DocumentValue, others: readonly ContainerPort[]): readonly ContainerPort[] {
    let all = others;
    for (const container of listOf(containers).items) {
      for (const { key, value } of entriesOf(container)) {
        if (key !== 'ports') throw UNKNOWN;
        const ports = known(this.#ports, value);
        if (all.length > 0 && ports.length > 0) throw UNKNOWN;
        if (ports.length > 0) all = ports;
      }
    }
    return all;
  }

  #status(entries: readonly MapEntry[]): PodResource['status'] {
    let phase = '';
    let podIP = '';
    let hostIP = '';
    let podIPs: DocumentValue | undefined;
    let hostIPs: DocumentValue | undefined;
    for (const { key, value } of entries) {
      if (key === 'phase') phase = textOf(value);
      else if (key === 'podIP') podIP = textOf(value);
      else if (key === 'hostIP') hostIP = textOf(value);
      else if (key === 'podIPs') podIPs = value;
      else if (key === 'hostIPs') hostIPs = value;
      else throw UNKNOWN;
    }
    const hosts = addressesOf(hostIP, hostIPs);
    const key = hosts.length === 1 ? (hosts[0] ?? '') : hosts.join(' ');
    return {
      phase: phase || undefined,
      podIPs: addressesOf(podIP, podIPs),
      hostIPs: this.#shared.hostIPs.share(key, hosts),
    };
  }
}

/** Canonical, without duplicates, as `readAddresses` gives them. */
function addressesOf(one: string, many: DocumentValue | undefined): readonly string[] {
  const found: string[] = one === '' ? [] : [addressOf(one)];
  for (const item of many === undefined ? [] : listOf(many).items) {
    for (const { key, value } of entriesOf(item)) {
      if (key !== 'ip') throw UNKNOWN;
      const text = textOf(value);
      if (text === '' || text === one) continue;
      const address = addressOf(text);
      if (!found.includes(address)) found.push(address);
    }
  }
  return found.length === 0 ? NO_ADDRESSES : found;
}

function addressOf(text: string): string {
  const address = IPV4.test(text) ? text : canonicalAddress(text);
  if (address === undefined) throw UNKNOWN;
  return address;
}

function known<T>(parts: WeakMap<DocumentValue, T>, value: DocumentValue): T {
  const part = parts.get(value);
  if (part === undefined) throw UNKNOWN;
  return part;
}

function remember<T>(parts: WeakMap<DocumentValue, T>, value: DocumentValue | undefined, part: T): void {
  if (value !== undefined) parts.set(value, part);
}

function partOf(entries: readonly MapEntry[], key: string): DocumentValue | undefined {
  for (const entry of entries) if (entry.key === key) return entry.value;
  return undefined;
}

function entriesOf(value: DocumentValue | undefined): readonly MapEntry[] {
  if (value?.kind !== 'map') throw UNKNOWN;
  return value.entries;
}

function entriesIn(value: DocumentValue | undefined): readonly MapEntry[] {
  return value?.kind === 'map' ? value.entries : [];
}

function listOf(value: DocumentValue): ListValue {
  if (value.kind !== 'list') throw UNKNOWN;
  return value;
}

function textOf(value: DocumentValue): string {
  if (value.kind !== 'string') throw UNKNOWN;
  return value.value;
}

function itemsOf(value: DocumentValue | undefined): readonly DocumentValue[] {
  return value?.kind === 'list' ? value.items : [];
}
