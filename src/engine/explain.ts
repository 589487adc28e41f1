// Why a flow is allowed, denied or unknown: both ends, step by step, with receipts and missing facts.
import type { OpenQuestion } from './end-walk.ts';
import type { DirectionTrace, Explanation, FlowQuery, MissingFact } from './explanation.ts';
import { type FamilyVerdicts, familyFact, familySentence, familyShown, familyVerdicts } from './flow-families.ts';
import { judgeParties, trafficPoint } from './judge-flow.ts';
import { Locator } from './locate.ts';
import { nodeOfParty } from './named-ends.ts';
import { type Party, partyLabel, resolveParty } from './resolve-party.ts';
import type { QueryError, Verdict } from './results.ts';
import type { Snapshot } from './snapshot.ts';
import type { EndTrace } from './trace-end.ts';
import { type FlowTrace, traceFlow } from './trace-flow.ts';
import { type FlowWords, flowWords, listNames, policyWord, ruleOf, unresolvedFacts } from './trace-words.ts';

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

function missingFacts({ egress, ingress, missing }: FlowTrace, ends: Ends, snapshot: Snapshot): MissingFact[] {
  const facts = new Map<string, MissingFact>();
  for (const fact of [...missing, ...egress.lacking, ...ingress.lacking]) facts.set(fact.message, fact);
  for (const question of [...egress.questions, ...ingress.questions]) {
    const own = unresolvedFacts(question.match.peer);
    const isPod = question.about.type === 'endpoint' && question.about.endpoint.addresses.length === 0;
    for (const fact of own.length > 0 && !isPod ? own : [addressFact(question, snapshot)])
      facts.set(fact.message, fact);
  }
  for (const message of [...egress.unordered, ...ingress.unordered]) {
    const remedy = 'Give them different priorities, or choose the reading of the implementation that the cluster runs.';
    facts.set(message, { code: 'order-undefined', message, remedy });
  }
  for (const end of [ends.src, ends.dst]) {
    if (end.type === 'endpoint' && end.endpoint.doubt)
      facts.set(end.endpoint.doubt.fact.message, end.endpoint.doubt.fact);
  }
  return [...facts.values()];
}

/** The step that settled one end, as a clause: `rule 2 of web allows TCP 80 from …`. */
function decidingReason(trace: DirectionTrace): string {
  const step = trace.steps[trace.deciding];
  if (!step) return '';
  return step.policy ? ruleOf(step.policy, step.reason) : step.reason;
}

/** What allows one end, behind its name: `by rule 2 of web`. */
function allowedBy({ steps, deciding, endpoint }: DirectionTrace): string {
  const step = steps[deciding];
  if (!step) return '';
  if (step.policy) return `by rule ${step.rule} of ${policyWord(step.policy)}`;
  const isGoverned = steps.some((one) => one.policy && one.outcome !== 'not-applied');
  if (step.outcome === 'default-allow' && !isGoverned) return 'because no policy governs it';
  return `because ${step.reason.replace(`${endpoint} is `, 'it is ')}`;
}

const endOf = (trace: DirectionTrace): string => (trace.direction === 'egress' ? 'source' : 'destination');

function allowedSentence(egress: DirectionTrace, ingress: DirectionTrace, words: FlowWords): string {
  const [source, destination] = [allowedBy(egress), allowedBy(ingress)];
  const how = source === destination ? `, ${source}` : `: the source ${source}; the destination ${destination}`;
  return `Both ends allow ${words.traffic}${how}.`;
}

/** The likeliest mistake where no rule matches: one that is meant for somebody and is for nobody. */
function vainSentence(ends: readonly EndTrace[]): string {
  const [first] = ends.flatMap(({ trace, vain }) => (trace.verdict === 'denied' ? vain : []));
  return first === undefined ? '' : ` ${first.charAt(0).toUpperCase()}${first.slice(1)}.`;
}

/** Policies that a reader sees in the manifests and that count as absent. */
function absentSentence(traces: readonly DirectionTrace[]): string {
  const absent = traces.flatMap(({ steps }) => steps.filter((step) => step.skip === 'invalid'));
  const names = [...new Set(absent.flatMap((step) => step.policy?.name ?? []))];
  if (names.length === 0) return '';
  return ` Left out: ${listNames(names)} ${names.length === 1 ? 'is not valid and counts' : 'are not valid and count'} as absent.`;
}

function summarise(
  verdict: Verdict,
  egress: DirectionTrace,
  ingress: DirectionTrace,
  words: FlowWords,
  families: FamilyVerdicts,
): string {
  if (verdict === 'unknown' && families.isOpen) return `It depends on the address family: ${familySentence(families)}.`;
  if (verdict === 'allowed') return allowedSentence(egress, ingress, words);
  const stopping = [egress, ingress].filter((trace) => trace.verdict === verdict);
  const [first, second] = stopping;
  if (!first) return `The ends disagree about ${words.traffic}.`;
  const other = first === egress ? ingress : egress;
  if (verdict === 'unknown')
    return `It depends on a fact that is missing at the ${endOf(first)}: ${decidingReason(first)}.`;
  if (second)
    return `Neither end allows ${words.traffic}. At the source, ${decidingReason(first)}. At the destination, ${decidingReason(second)}.`;
  const counter =
    other.verdict === 'allowed'
      ? `The ${endOf(other)} would allow it, ${allowedBy(other)}.`
      : `At the ${endOf(other)} it depends on a missing fact.`;
  return `Not allowed at the ${endOf(first)}: ${decidingReason(first)}. ${counter}`;
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
  const ends = resolveEnds(snapshot, query);
  if ('error' in ends) return { snapshot: id, error: ends.error, suggestions: ends.suggestions };
  const traffic = trafficPoint(query);
  if ('error' in traffic) return { snapshot: id, error: traffic.error, suggestions: [] };
  const { src, dst } = ends;
  const { point } = traffic;
  const words = flowWords(partyLabel(snapshot, src), partyLabel(snapshot, dst), traffic.text);
  const locator = new Locator(snapshot.readings);
  const families = familyVerdicts(snapshot, src, dst, point);
  const trace = traceFlow({ snapshot, locator, src, dst, point, words, family: familyShown(families) });
  const [egress, ingress] = [trace.egress.trace, trace.ingress.trace];
  const verdict = judgeParties(snapshot, src, dst, point);
  const openFamily = families.isOpen ? [familyFact(families, words)] : [];
  return {
    snapshot: id,
    from: query.from,
    to: query.to,
    src: nodeOfParty(query.from, src, snapshot),
    dst: nodeOfParty(query.to, dst, snapshot),
    fromLabel: words.fromLabel,
    toLabel: words.toLabel,
    protocol: query.protocol.toUpperCase(),
    ...(query.port === undefined ? {} : { port: query.port }),
    traffic: traffic.text,
    verdict,
    summary: `${summarise(verdict, egress, ingress, words, families)}${vainSentence([trace.egress, trace.ingress])}${absentSentence([egress, ingress])}`,
    egress,
    ingress,
    missing: verdict === 'unknown' ? [...openFamily, ...missingFacts(trace, ends, snapshot)] : [],
  };
}
