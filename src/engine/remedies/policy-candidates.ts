// A policy more, for the end that is blocked alone: of the kind that people write there, before the one that stops the flow.
import type { PolicyDraft } from '../../dialects/rule-draft.ts';
import { blockText } from '../../documents/write-block.ts';
import type { Policy } from '../../model/policy.ts';
import { policyKind, policyKinds } from '../policy-kinds.ts';
import { resourceOf } from '../policy-source.ts';
import type { BlockedEnd } from './blocked-end.ts';
import { type Candidate, type CandidateSource, flowWordsAt, RANK } from './candidate.ts';
import { nameEnd, namingLabels } from './name-end.ts';

/** Kubernetes: names are DNS subdomains of at most 253 characters; these stay readable. */
const MOST_CHARACTERS = 63;

function nameFor({ direction, question: { own, other } }: BlockedEnd, taken: ReadonlySet<string>): string {
  const word = (party: typeof own): string => {
    const text = party.type === 'address' ? party.label : party.endpoint.name;
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '');
  };
  const base = `allow-${word(own)}-${direction === 'egress' ? 'to' : 'from'}-${word(other)}`;
  const stem = base.slice(0, MOST_CHARACTERS).replace(/-+$/, '');
  for (let number = 1; ; number++) {
    const name = number === 1 ? stem : `${stem}-${number}`;
    if (!taken.has(name) && ![...taken].some((one) => one.endsWith(`.${name}`))) return name;
  }
}

/** Where policies without a tier are, of Kubernetes and of Calico. */
const DEFAULT_TIER = 'default';

/** Before the policy that decides; Calico's orders are any numbers, and one without comes last. */
function orderFor({ decider }: BlockedEnd): number | undefined {
  if (!decider) return undefined;
  const { order } = decider.policy;
  return Number.isFinite(order) ? Math.ceil(order) - 1 : 1000;
}

/** Beside the policies it is to stand with. */
function folderOf(policy: Policy | undefined): string {
  const file = policy?.range.file ?? '';
  return file.slice(0, file.lastIndexOf('/') + 1);
}

export function policyCandidates(end: BlockedEnd, { snapshot, flow }: CandidateSource): readonly Candidate[] {
  const { direction, tier, decider, applying } = end;
  const { own, other } = end.question;
  const named = nameEnd(snapshot, other);
  if (!named || own.type !== 'endpoint') return [];
  const namespace = own.endpoint.type === 'pod' ? own.endpoint.namespace : '';
  // Before profiles, and whatever else no tier of policies decides, comes the last of these.
  const isOrdinary = (tier.stage ?? 0) === 0 && !decider?.policy.implied;
  const taken = new Set(snapshot.policies.filter((one) => one.namespace === namespace).map(({ name }) => name));
  const draft: PolicyDraft = {
    name: nameFor(end, taken),
    namespace,
    subject: namingLabels(snapshot, own.endpoint),
    tier: isOrdinary ? tier.name : DEFAULT_TIER,
    order: isOrdinary ? orderFor(end) : undefined,
    rule: { direction, other: named, traffic: flow.traffic },
  };
  const like = decider?.policy ?? applying[0];
  const resource = like && resourceOf(snapshot, like);
  const preferred = [...(resource ? [policyKind(resource.kind)] : []), ...policyKinds];
  for (const kind of preferred) {
    // One without an order of its own cannot go before what denies.
    if (decider && isOrdinary && typeof kind?.placing === 'string') continue;
    const written = kind?.writer?.draft?.(draft, snapshot.options.semantics);
    if (written === undefined) continue;
    const where = namespace === '' ? '' : ` in ${namespace}`;
    const title = `a policy${where} allowed ${flowWordsAt(end, flow)}`;
    const path = `${folderOf(like)}${draft.name}.yaml`;
    const created = [{ path, text: blockText(written) }];
    return [{ kind: 'policy', title, edits: [], created, rank: RANK.policy }];
  }
  return [];
}
