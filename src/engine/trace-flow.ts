// Both ends of a flow judged step by step: policy at each end, with what depends on where the two run.
import type { HostEndpoint } from '../model/cluster.ts';
import type { Family } from '../net/cidr.ts';
import { contains } from '../net/connection-set.ts';
import type { DirectionTrace, MissingFact, TraceStep } from './explanation.ts';
import type { PairVerdict } from './family-matrix.ts';
import { endOf, isSelf, placeOf } from './judge-flow.ts';
import type { Locator } from './locate.ts';
import { type GateOnWay, gatesOnWay } from './member-verdict.ts';
import type { Party } from './resolve-party.ts';
import type { Direction, Verdict } from './results.ts';
import type { Snapshot } from './snapshot.ts';
import { type EndTrace, traceEnd } from './trace-end.ts';
import type { FlowWords } from './trace-words.ts';

export interface FlowQuestion {
  readonly snapshot: Snapshot;
  readonly locator: Locator;
  readonly src: Party;
  readonly dst: Party;
  readonly point: number;
  /** The address family the flow is explained over. */
  readonly family: Family;
  readonly words: FlowWords;
}

export interface FlowTrace {
  readonly egress: EndTrace;
  readonly ingress: EndTrace;
  /** Facts about where the two run that are missing. */
  readonly missing: readonly MissingFact[];
}

const nodeFact = (always: string): MissingFact => ({
  code: 'node-unknown',
  message: `The manifests do not say on which nodes the two run, and ${always}`,
  remedy: 'Load running pods (kubectl get pods -A -o yaml), whose spec names their nodes.',
});

const ORDER: readonly Verdict[] = ['denied', 'unknown', 'allowed'];
/** All must allow. */
const meet = (a: Verdict, b: Verdict): Verdict => ORDER[Math.min(ORDER.indexOf(a), ORDER.indexOf(b))] ?? 'denied';

function verdictAt(pair: PairVerdict, { snapshot, point }: FlowQuestion): Verdict {
  if (contains(snapshot.table.set(pair.allowed), point)) return 'allowed';
  return contains(snapshot.table.set(pair.unknown), point) ? 'unknown' : 'denied';
}

/** What a pod's traffic to its own host meets there; undefined where the reading has no rule about it. */
function ownHost(question: FlowQuestion): { reason: string; verdict: Verdict } | undefined {
  const { snapshot, src, dst } = question;
  const setting = snapshot.cluster.toOwnHost;
  if (!setting) return undefined;
  if (dst.type !== 'endpoint' || dst.endpoint.type !== 'every-host') return setting;
  const early = verdictAt(snapshot.matrix.atOwnHost(dst.column, src.column), question);
  if (early === 'allowed') return setting;
  const name = `host endpoint ${dst.endpoint.hostEndpoint ?? dst.endpoint.name}`;
  return { verdict: meet(setting.verdict, early), reason: `a policy before address translation on ${name} decides it` };
}

function place(question: FlowQuestion): {
  ingress: Pick<Parameters<typeof traceEnd>[0], 'exempt' | 'perhapsExempt'>;
  both: Pick<Parameters<typeof traceEnd>[0], 'exempt'>;
  missing: MissingFact[];
} {
  const { snapshot, src, dst } = question;
  if (isSelf(src, dst)) {
    const exempt = { reason: 'a pod cannot block access to itself', verdict: 'allowed' as const };
    return { ingress: { exempt }, both: { exempt }, missing: [] };
  }
  switch (placeOf(snapshot, src, dst)) {
    case 'own-pod': {
      const reason = 'the source is the node the pod runs on, which is always let in';
      const exempt = { reason, verdict: 'allowed' as const };
      const isGoverned = src.type === 'endpoint' && src.endpoint.type !== 'pod';
      return { ingress: { exempt }, both: isGoverned ? { exempt } : {}, missing: [] };
    }
    case 'perhaps-own-pod': {
      const perhapsExempt = 'the source may be the node the pod runs on, which is always let in';
      return { ingress: { perhapsExempt }, both: {}, missing: [nodeFact('a node always reaches its own pods')] };
    }
    case 'own-host': {
      const exempt = ownHost(question);
      return { ingress: exempt ? { exempt } : {}, both: {}, missing: ownHostFacts(snapshot) };
    }
    case 'perhaps-own-host': {
      const perhapsExempt =
        'the destination may be the node the pod runs on, to which the policies of its interfaces do not apply';
      const fact = nodeFact('policy of a host does not apply to what its own pods send it');
      return { ingress: { perhapsExempt }, both: {}, missing: [fact, ...ownHostFacts(snapshot)] };
    }
    default:
      return { ingress: {}, both: {}, missing: [] };
  }
}

function ownHostFacts({ cluster: { toOwnHost } }: Snapshot): MissingFact[] {
  return toOwnHost?.verdict === 'unknown' ? [toOwnHost.fact] : [];
}

/** A host's forwarding side as an end of the flow. */
function gateParty(snapshot: Snapshot, gate: GateOnWay): Extract<Party, { type: 'endpoint' }> | undefined {
  const index = snapshot.universe.classOf.findIndex(
    (column, at) => column === gate.column && snapshot.cluster.endpoints[at]?.workload === -1,
  );
  const endpoint = snapshot.cluster.endpoints[index];
  return endpoint && { type: 'endpoint', index, endpoint, column: gate.column };
}

function gateFact(node: HostEndpoint['node'] | undefined): MissingFact {
  return {
    code: 'forwarding-unknown',
    message: `The manifests do not say whether the flow is forwarded through the interface that a host endpoint of ${node ?? 'a node'} polices`,
    remedy:
      'Load running pods, whose spec names their nodes; a host endpoint for every interface (`*`) leaves nothing open.',
  };
}

const undecided = ({ isDecisive: _, ...step }: TraceStep): TraceStep => step;

/** Adds what a gate on the way says to the lane of its end. */
function passGate(end: EndTrace, gate: GateOnWay, question: FlowQuestion): { end: EndTrace; missing: MissingFact[] } {
  const { snapshot, src, dst, words } = question;
  const own = gateParty(snapshot, gate);
  if (!own) return { end, missing: [] };
  const label = `what host endpoint ${own.endpoint.name} forwards`;
  const gateWords: FlowWords = { ...words, ownLabel: () => label, otherLabel: words.otherLabel };
  const [speaker, other] = gate.direction === 'egress' ? [src, dst] : [dst, src];
  const passed = traceEnd({ ...question, direction: gate.direction, own, speaker, other, words: gateWords });
  const isOpen = !gate.isSure && passed.trace.verdict !== 'allowed';
  const verdict = meet(end.trace.verdict, isOpen ? 'unknown' : passed.trace.verdict);
  const decides = verdict !== end.trace.verdict;
  const asked = passed.trace.steps.filter((step) => step.outcome !== 'not-applied');
  // The verdict rests on one of the two only.
  const steps = decides ? [...end.trace.steps.map(undecided), ...asked] : [...end.trace.steps, ...asked.map(undecided)];
  const decidingStep = passed.trace.steps[passed.trace.deciding];
  const trace: DirectionTrace = {
    ...end.trace,
    verdict,
    steps,
    chain: decides ? `${label}: ${passed.trace.chain}` : end.trace.chain,
    deciding: decides && decidingStep ? steps.indexOf(decidingStep) : end.trace.deciding,
  };
  const questions = [...end.questions, ...passed.questions];
  const unordered = [...end.unordered, ...passed.unordered];
  const lacking = [...end.lacking, ...passed.lacking];
  const vain = [...end.vain, ...passed.vain];
  return { end: { trace, questions, unordered, lacking, vain }, missing: isOpen ? [gateFact(own.endpoint.node)] : [] };
}

/** Walks both ends. */
export function traceFlow(question: FlowQuestion): FlowTrace {
  const { snapshot, src, dst } = question;
  const { ingress: atDestination, both, missing } = place(question);
  const ask = (direction: Direction): EndTrace =>
    traceEnd({
      ...question,
      direction,
      own: direction === 'egress' ? src : dst,
      other: direction === 'egress' ? dst : src,
      ...both,
      ...(direction === 'ingress' ? atDestination : {}),
    });
  const ends = { egress: ask('egress'), ingress: ask('ingress') };
  const isApart = both.exempt === undefined && atDestination.exempt === undefined;
  for (const gate of isApart ? gatesOnWay(snapshot, endOf(src), endOf(dst)) : []) {
    const passed = passGate(ends[gate.direction], gate, question);
    ends[gate.direction] = passed.end;
    missing.push(...passed.missing);
  }
  return { ...ends, missing };
}
