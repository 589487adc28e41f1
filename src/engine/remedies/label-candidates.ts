// A label given or taken, so that a rule that allows matches, or one that denies does not.
import { allDialects } from '../../dialects/all-dialects.ts';
import type { Peer, Policy, Rule } from '../../model/policy.ts';
import { NAMESPACE_NAME_LABEL, type Selector } from '../../model/selector.ts';
import { type Party, partyLabel } from '../resolve-party.ts';
import { labelled } from '../selector-holds.ts';
import type { Snapshot } from '../snapshot.ts';
import { askRule, type EndQuestion } from '../trace-rule.ts';
import type { BlockedEnd } from './blocked-end.ts';
import { type Candidate, type CandidateSource, RANK } from './candidate.ts';
import { type LabelChange, labelChanges } from './label-changes.ts';
import { type LabelHome, writeLabel } from './write-labels.ts';

/** Changes that are written out, and so may be judged. */
const MOST_CHANGES = 8;
/** Policies that do not apply yet and are looked at. */
const MOST_OTHERS = 400;

type EndpointParty = Extract<Party, { type: 'endpoint' }>;

/** Selectors by which a peer may come to match, or cease to. */
function selectorsOf(peer: Peer): readonly Selector[] {
  if (peer.op === 'endpoints') return [peer.selector];
  return peer.op === 'or' || peer.op === 'and' ? peer.terms.flatMap(selectorsOf) : [];
}

const peersOf = (rule: Rule): readonly Selector[] => rule.matches.flatMap(({ peer }) => selectorsOf(peer));

/** Where a label that a selector asks for is written; undefined for one that is computed. */
function homeOf({ scope, key }: LabelChange, { options }: Snapshot): LabelHome | undefined {
  if (scope === 'namespace') return key === NAMESPACE_NAME_LABEL ? undefined : { of: 'namespace', key };
  for (const dialect of allDialects) {
    const home = dialect.labelHome?.(key, options.semantics);
    if (home) return home.of === 'nobody' ? undefined : { of: home.of, key: home.key };
  }
  return { of: 'endpoint', key };
}

interface Wish {
  readonly party: EndpointParty;
  readonly change: LabelChange;
}

const isPod = (party: Party): party is EndpointParty => party.type === 'endpoint' && party.endpoint.type === 'pod';

/** Rules of a policy that would allow the flow, if only the peer matched. */
function missedByPeer(policy: Policy, question: EndQuestion): readonly Rule[] {
  return (policy[question.direction] ?? []).filter((rule) => {
    const result = askRule(rule, question);
    return rule.action === 'allow' && result.type === 'miss' && result.miss === 'peer';
  });
}

function wishesAtEnd({ snapshot, direction, question, decider, applying }: BlockedEnd): readonly Wish[] {
  const { own, other } = question;
  const wishes: Wish[] = [];
  const wish = (party: Party, selectors: readonly Selector[], wanted: boolean): void => {
    if (!isPod(party)) return;
    const one = labelled(party.endpoint, snapshot);
    for (const selector of selectors) {
      for (const change of labelChanges(selector, wanted, one)) wishes.push({ party, change });
    }
  };
  if (decider) {
    wish(other, peersOf(decider.rule), false);
    wish(own, [decider.policy.subject], false);
    return wishes;
  }
  for (const policy of applying) for (const rule of missedByPeer(policy, question)) wish(other, peersOf(rule), true);
  const tier = applying[0]?.tier;
  const others = snapshot.policies.filter(
    (one) => one.tier === tier && !one.implied && one[direction]?.length && !applying.includes(one),
  );
  for (const policy of others.slice(0, MOST_OTHERS)) {
    const allows = policy[direction]?.some((rule) => rule.action === 'allow' && askRule(rule, question).type === 'hit');
    if (allows) wish(own, [policy.subject], true);
  }
  return wishes;
}

/** `namespace shop had the label team=a`, `shop/Pod/web did not have the label quarantine`. */
function titleOf({ party, change }: Wish, home: LabelHome, snapshot: Snapshot): string {
  const { namespace, workload: index } = party.endpoint;
  const workload = snapshot.cluster.workloads[index];
  // The label is written for all pods of the workload.
  const own = workload ? `${namespace}/${workload.kind}/${workload.name}` : partyLabel(snapshot, party);
  const who = home.of === 'namespace' ? `namespace ${namespace}` : own;
  const { key } = home;
  return change.value === undefined
    ? `${who} did not have the label ${key}`
    : `${who} had the label ${key}=${change.value}`;
}

export function labelCandidates(end: BlockedEnd, { snapshot, manifests }: CandidateSource): readonly Candidate[] {
  const found = new Map<string, Candidate>();
  for (const wish of wishesAtEnd(end)) {
    if (found.size >= MOST_CHANGES) break;
    const home = homeOf(wish.change, snapshot);
    const title = home && titleOf(wish, home, snapshot);
    if (!home || title === undefined || found.has(title)) continue;
    const written = writeLabel(snapshot, manifests, wish.party.endpoint, home, wish.change.value);
    if (written) found.set(title, { kind: 'label', title, ...written, rank: RANK.label });
  }
  return [...found.values()];
}
