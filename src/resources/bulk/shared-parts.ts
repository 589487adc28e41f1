// Makes equal parts of resources one object, so that a cluster of many like pods takes little memory.
import type { ContainerPort, Labels, ObjectMeta, OwnerReference, PodSpec, Resource } from '../resource.ts';

/** More different parts of one sort than any honest cluster has at a time; then the oldest are forgotten. */
const MOST_PARTS = 20_000;

/** The first of equal parts, by a text that tells them apart. */
export class PartTable<T> {
  readonly #parts = new Map<string, T>();

  share(key: string, part: T): T {
    const known = this.#parts.get(key);
    if (known !== undefined) return known;
    if (this.#parts.size >= MOST_PARTS) this.#parts.clear();
    this.#parts.set(key, part);
    return part;
  }
}

export class SharedParts {
  readonly #labels = new PartTable<Labels>();
  readonly #owners = new PartTable<readonly OwnerReference[]>();
  readonly #ports = new PartTable<readonly ContainerPort[]>();
  readonly hostIPs = new PartTable<readonly string[]>();
  readonly #specs = new PartTable<PodSpec>();

  /** An equal resource. Its `nameRange` is its `range`, for a large file is read without the places of names. */
  resource(resource: Resource): Resource {
    const header = { meta: this.#meta(resource.meta), nameRange: resource.range };
    switch (resource.kind) {
      case 'Pod': {
        const { kind, apiVersion, range, spec, status } = resource;
        const { phase, podIPs, hostIPs } = status;
        const shared = { phase, podIPs, hostIPs: this.hostIPs.share(hostIPs.join(' '), hostIPs) };
        return { kind, apiVersion, ...header, range, spec: this.#podSpec(spec), status: shared };
      }
      case 'Deployment':
      case 'ReplicaSet':
      case 'StatefulSet':
      case 'DaemonSet':
      case 'Job':
      case 'CronJob':
      case 'ReplicationController': {
        const { labels, spec } = resource.template;
        return { ...resource, ...header, template: { labels: this.labels(labels), spec: this.#podSpec(spec) } };
      }
      case 'EndpointSlice':
        return { ...resource, ...header, ports: this.#portsOf(resource.ports) };
      case 'Service': {
        const selector = resource.selector && this.labels(resource.selector);
        return { ...resource, ...header, selector };
      }
      default:
        return { ...resource, ...header };
    }
  }

  #meta({ name, namespace, namespaceGiven, labels, owners }: ObjectMeta): ObjectMeta {
    return { name, namespace, namespaceGiven, labels: this.labels(labels), owners: this.owners(owners) };
  }

  /** No key or value of a label holds a line break. */
  labels(labels: Labels): Labels {
    let key = '';
    for (const [name, value] of labels) key += `${name}\n${value}\n`;
    return this.#labels.share(key, labels);
  }

  owners(owners: readonly OwnerReference[]): readonly OwnerReference[] {
    let key = '';
    for (const { kind, name, controller } of owners)
      key += `${JSON.stringify(kind)}${JSON.stringify(name)}${controller}`;
    return this.#owners.share(key, owners);
  }

  #portsOf(ports: readonly ContainerPort[]): readonly ContainerPort[] {
    let key = '';
    for (const { name, port, protocol } of ports) key += `${port}/${protocol}/${name ?? ''}\n`;
    return this.#ports.share(key, ports);
  }

  #podSpec({ ports, hostNetwork, nodeName, serviceAccount }: PodSpec): PodSpec {
    const spec = { ports: this.#portsOf(ports), hostNetwork, nodeName, serviceAccount };
    if (nodeName !== undefined) return spec;
    return this.#specs.share(JSON.stringify(spec), spec);
  }
}
