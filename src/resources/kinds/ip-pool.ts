// IPPool (projectcalico.org/v3): addresses that Calico gives to pods.
import { type Cidr, overlaps, parseCidr } from '../../net/cidr.ts';
import { CALICO, calicoNameErrors } from '../calico-kind.ts';
import { readNet } from '../calico-nets.ts';
import { type Field, readBool, readInt32, readList, readString, rejectAt, rejectUnsupported } from '../field.ts';
import { type MapFields, readMap } from '../map-fields.ts';
import type { ResourceKind } from '../resource-kind.ts';
import { rejectSpec } from '../schema-rules.ts';

const USES = ['Workload', 'Tunnel', 'LoadBalancer'];
const MODES = ['Never', 'Always', 'CrossSubnet'];
const LINK_LOCAL = [
  ['IPv4 Link Local range', '169.254.0.0/16'],
  ['IPv6 Link Local range', 'fe80::/10'],
].flatMap(([name, text]) => {
  const parsed = text === undefined ? undefined : parseCidr(text);
  return parsed ? { name, cidr: parsed.cidr } : [];
});

/** What blocks of addresses are cut to where nothing is said. */
const blockSizeOf = (cidr: Cidr): number => (cidr.family === 4 ? 26 : 122);

/** A word out of a closed set, or the first of them. */
function readWord(field: Field | undefined, words: readonly string[]): string | undefined {
  const word = readString(field);
  if (!field || !word) return words[0];
  if (!words.includes(word)) rejectUnsupported(field, word, words);
  return word;
}

/** Pods get addresses unless the pool is for something else or out of use. */
function readForWorkloads(spec: MapFields): boolean {
  const disabled = readBool(spec.get('disabled')) ?? false;
  const uses = readList(spec.get('allowedUses')).map((item) => readWord(item, USES));
  return !disabled && (uses.length === 0 || uses.includes('Workload'));
}

/** Calico's validator. */
function checkPool(spec: MapFields, field: Field, cidr: Cidr): void {
  const blockSize = readInt32(spec.get('blockSize')) || blockSizeOf(cidr);
  if (cidr.prefix > blockSize && readBool(spec.get('disabled')) !== true) {
    const why = `IP pool size is too small for use with Calico IPAM: it must be at least one block, which is a /${blockSize}`;
    rejectAt(field, why, { advice: 'Write a shorter prefix length, or a larger `blockSize`.' });
  }
  const range = LINK_LOCAL.find((known) => overlaps(known.cidr, cidr));
  if (range) {
    const why = `IP pool range overlaps with ${range.name} ${range.cidr.text}`;
    rejectAt(field, why, { advice: 'Write other addresses: those never leave a link.' });
  }
  const ipip = spec.get('ipipMode');
  const tunnelled = readWord(ipip, MODES) !== 'Never';
  const vxlan = readWord(spec.get('vxlanMode'), MODES) !== 'Never';
  if (ipip && tunnelled && (vxlan || cidr.family === 6)) {
    const why = vxlan
      ? 'IPIPMode and VXLANMode cannot both be enabled'
      : 'IPIPMode is not supported on an IPv6 IP pool';
    rejectAt(ipip, why, { advice: 'Write `ipipMode: Never`.' });
  }
}

export const ipPoolKind: ResourceKind = {
  ...CALICO,
  kind: 'IPPool',
  namespaced: false,
  nameErrors: calicoNameErrors,
  topFields: ['spec', 'status'],
  consequence: 'so it counts as absent, and its addresses are not known to be of pods',
  strict: false,
  decode(root, header) {
    const spec = readMap(root.get('spec'), 'open');
    const field = spec?.get('cidr');
    if (!spec || !field) {
      rejectSpec(root, 'IPPool CIDR must be specified', { advice: 'Write `cidr: 10.244.0.0/16`.' });
      return undefined;
    }
    const cidr = readNet(field, 'refused');
    if (!cidr) return undefined;
    checkPool(spec, field, cidr);
    return { kind: 'IPPool', ...header, cidr, forWorkloads: readForWorkloads(spec) };
  },
};
