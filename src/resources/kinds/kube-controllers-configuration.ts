// KubeControllersConfiguration (projectcalico.org/v3): whether every node gets a HostEndpoint by itself.
import { CALICO, calicoNameErrors } from '../calico-kind.ts';
import { type Field, readString, rejectUnsupported } from '../field.ts';
import { readMap } from '../map-fields.ts';
import type { ResourceKind } from '../resource-kind.ts';

const MODES = ['Enabled', 'Disabled'];
const WAY = ['spec', 'controllers', 'node', 'hostEndpoint'];

function isEnabled(field: Field | undefined, byDefault: boolean): boolean {
  const mode = readString(field);
  if (!field || !mode) return byDefault;
  if (!MODES.includes(mode)) rejectUnsupported(field, mode, MODES);
  return mode === 'Enabled';
}

export const kubeControllersConfigurationKind: ResourceKind = {
  ...CALICO,
  kind: 'KubeControllersConfiguration',
  namespaced: false,
  nameErrors: calicoNameErrors,
  topFields: ['spec', 'status'],
  consequence: 'so it counts as absent, and nodes get no HostEndpoint by themselves',
  strict: false,
  decode(root, header) {
    let fields: ReturnType<typeof readMap> = root;
    for (const name of WAY) fields = readMap(fields?.get(name), 'open');
    const created = isEnabled(fields?.get('autoCreate'), false);
    // Nodes can have host endpoints of templates alone.
    const withDefault = isEnabled(fields?.get('createDefaultHostEndpoint'), true);
    return { kind: 'KubeControllersConfiguration', ...header, autoHostEndpoints: created && withDefault };
  },
};
