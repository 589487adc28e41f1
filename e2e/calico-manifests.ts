// A shop under Calico: the tiers of the explanations that are kept word for word, and files that need a switch, a fact or a correction.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const tiers = join(import.meta.dirname, '../src/testing/articles/tiers/manifests');
const files = ['cluster.yaml', 'platform.yaml', 'security.yaml', 'shop.yaml', 'staged.yaml'];

/** A deletion that is staged, beside `staged.yaml`. */
const retire = `apiVersion: projectcalico.org/v3
kind: StagedGlobalNetworkPolicy
metadata: { name: platform.protect-nodes }
spec:
  stagedAction: Delete
  tier: platform
`;

/** Rejected for its action in small letters. */
const broken = `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: security.no-telnet }
spec:
  tier: security
  order: 30
  namespaceSelector: all()
  types: [Egress]
  egress:
    - { action: deny, protocol: TCP, destination: { ports: [23] } }
`;

/** Known to Calico Enterprise only, and of use only where somebody knows the addresses. */
const payments = `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: to-payments, namespace: shop }
spec:
  order: 50
  selector: app == 'db'
  types: [Egress]
  egress:
    - { action: Allow, protocol: TCP, destination: { domains: [api.payments.example], ports: [443] } }
`;

export const calicoManifests: Readonly<Record<string, string>> = {
  ...Object.fromEntries(files.map((name) => [name, readFileSync(join(tiers, name), 'utf8')])),
  'retire.yaml': retire,
  'broken.yaml': broken,
  'payments.yaml': payments,
};
