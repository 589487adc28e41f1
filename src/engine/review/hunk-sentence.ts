// One change of an object as a clause in the field's words, which goes on from "This change …".
import type { DocumentValue } from '../../documents/document-value.ts';
import { cutText } from '../../resources/value-words.ts';
import type { DiffStep, ValueChange } from './value-diff.ts';
import { expressionWords, nameWords, peerWords, portWords, scalarText, valueWords } from './value-words.ts';

/** What a part is called, with what it holds (`port TCP 443`) and without (`port`). */
interface PartWords {
  readonly name: string;
  readonly full: string;
}

type Direction = 'ingress' | 'egress';

const isItem = (step: DiffStep | undefined): step is Exclude<DiffStep, string> => typeof step === 'object';
const isDirection = (step: DiffStep | undefined): step is Direction => step === 'ingress' || step === 'egress';

/** From 1: as it is numbered now, or was. */
const numberOf = ({ before, after }: Exclude<DiffStep, string>): number => (after ?? before ?? 0) + 1;

/** `ingress rule 2`, where the way leads to a rule of a policy or into it; and the rest of the way. */
function ruleOf(path: readonly DiffStep[]): { readonly words: string; readonly rest: readonly DiffStep[] } | undefined {
  const [spec, direction, item, ...rest] = path;
  if (spec !== 'spec' || !isDirection(direction) || !isItem(item)) return undefined;
  return { words: `${direction} rule ${numberOf(item)}`, rest };
}

const SELECTORS: Readonly<Record<string, string>> = {
  podSelector: 'pod selector',
  namespaceSelector: 'namespace selector',
  serviceAccountSelector: 'service account selector',
  selector: 'selector',
  notSelector: 'excluding selector',
  namespaces: 'namespace selector',
};

/** Items of these lists, and the lists as wholes. */
const LISTS: Readonly<Record<string, readonly [one: string, all: string, words: (value: DocumentValue) => string]>> = {
  from: ['peer', 'peers', peerWords],
  to: ['peer', 'peers', peerWords],
  ports: ['port', 'ports', portWords],
  notPorts: ['excluded port', 'excluded ports', portWords],
  nets: ['CIDR', 'CIDRs', valueWords],
  notNets: ['excluded CIDR', 'excluded CIDRs', valueWords],
  networks: ['CIDR', 'CIDRs', valueWords],
  protocols: ['port', 'ports', portWords],
  except: ['exception', 'exceptions', valueWords],
  policyTypes: ['policy type', 'policy types', valueWords],
  types: ['policy type', 'policy types', valueWords],
  matchExpressions: ['condition', 'conditions', expressionWords],
  expectedIPs: ['address', 'addresses', valueWords],
  allowedEgressDomains: ['domain', 'domains', valueWords],
  domains: ['domain', 'domains', valueWords],
  values: ['value', 'values', valueWords],
  containers: ['container', 'containers', nameWords],
  initContainers: ['init container', 'init containers', nameWords],
  assertions: ['pinned flow', 'pinned flows', nameWords],
};

/** Names of single fields where they are not their own. */
const FIELDS: Readonly<Record<string, string>> = {
  cidr: 'CIDR',
  policyTypes: 'policy types',
  serviceAccountName: 'service account',
  hostNetwork: 'host network',
  stagedAction: 'staged action',
  defaultAction: 'default action',
  endPort: 'last port',
  containerPort: 'container port',
};

/** Whose labels a way leads to: of the object itself, of its pods, or those that a selector asks for. */
function labelWords(path: readonly DiffStep[], value: DocumentValue): PartWords | undefined {
  const [owner, key] = path.slice(-2);
  if (typeof key !== 'string') return undefined;
  const what = owner === 'labels' || owner === 'matchLabels' ? 'label' : owner === 'annotations' ? 'annotation' : '';
  if (what === '') return undefined;
  const name = `${path.includes('template') && owner === 'labels' ? 'pod ' : ''}${what} ${cutText(key)}`;
  return { name, full: `${name}=${scalarText(value) ?? ''}` };
}

/** The part that a way leads to; `value` is what stands, or stood there. */
function partWords(path: readonly DiffStep[], value: DocumentValue): PartWords {
  const label = labelWords(path, value);
  if (label) return label;
  const last = path.at(-1);
  if (isItem(last)) {
    const list = path.at(-2);
    const [one, , words] = (typeof list === 'string' ? LISTS[list] : undefined) ?? ['', '', valueWords];
    const name = one === '' ? `item ${numberOf(last)} of ${wayWords(path.slice(0, -1))}` : one;
    return {
      name: scalarText(value) === undefined && one !== '' ? `${name} ${numberOf(last)}` : name,
      full: `${name} ${words(value)}`,
    };
  }
  const key = last ?? '';
  if (isDirection(key) && value.kind === 'list') {
    const count = value.items.length;
    const rules = count === 1 ? `${key} rule` : `${key} rules`;
    return {
      name: rules,
      full:
        count === 0 ? `empty list of ${key} rules` : count === 1 ? `the only ${key} rule` : `all ${count} ${key} rules`,
    };
  }
  const list = LISTS[key];
  if (list && value.kind === 'list')
    return {
      name: list[1],
      full: `${value.items.length === 1 ? list[0] : list[1]} ${value.items.map(list[2]).slice(0, 4).join(', ')}`,
    };
  const selector = SELECTORS[key];
  if (selector !== undefined) return { name: selector, full: `${selector} ${valueWords(value)}` };
  if (key === 'matchLabels') return { name: 'labels', full: valueWords(value) };
  const name = FIELDS[key] ?? wayWords(path);
  return { name, full: `${name} ${valueWords(value)}` };
}

/** `spec.template.spec.hostAliases`: what has no name of its own, as it is written; of parts of an item without the way there. */
function wayWords(path: readonly DiffStep[]): string {
  const rule = ruleOf(path);
  const inner = rule ? rule.rest.slice(sideOf(path) === '' ? 0 : 1) : path;
  const keys = inner.slice(inner.slice(0, -1).findLastIndex(isItem) + 1).filter((step) => typeof step === 'string');
  const short = keys[0] === 'spec' && keys.length === 2 ? keys.slice(1) : keys;
  return short.map(cutText).join('.');
}

/** `peer 2 of ingress rule 1`, for a part within an item of a list. */
function withinWords(path: readonly DiffStep[]): string {
  const rule = ruleOf(path);
  const rest = rule ? rule.rest : path;
  const at = rest.slice(0, -1).findLastIndex(isItem);
  const item = rest[at];
  const list = rest[at - 1];
  const one = typeof list === 'string' ? LISTS[list]?.[0] : undefined;
  // What changed of a port says which port it was.
  const isNumbered = one !== undefined && one !== 'port';
  const inner = isItem(item) && isNumbered ? `${one} ${numberOf(item)} of ` : '';
  // A selector is a part of what it selects for, unless it is what changed as a whole.
  const keys = rest.slice(at + 1, -1).filter((step) => typeof step === 'string');
  const selector = keys.flatMap((key) => SELECTORS[key] ?? [])[0];
  const asked = selector === undefined ? '' : `the ${selector} of `;
  return `${asked}${inner}${rule ? `${rule.words} of ` : ''}`;
}

/** `source` and `destination` are sides of Calico's rules. */
function sideOf(path: readonly DiffStep[]): string {
  const { rest = [] } = ruleOf(path) ?? {};
  const [side] = rest;
  return rest.length > 1 && (side === 'source' || side === 'destination') ? `${side} ` : '';
}

function ruleSentence(verb: string, { path, before, after }: ValueChange, object: string): string | undefined {
  const rule = ruleOf(path);
  if (!rule || rule.rest.length > 0) return undefined;
  const value = after ?? before;
  const action =
    value?.kind === 'map' ? scalarText(value.entries.find(({ key }) => key === 'action')?.value) : undefined;
  return `${verb} ${rule.words}${action === undefined ? '' : ` (${action})`} of ${object}`;
}

function tierSentence({ path, before, after }: ValueChange, object: string): string | undefined {
  if (path.join('.') !== 'spec.tier') return undefined;
  const tier = (value: DocumentValue | undefined): string => scalarText(value) ?? 'default';
  return `moves ${object} from tier ${tier(before)} to tier ${tier(after)}`;
}

/** A scalar, or an item of a list that has words for its items. */
function shortWords(path: readonly DiffStep[], value: DocumentValue): string | undefined {
  const list = isItem(path.at(-1)) ? path.at(-2) : undefined;
  return scalarText(value) ?? (typeof list === 'string' ? LISTS[list]?.[2](value) : undefined);
}

/** `object`: `NetworkPolicy dev/web`. */
export function hunkSentence(change: ValueChange, object: string): string {
  const { path, before, after } = change;
  const verb = before && after ? 'changes' : after ? 'adds' : 'removes';
  const whole = tierSentence(change, object) ?? ruleSentence(verb, change, object);
  if (whole !== undefined) return whole;
  const value = after ?? before;
  if (!value) return `changes ${object}`;
  const part = partWords(path, value);
  const container = `${withinWords(path)}${object}`;
  const side = sideOf(path);
  if (!before || !after) return `${verb} ${side}${part.full} ${after ? 'to' : 'from'} ${container}`;
  const name = `changes ${side}${partWords(path, before).name} of ${container}`;
  const [was, now] = [shortWords(path, before), shortWords(path, after)];
  return was === undefined || now === undefined ? name : `${name} from ${was} to ${now}`;
}
