// The small language that filters flows: `from:dev-app/* to:*/db port:3306 verdict:denied -to:kube-system/*`, to conditions for the engine.
import { nearestName } from '../base/nearest-name.ts';
import type { FlowTerm, FlowTerms, PartyPattern, ProtocolName } from '../engine/flow-terms.ts';
import type { FlipKind, Verdict } from '../engine/results.ts';
import { parseLabel, parseParty } from './parse-party.ts';
import { type QueryWord, queryWords } from './query-words.ts';

/** What is wrong with a part of the query; that part does not filter. */
export interface QueryProblem {
  /** Places in the text. */
  readonly from: number;
  readonly to: number;
  readonly message: string;
  /** What may have been meant in its place. */
  readonly suggestion?: string;
}

export interface ParsedQuery {
  readonly terms: FlowTerms;
  readonly problems: readonly QueryProblem[];
}

/** The fields, each with what its values are. */
export const queryFields: readonly { readonly key: string; readonly values: string }[] = [
  { key: 'from', values: 'where flows come from: namespace/name, internet, a range' },
  { key: 'to', values: 'where flows go to' },
  { key: 'ns', values: 'a namespace at either end' },
  { key: 'port', values: 'a port or a range: 3306, 8000-8080' },
  { key: 'protocol', values: 'tcp, udp, sctp, icmp, icmpv6, other' },
  { key: 'verdict', values: 'allowed, denied, unknown' },
  { key: 'flip', values: 'opened, closed, unknown' },
  { key: 'policy', values: 'flows that a policy of this name governs' },
  { key: 'label', values: 'a label at either end: app=web' },
  { key: 'set', values: 'a network set at either end' },
  { key: 'host', values: 'a host at either end' },
];

export const queryVerdicts: readonly Verdict[] = ['allowed', 'denied', 'unknown'];
export const queryFlips: readonly FlipKind[] = ['opened', 'closed', 'unknown'];
export const queryProtocols: readonly ProtocolName[] = ['TCP', 'UDP', 'SCTP', 'ICMP', 'ICMPv6', 'other'];

/** Conditions of one query: the engine holds as many. */
const MAX_TERMS = 24;
const MAX_PORT = 65_535;

/** A condition without its sign; or what is wrong, with what may have been meant in place of the value. */
type Meaning = Unsigned | { readonly message: string; readonly instead?: string };
type Unsigned = FlowTerm extends infer Term ? (Term extends FlowTerm ? Omit<Term, 'not'> : never) : never;

/** Never fails: what cannot be understood is a problem, and the rest filters. A field without a value is not yet typed. */
export function parseFlowQuery(text: string): ParsedQuery {
  const terms: FlowTerm[] = [];
  const problems: QueryProblem[] = [];
  for (const word of queryWords(text)) {
    if (word.value === '') continue;
    const meaning = word.isOpen ? { message: 'A quotation mark has no other' } : meaningOf(word);
    if (!('message' in meaning)) {
      if (terms.length < MAX_TERMS) terms.push({ ...meaning, not: word.not } as FlowTerm);
      else problems.push({ from: word.from, to: word.to, message: `More than ${MAX_TERMS} conditions` });
      continue;
    }
    const { message, instead } = meaning;
    const suggestion = instead === undefined ? {} : { suggestion: `${word.not ? '-' : ''}${instead}` };
    problems.push({ from: word.from, to: word.to, message, ...suggestion });
  }
  return { terms, problems };
}

function meaningOf(word: QueryWord): Meaning {
  const { key, value } = word;
  if (key === undefined) return word.isQuoted ? either({ by: 'part', text: value }) : bareMeaning(value);
  switch (key) {
    case 'from':
      return ends('source', key, value);
    case 'to':
      return ends('destination', key, value);
    case 'ns':
    case 'namespace':
      return either(...listed(value).map((name): PartyPattern => ({ by: 'namespace', name })));
    case 'policy':
      return either(...listed(value).map((name): PartyPattern => ({ by: 'policy', name })));
    case 'set':
      return either(...listed(value).map((name): PartyPattern => ({ by: 'set', name })));
    case 'host':
      return either(...listed(value).map((name): PartyPattern => ({ by: 'host', name })));
    case 'label':
      return ofParts('either', [parseLabel(value)]);
    case 'port':
      return ports(value);
    case 'protocol':
    case 'proto':
      return oneOf(key, value, queryProtocols, (protocols) => ({ on: 'protocol', protocols }));
    case 'verdict':
      return oneOf(key, value, queryVerdicts, (verdicts) => ({ on: 'verdict', verdicts }));
    case 'flip':
      return oneOf(key, value, queryFlips, (flips) => ({ on: 'flip', flips }));
    default:
      return unknownField(word);
  }
}

function unknownField({ key = '', value }: QueryWord): Meaning {
  if (value.includes(':')) return bareMeaning(`${key}:${value}`);
  const near = nearestName(
    key,
    queryFields.map((field) => field.key),
  );
  const message = `\`${key}:\` is no field`;
  return near === undefined ? { message } : { message, instead: `${near}:${value}` };
}

/** A number is a port, the name of a protocol or a verdict is that; anything else is a part of a name at either end. */
function bareMeaning(word: string): Meaning {
  const lower = word.toLowerCase();
  if (/^\d+(-\d+)?$/.test(word)) return ports(word);
  const protocol = queryProtocols.find((name) => name !== 'other' && name.toLowerCase() === lower);
  if (protocol) return { on: 'protocol', protocols: [protocol] };
  const verdict = queryVerdicts.find((name) => name === lower);
  if (verdict) return { on: 'verdict', verdicts: [verdict] };
  const flip = queryFlips.find((name) => name === lower);
  if (flip) return { on: 'flip', flips: [flip] };
  const pattern = parseParty(word);
  if (typeof pattern === 'string') return { message: pattern };
  return either(pattern.by === 'address' || word.includes('*') ? pattern : { by: 'part', text: word });
}

const listed = (value: string): readonly string[] => value.split(',').filter((part) => part !== '');

function either(...patterns: readonly PartyPattern[]): Unsigned {
  return { on: 'party', end: 'either', patterns };
}

function ends(end: 'source' | 'destination', key: string, value: string): Meaning {
  const meaning = ofParts(end, listed(value).map(parseParty));
  return 'message' in meaning ? { ...meaning, message: `${key}: ${meaning.message}` } : meaning;
}

function ofParts(end: 'source' | 'destination' | 'either', parts: readonly (PartyPattern | string)[]): Meaning {
  const wrong = parts.find((part) => typeof part === 'string');
  if (wrong !== undefined) return { message: wrong };
  return { on: 'party', end, patterns: parts.filter((part) => typeof part !== 'string') };
}

function ports(value: string): Meaning {
  const ranges: (readonly [number, number])[] = [];
  for (const part of listed(value)) {
    const [, from = '', to = from] = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(part) ?? [];
    const range = [Number(from), Number(to)] as const;
    const isRange = from !== '' && range[0] >= 1 && range[1] <= MAX_PORT && range[0] <= range[1];
    if (!isRange) return { message: `\`${part}\` is no port: 1 to 65535, or a range such as 8000-8080` };
    ranges.push(range);
  }
  return { on: 'ports', ranges };
}

function oneOf<Name extends string>(
  key: string,
  value: string,
  names: readonly Name[],
  term: (values: readonly Name[]) => Unsigned,
): Meaning {
  const found: Name[] = [];
  for (const part of listed(value)) {
    const name = names.find((one) => one.toLowerCase() === part.toLowerCase());
    if (name === undefined) {
      const near = nearestName(part, names);
      const message = `\`${part}\` is none of ${names.map((one) => one.toLowerCase()).join(', ')}`;
      return near === undefined
        ? { message }
        : { message, instead: `${key}:${value.replace(part, near.toLowerCase())}` };
    }
    found.push(name);
  }
  return term(found);
}
