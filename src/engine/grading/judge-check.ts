// Whether a check holds in a draft, and what is so instead.
import { counted } from '../../base/counted.ts';
import { flowName, portsWords } from '../../resources/assertion.ts';
import { explainQuery } from '../explain-query.ts';
import { globTest } from '../glob-match.ts';
import { judgeAssertions } from '../judge-assertions.ts';
import { Locator } from '../locate.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Check, CheckResult, FindingCheck, FlowCheck, PolicyCheck, RejectedCheck } from './check.ts';

export const TOO_MANY = 'more pairs than can be judged here';

/** One check speaks of a few flows: a lesson that names thousands must not stop the page. */
const CHECK_LIMITS = { assertions: 1, assertedPairs: 5000 };

/** A draft as checks see it. */
export interface CheckedDraft {
  /** With staged policies taking part, or without. */
  view(pending: boolean): Snapshot;
  /** Codes of what lints find. */
  readonly findings: ReadonlySet<string>;
}

function flowClaim({ assertion, end, by, pending }: FlowCheck): string {
  const { from, to, ports, expect } = assertion;
  const at = end === undefined ? '' : `, judged at its ${end} alone`;
  const because = by === undefined ? '' : `, by \`${by}\``;
  return `${flowName(from.text, to.text, portsWords(ports), expect)}${at}${because}${pending ? ', with staged policies' : ''}`;
}

/** One flow, by its explanation. */
function judgeTrace(check: FlowCheck, snapshot: Snapshot): Pick<CheckResult, 'holds' | 'now'> | undefined {
  const { assertion, end, by, query } = check;
  if (!query || (end === undefined && by === undefined)) return undefined;
  const answer = explainQuery(snapshot, query, 0);
  if ('error' in answer) return { holds: false, now: answer.error };
  const ends = end === undefined ? [answer.egress, answer.ingress] : [answer[end]];
  const { verdict } = end === undefined ? answer : answer[end];
  const isNamed = by === undefined || ends.some(({ chain }) => chain.includes(by));
  const chains = ends.map(({ direction, chain }) => `${direction}: ${chain}`).join('; ');
  return { holds: verdict === assertion.expect && isNamed, now: `${verdict} (${chains})` };
}

function judgeFlow(check: FlowCheck, draft: CheckedDraft): CheckResult {
  const snapshot = draft.view(check.pending === true);
  const claim = flowClaim(check);
  const traced = judgeTrace(check, snapshot);
  const { results } = judgeAssertions(snapshot, [check.assertion], new Locator(snapshot.readings), CHECK_LIMITS);
  const [result] = results;
  const query = check.query ?? result?.query;
  const explained = query ? { query } : {};
  if (traced) return { claim, ...traced, ...explained };
  if (!result) return { claim, holds: false, now: 'not judged' };
  return {
    claim,
    holds: result.holds,
    now: result.fault ?? (result.isPartial ? TOO_MANY : result.verdict) ?? 'not judged',
    ...explained,
  };
}

function judgeFinding({ code, isThere }: FindingCheck, draft: CheckedDraft): CheckResult {
  const { diagnostics } = draft.view(false);
  const isFound = draft.findings.has(code) || diagnostics.some((one) => one.code === code);
  return {
    claim: isThere ? `finding \`${code}\`` : `no finding \`${code}\``,
    holds: isFound === isThere,
    now: isFound ? 'it is found' : 'it is not found',
  };
}

/** Pods that each policy with such a name applies to. */
function podsOf({ policies, subjects, universe, cluster }: Snapshot, name: string): readonly number[] {
  const fits = globTest(name);
  return policies.flatMap((policy, place) => {
    if (!fits(policy.namespace ? `${policy.namespace}/${policy.name}` : policy.name)) return [];
    let pods = 0;
    for (const id of subjects[place] ?? []) {
      for (const member of universe.classes[id]?.members ?? []) {
        const endpoint = cluster.endpoints[member];
        if (endpoint?.type === 'pod') pods += endpoint.count;
      }
    }
    return [pods];
  });
}

function judgePolicy({ name, pods }: PolicyCheck, draft: CheckedDraft): CheckResult {
  const enforced = podsOf(draft.view(false), name);
  const found = enforced.includes(pods) ? enforced : [...new Set([...enforced, ...podsOf(draft.view(true), name)])];
  return {
    claim: `policy \`${name}\` applies to ${counted(pods, 'pod')}`,
    holds: found.includes(pods),
    now:
      found.length === 0
        ? 'no policy is called so'
        : `applies to ${found.map((count) => counted(count, 'pod')).join(', ')}`,
  };
}

function judgeRejected({ path }: RejectedCheck, draft: CheckedDraft): CheckResult {
  const { diagnostics, readings } = draft.view(false);
  const fits = globTest(path);
  const holds = diagnostics.some(({ gap, range }) => gap === 'rejected' && fits(range.file));
  const isThere = readings.some(({ file }) => fits(file.path));
  const otherwise = isThere ? 'everything in it is taken' : 'there is no such file';
  return { claim: `the API server refuses \`${path}\``, holds, now: holds ? 'refused' : otherwise };
}

/** Never throws; what cannot be judged does not hold. */
export function judgeCheck(check: Check, draft: CheckedDraft): CheckResult {
  if (check.type === 'flow') return judgeFlow(check, draft);
  if (check.type === 'finding') return judgeFinding(check, draft);
  return check.type === 'policy' ? judgePolicy(check, draft) : judgeRejected(check, draft);
}

/** Codes of lints that some of the checks ask for. */
export function askedFindings(checks: Iterable<Check>): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const check of checks) if (check.type === 'finding') codes.add(check.code);
  return codes;
}
