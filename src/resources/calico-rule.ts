// Reads the rules of Calico policies and profiles.

import { readEntity } from './calico-entity.ts';
import { RULE_HINTS } from './calico-hints.ts';
import { checkHttp } from './calico-http.ts';
import { readIcmp } from './calico-icmp.ts';
import { readCalicoProtocol } from './calico-protocol.ts';
import type { CalicoRule } from './calico-resource.ts';
import { checkRule, type RuleParts, type RulePlace } from './calico-rule-checks.ts';
import { type Field, readInt32, readList, readString, rejectAt, rejectMissing, rejectUnsupported } from './field.ts';
import { type MapFields, readMap } from './map-fields.ts';
import { readAnnotations } from './metadata.ts';
import { fixOf, insertEdit, replaceValue } from './quick-fixes.ts';
import { quoteText } from './value-words.ts';

const RULE = new Set([
  'action',
  'ipVersion',
  'protocol',
  'notProtocol',
  'icmp',
  'notICMP',
  'source',
  'destination',
  'http',
  'metadata',
]);
const METADATA = new Set(['annotations']);
const ACTIONS = ['Allow', 'Deny', 'Log', 'Pass'] as const;

/** The rules that could be read; what is wrong is reported. */
export function readCalicoRules(field: Field | undefined, place: RulePlace): readonly CalicoRule[] {
  return readList(field).flatMap((item) => readRule(item, place) ?? []);
}

function readRule(item: Field, place: RulePlace): CalicoRule | undefined {
  const fields = readMap(item, RULE, RULE_HINTS);
  if (!fields) return undefined;
  const action = readAction(fields);
  const ipVersion = readIpVersion(fields.get('ipVersion'));
  const protocol = readCalicoProtocol(fields.get('protocol'));
  const notProtocol = readCalicoProtocol(fields.get('notProtocol'));
  const icmp = readIcmp(fields.get('icmp'));
  const notICMP = readIcmp(fields.get('notICMP'));
  const source = readEntity(fields.get('source'));
  const destination = readEntity(fields.get('destination'));
  const http = fields.get('http');
  if (http) checkHttp(http);
  readAnnotations(readMap(fields.get('metadata'), METADATA)?.get('annotations'));
  const parts: RuleParts = { fields, action, ipVersion, protocol, notProtocol, source, destination };
  checkRule(parts, place);
  if (!action) return undefined;
  return {
    action,
    ipVersion,
    protocol,
    notProtocol,
    icmp,
    notICMP,
    source: source.entity,
    destination: destination.entity,
    http: http !== undefined,
    range: item.context.rangeOf(item.value),
  };
}

function readAction(fields: MapFields): CalicoRule['action'] | undefined {
  const field = fields.get('action');
  const text = readString(field);
  if (!field || text === '') {
    const words = ACTIONS.map(quoteText).join(', ');
    const fixes = field
      ? [replaceValue(field, 'Allow')]
      : fixOf('Add `action: Allow`', insertEdit(fields.field, 'action', 'Allow'));
    const advice = 'Say what becomes of the packets: `action: Allow`, `Deny`, `Log` or `Pass`.';
    rejectMissing(fields.field, 'action', `supported values: ${words}`, advice, fixes);
    return undefined;
  }
  const raw = field.context.object.raw && text !== undefined && text === text.toLowerCase();
  const action = ACTIONS.find((known) => known === text || (raw && known.toLowerCase() === text));
  if (text !== undefined && !action) rejectAction(field, text);
  return action;
}

/** What others call the actions, Calico in its early days among them. */
const SYNONYMS: ReadonlyMap<string, CalicoRule['action']> = new Map([
  ['accept', 'Allow'],
  ['permit', 'Allow'],
  ['drop', 'Deny'],
  ['reject', 'Deny'],
  ['block', 'Deny'],
  ['next-tier', 'Pass'],
]);

function rejectAction(field: Field, text: string): void {
  const meant = SYNONYMS.get(text.toLowerCase());
  if (meant === undefined) {
    rejectUnsupported(field, text, ACTIONS);
    return;
  }
  const words = ACTIONS.map(quoteText).join(', ');
  const details = { advice: `Calico calls it \`${meant}\`.`, fixes: [replaceValue(field, meant)] };
  rejectAt(field, `Unsupported value: ${quoteText(text)}: supported values: ${words}`, details);
}

function readIpVersion(field: Field | undefined): 4 | 6 | undefined {
  const version = readInt32(field);
  if (!field || version === undefined) return undefined;
  if (version === 4 || version === 6) return version;
  rejectAt(field, `Unsupported value: ${version}: supported values: "4", "6"`, {
    advice: 'Write `4` or `6`, or leave it out.',
  });
  return undefined;
}
