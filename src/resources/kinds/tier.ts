// Tier (projectcalico.org/v3): a group of policies that is evaluated before or after others.
import { CALICO, tierNameErrors } from '../calico-kind.ts';
import { type Field, readNumber, readString, rejectAt, rejectUnsupported } from '../field.ts';
import { type MapFields, readMap } from '../map-fields.ts';
import { fixOf, insertEdit, replaceValue } from '../quick-fixes.ts';
import type { ResourceKind } from '../resource-kind.ts';
import { rejectSpec } from '../schema-rules.ts';

const SPEC = new Set(['order', 'defaultAction']);
const ACTIONS = ['Deny', 'Pass'] as const;
type DefaultAction = (typeof ACTIONS)[number];

/** Calico API, Tier: what the tiers that Calico itself makes must be. */
const BUILT_IN: ReadonlyMap<string, { readonly order: number; readonly defaultAction: DefaultAction }> = new Map([
  ['default', { order: 1_000_000, defaultAction: 'Deny' }],
  ['kube-admin', { order: 1_000, defaultAction: 'Pass' }],
  ['kube-baseline', { order: 10_000_000, defaultAction: 'Pass' }],
]);

function readDefaultAction(field: Field | undefined): DefaultAction {
  const text = readString(field);
  if (!field || !text) return 'Deny';
  const action = ACTIONS.find((known) => known === text || (field.context.object.raw && known.toLowerCase() === text));
  if (!action) rejectUnsupported(field, text, ACTIONS);
  return action ?? 'Deny';
}

/** `name` needs `value` under `spec`. */
function requireValue(root: MapFields, name: string, value: string | number, why: string): void {
  const spec = root.get('spec');
  const field = readMap(spec, 'open')?.get(name);
  const advice = `Write \`${name}: ${value}\`.`;
  if (field) rejectAt(field, why, { advice, fixes: [replaceValue(field, value)] });
  else
    rejectSpec(root, why, {
      advice,
      fixes: spec ? fixOf(`Add \`${name}: ${value}\``, insertEdit(spec, name, value)) : [],
    });
}

export const tierKind: ResourceKind = {
  ...CALICO,
  kind: 'Tier',
  namespaced: false,
  nameErrors: tierNameErrors,
  topFields: ['spec', 'status'],
  consequence: 'so it counts as absent, and its policies are in a tier that does not exist',
  decode(root, header) {
    const spec = readMap(root.get('spec'), SPEC);
    const order = readNumber(spec?.get('order'));
    const defaultAction = readDefaultAction(spec?.get('defaultAction'));
    const { name } = header.meta;
    const fixed = BUILT_IN.get(name);
    if (fixed && order !== fixed.order) {
      requireValue(root, 'order', fixed.order, `${name} tier order must be ${fixed.order}`);
    }
    if (fixed && defaultAction !== fixed.defaultAction) {
      const why = `The '${name}' tier must have default action '${fixed.defaultAction}'`;
      requireValue(root, 'defaultAction', fixed.defaultAction, why);
    }
    return { kind: 'Tier', ...header, order, defaultAction };
  },
};
