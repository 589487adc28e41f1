// BaselineAdminNetworkPolicy (policy.networking.k8s.io/v1alpha1), experimental channel: what holds where no NetworkPolicy does.
import { readAdminPort } from '../admin-ports.ts';
import { type AdminRuleSchema, readSubjectAndRules } from '../admin-rules.ts';
import { rejectValue } from '../field.ts';
import { type MapFields, readMap } from '../map-fields.ts';
import type { ResourceKind } from '../resource-kind.ts';
import { readSpec } from '../schema-rules.ts';

const SPEC = new Set(['subject', 'ingress', 'egress']);
const RULES: AdminRuleSchema = {
  actions: new Map([
    ['Allow', 'Allow'],
    ['Deny', 'Deny'],
  ]),
  limit: 100,
  outsidePeers: ['networks', 'nodes'],
  namespaceSelector: 'required',
  ports: 'ports',
  readPort: readAdminPort,
};

/** The API makes it a singleton by its name (CEL on `metadata.name`). */
function checkName(root: MapFields, name: string): void {
  const field = readMap(root.get('metadata'), 'open')?.get('name');
  if (!field || name === '' || name === 'default') return;
  const why = 'Only one baseline admin network policy with metadata.name="default" can be created in the cluster';
  rejectValue(field, name, why, 'Write `name: default`.');
}

export const baselineAdminNetworkPolicyKind: ResourceKind = {
  kind: 'BaselineAdminNetworkPolicy',
  apiVersions: ['policy.networking.k8s.io/v1alpha1'],
  namespaced: false,
  topFields: ['spec', 'status'],
  consequence: 'so it counts as absent, and its rules decide nothing',
  strict: true,
  decode(root, header) {
    checkName(root, header.meta.name);
    const spec = readSpec(root, SPEC);
    const rest = spec && readSubjectAndRules(spec, RULES);
    return rest && { kind: 'BaselineAdminNetworkPolicy', ...header, spec: { tier: 'Baseline', priority: 0, ...rest } };
  },
};
