// NetworkPolicy (networking.k8s.io/v1), decoded and validated as the API server 1.36 does, in its words.
import type { MapFields } from '../map-fields.ts';
import { readNetworkPolicySpec } from '../network-policy-spec.ts';
import type { ResourceKind } from '../resource-kind.ts';

/** Older servers (1.24 to 1.27) wrote a `status`, which is no field of the API any more. */
function checkStatus(root: MapFields): void {
  const status = root.get('status');
  if (!status) return;
  const message = 'unknown field "status", which is ignored: NetworkPolicy has none since Kubernetes 1.28';
  root.field.context.rejectIfNew({
    span: status.keySpan ?? status.value,
    code: 'unknown-field',
    message,
    advice: 'Remove it.',
  });
}

export const networkPolicyKind: ResourceKind = {
  kind: 'NetworkPolicy',
  apiVersions: ['networking.k8s.io/v1'],
  removedVersions: new Map([['extensions/v1beta1', '1.16']]),
  namespaced: true,
  topFields: ['spec', 'status'],
  consequence: 'so it counts as absent, and what it selects is not isolated by it',
  strict: true,
  decode(root, header) {
    checkStatus(root);
    return { kind: 'NetworkPolicy', ...header, spec: readNetworkPolicySpec(root, header).spec };
  },
};
