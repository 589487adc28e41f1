// AdminNetworkPolicy (policy.networking.k8s.io/v1alpha1), experimental channel: rules above every NetworkPolicy.
import { readAdminPort } from '../admin-ports.ts';
import { type AdminRuleSchema, readSubjectAndRules } from '../admin-rules.ts';
import type { ResourceKind } from '../resource-kind.ts';
import { readRequiredNumber, readSpec } from '../schema-rules.ts';

const SPEC = new Set(['priority', 'subject', 'ingress', 'egress']);
const RULES: AdminRuleSchema = {
  actions: new Map([
    ['Allow', 'Allow'],
    ['Deny', 'Deny'],
    ['Pass', 'Pass'],
  ]),
  limit: 100,
  outsidePeers: ['networks', 'nodes', 'domainNames'],
  namespaceSelector: 'required',
  ports: 'ports',
  readPort: readAdminPort,
};

export const adminNetworkPolicyKind: ResourceKind = {
  kind: 'AdminNetworkPolicy',
  apiVersions: ['policy.networking.k8s.io/v1alpha1'],
  namespaced: false,
  topFields: ['spec', 'status'],
  consequence: 'so it counts as absent, and its rules decide nothing',
  strict: true,
  decode(root, header) {
    const spec = readSpec(root, SPEC);
    if (!spec) return undefined;
    const priority = readRequiredNumber(spec, 'priority', 0, 1000);
    const rest = readSubjectAndRules(spec, RULES);
    if (priority === undefined || !rest) return undefined;
    return { kind: 'AdminNetworkPolicy', ...header, spec: { tier: 'Admin', priority, ...rest } };
  },
};
