// What people write in Calico policies because Kubernetes policies have it, and what Calico has instead.
import type { DocumentValue } from '../documents/document-value.ts';
import type { Field } from './field.ts';
import type { FieldHint, FieldHints } from './map-fields.ts';
import { otherVersion } from './other-version.ts';
import { entryEdit, fixOf, renameField } from './quick-fixes.ts';
import { selectorExpression } from './selector-expression.ts';
import { movePorts, netsOfBlock, sideOfPeers } from './translate-peers.ts';
import { quoteText } from './value-words.ts';

type Hint = (field: Field) => FieldHint;

/** `podSelector: {matchLabels: …}` becomes `selector: "…"`. */
const asSelector =
  (name: string): Hint =>
  (field) => {
    const expression = selectorExpression(field.value);
    const shown = expression === undefined ? "app == 'web'" : expression;
    return {
      advice: `Calico selects by an expression: \`${name}: ${quoteText(shown)}\`.`,
      fixes:
        expression === undefined ? [] : fixOf(`Write \`${name}: ${expression}\``, entryEdit(field, name, expression)),
    };
  };

/** `matchLabels` right where an expression belongs: the labels are its entries. */
const asSelectorOfLabels: Hint = (field) => {
  const { keySpan } = field;
  const { start, end } = field.value;
  if (!keySpan) return { advice: "Write `selector: app == 'web'`." };
  const labels: DocumentValue = {
    kind: 'map',
    start,
    end,
    entries: [{ key: String(field.key), keySpan, value: field.value }],
  };
  return asSelector('selector')({ ...field, value: labels });
};

const renamed =
  (name: string, advice = `Calico calls it \`${name}\`.`): Hint =>
  (field) => ({ advice, fixes: renameField(field, name) });

const told =
  (advice: string): Hint =>
  () => ({ advice });

/** Kubernetes lists the ports of a rule beside its peers; Calico's belong to a side. */
const portsOfRule: Hint = (field) => ({
  advice: 'Write them under `destination`: `destination: {ports: [80]}`, and `protocol: TCP` beside `action`.',
  fixes: movePorts(field),
});

const asNets: Hint = (field) => ({
  advice: 'Calico writes `nets: [10.0.0.0/8]`, and what to leave out as `notNets: [10.1.0.0/16]`.',
  fixes: netsOfBlock(field),
});

/** A rule of Kubernetes lists peers; one of Calico has one side with all its conditions. */
const peersAs =
  (side: 'source' | 'destination'): Hint =>
  (field) => ({
    advice: `Calico writes \`${side}: {selector: "app == 'web'"}\`; several peers are several rules.`,
    fixes: sideOfPeers(field, side),
  });

/** What all of a policy's fields may be: those of Kubernetes. */
const orKubernetes =
  (hint: Hint): Hint =>
  (field) => {
    const { advice, fixes = [] } = hint(field);
    return { advice, fixes: [...fixes, ...otherVersion(field, 'networking.k8s.io/v1')] };
  };

const GLOBAL_ONLY = told('Only a GlobalNetworkPolicy has it.');
const SPEC: readonly (readonly [string, Hint])[] = [
  ['podSelector', orKubernetes(asSelector('selector'))],
  ['matchLabels', asSelectorOfLabels],
  ['endpointSelector', asSelector('selector')],
  ['policyTypes', orKubernetes(renamed('types'))],
  ['priority', renamed('order', 'Calico calls it `order`; the lowest goes first.')],
  ['rules', told('Write the rules under `ingress` or `egress`.')],
  ['action', told('Each rule has its own `action`: `ingress: [{action: Allow}]`.')],
  ['namespace', told('Write it under `metadata`.')],
];

export const GLOBAL_POLICY_HINTS: FieldHints = new Map(SPEC);

export const POLICY_HINTS: FieldHints = new Map([
  ...SPEC,
  [
    'namespaceSelector',
    told(
      "A NetworkPolicy applies in its own namespace: remove it, write a GlobalNetworkPolicy, or put it under a rule's `source` or `destination`.",
    ),
  ],
  ['applyOnForward', GLOBAL_ONLY],
  ['preDNAT', GLOBAL_ONLY],
  ['doNotTrack', GLOBAL_ONLY],
]);

const UNDER_SIDE = told('Write it under `source` or `destination`.');

export const RULE_HINTS: FieldHints = new Map([
  ['from', orKubernetes(peersAs('source'))],
  ['to', orKubernetes(peersAs('destination'))],
  ['ports', orKubernetes(portsOfRule)],
  ['notPorts', UNDER_SIDE],
  ['order', told("Rules go in the order in which they are written; `order` belongs to the policy's `spec`.")],
  ['podSelector', UNDER_SIDE],
  ['namespaceSelector', UNDER_SIDE],
  ['selector', UNDER_SIDE],
  ['notSelector', UNDER_SIDE],
  ['nets', UNDER_SIDE],
  ['notNets', UNDER_SIDE],
  ['ipBlock', told('Write the addresses under `source` or `destination`: `source: {nets: [10.0.0.0/8]}`.')],
  ['serviceAccounts', UNDER_SIDE],
  ['services', UNDER_SIDE],
  ['name', told('Rules have no names; write it as an annotation: `metadata: {annotations: {name: …}}`.')],
]);

export const ENTITY_HINTS: FieldHints = new Map([
  ['podSelector', asSelector('selector')],
  ['matchLabels', asSelectorOfLabels],
  ['ipBlock', asNets],
  ['cidr', told('Write `nets: [10.0.0.0/8]`.')],
  ['cidrs', renamed('nets')],
  ['port', told('Write `ports: [80]`.')],
  ['protocol', told('Write it in the rule, beside `action`.')],
  ['serviceAccountSelector', told('Write `serviceAccounts: {selector: "role == \'web\'"}`.')],
  ['serviceAccount', told('Write `serviceAccounts: {names: [web]}`.')],
  ['serviceMatch', renamed('services')],
  ['service', renamed('services')],
  ['namespace', told("Write `namespaceSelector: projectcalico.org/name == 'shop'`.")],
]);
