// Reads the spec that Calico's policies share, enforced and staged, of a namespace and global.
import { GLOBAL_POLICY_HINTS, POLICY_HINTS } from './calico-hints.ts';
import { calicoNameErrors } from './calico-kind.ts';
import type { CalicoPolicySpec } from './calico-resource.ts';
import { readCalicoRules } from './calico-rule.ts';
import type { RulePlace } from './calico-rule-checks.ts';
import { readPolicyTypes } from './calico-types.ts';
import {
  type Field,
  placeOf,
  readBool,
  readList,
  readNumber,
  readString,
  rejectAt,
  rejectUnsupported,
  rejectValue,
} from './field.ts';
import { type MapFields, readMap } from './map-fields.ts';
import { fixOf, insertEdit, replaceValue } from './quick-fixes.ts';
import type { ObjectHeader } from './resource-kind.ts';
import { readSelector } from './selector-field.ts';
import { quoteText } from './value-words.ts';

const SPEC = ['tier', 'order', 'selector', 'serviceAccountSelector', 'types', 'ingress', 'egress', 'performanceHints'];
const GLOBAL_SPEC = [...SPEC, 'namespaceSelector', 'doNotTrack', 'preDNAT', 'applyOnForward'];
const HINTS = ['AssumeNeededOnEveryNode'];

/** `spec` of an object that may have none, which means all of the defaults. */
export function readPolicySpec(
  root: MapFields,
  header: ObjectHeader,
  scope: 'namespaced' | 'global',
  extraFields: readonly string[] = [],
): { readonly spec: CalicoPolicySpec; readonly fields: MapFields | undefined } {
  const global = scope === 'global';
  const field = root.get('spec');
  const names = new Set([...(global ? GLOBAL_SPEC : SPEC), ...extraFields]);
  const fields = readMap(field, names, global ? GLOBAL_POLICY_HINTS : POLICY_HINTS);
  const get = (name: string): Field | undefined => fields?.get(name);
  const place: Omit<RulePlace, 'direction'> = {
    owner: global ? 'global-policy' : 'policy',
    namespace: header.meta.namespace,
  };
  checkHints(get('performanceHints'));
  const tierField = get('tier');
  const spec: CalicoPolicySpec = {
    tier: readTier(tierField),
    tierRange: tierField && root.field.context.rangeOf(tierField.value),
    order: readNumber(get('order')),
    selector: readSelector(get('selector'), 'nowhere'),
    serviceAccountSelector: readSelector(get('serviceAccountSelector'), 'nowhere'),
    namespaceSelector: global ? readSelector(get('namespaceSelector'), 'nowhere') : undefined,
    ...readPolicyTypes(fields, root.field.context.object.raw),
    ingress: readCalicoRules(get('ingress'), { direction: 'ingress', ...place }),
    egress: readCalicoRules(get('egress'), { direction: 'egress', ...place }),
    doNotTrack: global && (readBool(get('doNotTrack')) ?? false),
    preDNAT: global && (readBool(get('preDNAT')) ?? false),
    applyOnForward: global && (readBool(get('applyOnForward')) ?? false),
    range: field ? root.field.context.rangeOf(field.value) : header.range,
  };
  if (fields && global) checkHostFlags(fields, spec);
  return { spec, fields };
}

function readTier(field: Field | undefined): string {
  const tier = readString(field);
  if (!field || !tier) return 'default';
  for (const why of calicoNameErrors(tier)) rejectValue(field, tier, why, 'Write the name of a Tier.');
  return tier;
}

function checkHints(field: Field | undefined): void {
  const seen = new Set<string>();
  for (const item of readList(field)) {
    const text = readString(item);
    if (text === undefined) continue;
    if (!HINTS.includes(text)) rejectUnsupported(item, text, HINTS);
    else if (seen.has(text)) rejectAt(item, `Duplicate value: ${quoteText(text)}`, { advice: 'Remove it.' });
    seen.add(text);
  }
}

/** Calico API, GlobalNetworkPolicySpec: policies of hosts that run before connection tracking or address translation. */
function checkHostFlags(fields: MapFields, spec: CalicoPolicySpec): void {
  const preDNAT = fields.get('preDNAT');
  const doNotTrack = fields.get('doNotTrack');
  const first = spec.preDNAT ? preDNAT : spec.doNotTrack ? doNotTrack : undefined;
  if (!first) return;
  const report = (at: Field, why: string, advice: string, fixes: Parameters<typeof rejectAt>[2] = {}): void =>
    rejectAt(fields.field, why, { advice, span: placeOf(at), ...fixes });
  if (spec.preDNAT && spec.doNotTrack && doNotTrack) {
    report(doNotTrack, 'preDNAT and doNotTrack cannot both be true', 'Make two policies of it.');
  }
  if (!spec.applyOnForward) {
    const written = fields.get('applyOnForward');
    const why = 'applyOnForward must be true if either preDNAT or doNotTrack is true';
    const fixes = written
      ? [replaceValue(written, true)]
      : fixOf('Add `applyOnForward: true`', insertEdit(fields.field, 'applyOnForward', true, String(first.key)));
    report(written ?? first, why, 'Add `applyOnForward: true`.', { fixes });
  }
  if (!spec.preDNAT) return;
  const egress = fields.get('egress');
  if (egress?.value.kind === 'list' && egress.value.items.length > 0) {
    report(egress, 'preDNAT policy cannot have any egress rules', 'Move them to a policy without `preDNAT`.');
  }
  const types = fields.get('types');
  if (types && spec.typesGiven && spec.types.includes('Egress')) {
    const fixes = [replaceValue(types, ['Ingress'])];
    report(types, "preDNAT policy cannot have 'Egress' type", 'Write `types: [Ingress]`.', { fixes });
  }
}
