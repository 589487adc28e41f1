// Why a flow is allowed, denied or unknown: both ends, step by step, with receipts and missing facts.
import type { Peer, PeerFact } from '../model/policy.ts';
import { pointOf } from '../net/connection-set.ts';
import { type FamilyVerdicts, familyFact, familySentence, familyShown, familyVerdicts } from './flow-families.ts';
import { type Exemption, exemption, judgeParties, parseProtocol } from './judge-flow.ts';
import { Locator } from './locate.ts';
import { type Party, partyLabel, resolveParty } from './resolve-party.ts';
import type { DirectionTrace, Explanation, FlowQuery, MissingFact, QueryError, Verdict } from './results.ts';
import type { Snapshot } from './snapshot.ts';
import { type EndTrace, type OpenQuestion, traceEnd } from './trace-end.ts';
import { type FlowWords, flowWords } from './trace-words.ts';

/** Facts that a peer itself says are missing. */
function unresolvedFacts(peer: Peer): PeerFact[] {
  if (peer.op === 'unresolved') return [peer.fact];
  if (peer.op === 'not') return unresolvedFacts(peer.term);
  return peer.op === 'and' || peer.op === 'or' ? peer.terms.flatMap(unresolvedFacts) : [];
}

function addressFact({ policy, rule, about }: OpenQuestion, snapshot: Snapshot): MissingFact {
  const label = partyLabel(snapshot, about);
  const name = policy.namespace === '' ? policy.name : `${policy.namespace}/${policy.name}`;
  return {
    code: 'address-unknown',
    message: `The address of ${label} is not in the manifests; rule ${rule.number} of ${name} matches some addresses only`,
    remedy:
      'Give the pod CIDR, or load running pods (kubectl get pods -A -o yaml), whose status holds their addresses.',
  };
}

const nodeFact: MissingFact = {
  code: 'node-unknown',
  message: 'The manifests do not say on which nodes the two run, and a node always reaches its own pods',
  remedy: 'Load running pods (kubectl get pods -A -o yaml), whose spec names their nodes.',
};

function missingFacts(ends: readonly EndTrace[], exempt: Exemption | undefined, snapshot: Snapshot): MissingFact[] {
  const facts = new Map<string, MissingFact>();
  if (exempt === 'perhaps-local-node') facts.set(nodeFact.message, nodeFact);
  for (const question of ends.flatMap((end) => end.questions)) {
    const own = unresolvedFacts(question.rule.peer);
    const isPod = question.about.type === 'endpoint' && question.about.endpoint.addresses.length === 0;
    for (const fact of own.length > 0 && !isPod ? own : [addressFact(question, snapshot)])
      facts.set(fact.message, fact);
  }
  return [...facts.values()];
}

/** The step that settled one end, as a clause. */
function decidingReason(trace: DirectionTrace): string {
  const step = trace.steps[trace.deciding];
  if (!step) return '';
  const policy = step.policy ? `${step.policy.name}: ` : '';
  return `${policy}${step.reason}`;
}

function summarise(
  verdict: Verdict,
  egress: DirectionTrace,
  ingress: DirectionTrace,
  words: FlowWords,
  families: FamilyVerdicts,
): string {
  if (verdict === 'unknown' && families.isOpen) return `It depends on the address family: ${familySentence(families)}.`;
  if (verdict === 'allowed') return `Both ends allow ${words.traffic}.`;
  const at = (trace: DirectionTrace): string => (trace.direction === 'egress' ? 'source' : 'destination');
  const stopping = [egress, ingress].filter((trace) => trace.verdict === verdict);
  const [first, second] = stopping;
  if (!first) return `The ends disagree about ${words.traffic}.`;
  const other = first === egress ? ingress : egress;
  if (verdict === 'unknown')
    return `It depends on a fact that is missing at the ${at(first)}: ${decidingReason(first)}.`;
  if (second)
    return `Neither end allows ${words.traffic}. At the source, ${decidingReason(first)}. At the destination, ${decidingReason(second)}.`;
  const counter =
    other.verdict === 'allowed'
      ? `The ${at(other)} would allow it.`
      : `At the ${at(other)} it depends on a missing fact.`;
  return `Not allowed at the ${at(first)}: ${decidingReason(first)}. ${counter}`;
}

interface Ends {
  readonly src: Party;
  readonly dst: Party;
}

function resolveEnds(snapshot: Snapshot, query: FlowQuery): Ends | { error: string; suggestions: readonly string[] } {
  const src = resolveParty(snapshot, query.from);
  if (src.type === 'unknown') return src;
  const dst = resolveParty(snapshot, query.to);
  if (dst.type === 'unknown') return dst;
  if (src.type === 'address' && dst.type === 'address') {
    return { error: 'both ends are outside of the pods, so no policy here governs the flow', suggestions: [] };
  }
  return { src, dst };
}

/** Explains one flow. Never throws; a query that names nothing known is answered with suggestions. */
export function explain(snapshot: Snapshot, query: FlowQuery, id = 0): Explanation | QueryError {
  const protocol = parseProtocol(query.protocol);
  if (!protocol) {
    const error = `protocol \`${query.protocol}\` has no ports that policy could name`;
    return { snapshot: id, error, suggestions: ['TCP', 'UDP', 'SCTP'] };
  }
  if (!Number.isInteger(query.port) || query.port < 1 || query.port > 65535) {
    return { snapshot: id, error: `port ${query.port} is not a number from 1 to 65535`, suggestions: [] };
  }
  const ends = resolveEnds(snapshot, query);
  if ('error' in ends) return { snapshot: id, error: ends.error, suggestions: ends.suggestions };
  const { src, dst } = ends;
  const point = pointOf(protocol, query.port);
  const words = flowWords(partyLabel(snapshot, src), partyLabel(snapshot, dst), `${protocol} ${query.port}`);
  const locator = new Locator(snapshot.readings.map((reading) => reading.file));
  const families = familyVerdicts(snapshot, src, dst, point);
  const shared = {
    snapshot,
    locator,
    point,
    words,
    exempt: exemption(src, dst),
    family: familyShown(families),
  };
  const egress = traceEnd({ ...shared, direction: 'egress', own: src, other: dst });
  const ingress = traceEnd({ ...shared, direction: 'ingress', own: dst, other: src });
  const verdict = judgeParties(snapshot, src, dst, point);
  const openFamily = families.isOpen ? [familyFact(families, words)] : [];
  return {
    snapshot: id,
    from: query.from,
    to: query.to,
    fromLabel: words.fromLabel,
    toLabel: words.toLabel,
    protocol,
    port: query.port,
    verdict,
    summary: summarise(verdict, egress.trace, ingress.trace, words, families),
    egress: egress.trace,
    ingress: ingress.trace,
    missing: verdict === 'unknown' ? [...openFamily, ...missingFacts([egress, ingress], shared.exempt, snapshot)] : [],
  };
}
