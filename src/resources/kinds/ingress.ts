// Ingress (networking.k8s.io/v1): which Services traffic from outside reaches through it.
import { type Field, readList, readString } from '../field.ts';
import { readMap } from '../map-fields.ts';
import type { ResourceKind } from '../resource-kind.ts';

const map = (field: Field | undefined) => readMap(field, 'open');

/** The Service of an IngressBackend; one that names a `resource` has none. */
function readBackend(field: Field | undefined): string | undefined {
  return readString(map(map(field)?.get('service'))?.get('name')) || undefined;
}

export const ingressKind: ResourceKind = {
  kind: 'Ingress',
  apiVersions: ['networking.k8s.io/v1'],
  removedVersions: new Map([
    ['extensions/v1beta1', '1.22'],
    ['networking.k8s.io/v1beta1', '1.22'],
  ]),
  namespaced: true,
  topFields: ['spec', 'status'],
  consequence: 'so it counts as absent, and the Services behind it do not show as reached from outside',
  strict: false,
  decode(root, header) {
    const spec = map(root.get('spec'));
    const rules = readList(spec?.get('rules'));
    const paths = rules.flatMap((rule) => readList(map(map(rule)?.get('http'))?.get('paths')));
    const backends = [spec?.get('defaultBackend'), ...paths.map((path) => map(path)?.get('backend'))];
    const services = new Set(backends.flatMap((backend) => readBackend(backend) ?? []));
    return { kind: 'Ingress', ...header, services: [...services] };
  },
};
