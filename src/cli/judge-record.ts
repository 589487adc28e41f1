// One recorded case of any shape, told apart by its fields: probes, a manifest, a text, a selector.
import { judgeSelector, openCase } from '../client/judge-case.ts';
import type { EngineOptions } from '../engine/engine-options.ts';
import { judgeText, type TextRecord } from './judge-text.ts';
import { probeFault, recordFault } from './record-fault.ts';
import { agrees, disagrees, type Tally } from './tally.ts';

interface Probe {
  readonly src: string;
  readonly dst: string;
  readonly protocol: string;
  readonly port?: number;
  readonly icmpType?: number;
  readonly icmpCode?: number;
  readonly allowed: boolean;
}

interface CaseRecord extends TextRecord {
  readonly id?: string;
  readonly manifests?: string;
  readonly manifest?: string;
  readonly selector?: string;
  readonly labels?: Readonly<Record<string, string>> | null;
  readonly match?: boolean;
  readonly valid?: boolean;
  readonly options?: {
    readonly semantics?: EngineOptions['semantics'] | null;
    readonly podCIDRs?: readonly string[] | null;
    readonly pending?: boolean | null;
  } | null;
  readonly probes?: readonly Probe[];
}

/** Judges one parsed line. A line of no known shape is a disagreement: it must not pass unseen. */
export function judgeRecord(value: unknown): Tally {
  const record = (typeof value === 'object' && value !== null ? value : {}) as CaseRecord;
  const id = record.id ?? JSON.stringify(record.selector ?? value).slice(0, 80);
  const fault = recordFault(value);
  if (fault) return disagrees(`${id}: not judged: ${fault}`);
  if (record.manifests !== undefined && record.probes !== undefined) return judgeProbes(id, record.manifests, record);
  if (record.manifest !== undefined) return judgeManifest(id, record.manifest, record.valid === true);
  if (record.selector !== undefined) return judgeMatch(id, record.selector, record);
  if (record.text !== undefined || record.base64 !== undefined) return judgeText(id, record);
  return disagrees(`${id}: not judged: neither probes, a manifest, a text nor a selector`);
}

function judgeProbes(id: string, manifests: string, { options, probes = [] }: CaseRecord): Tally {
  const tally: Tally = { agree: 0, flagged: 0, disagreements: [] };
  const given = openCase(manifests, engineOptions(options));
  const lack = given.notEvaluated[0] === undefined ? '' : ` (${given.notEvaluated[0]})`;
  for (const [index, probe] of probes.entries()) {
    const fault = probeFault(probe);
    if (fault) {
      tally.disagreements.push(`${id}: not judged: probes[${index}]: ${fault}`);
      continue;
    }
    const { allowed, ...flow } = probe;
    const verdict = given.judge(flow);
    const expected = allowed ? 'allowed' : 'denied';
    if (verdict === expected) {
      tally.agree += 1;
      continue;
    }
    const got = typeof verdict === 'string' ? `${verdict}: ${given.reason(flow).split('\n')[0]}${lack}` : verdict.error;
    const { src, dst, protocol, port, icmpType = 8, icmpCode = 0 } = flow;
    const traffic = port ?? `type ${icmpType} code ${icmpCode}`;
    tally.disagreements.push(`${id}: ${src} -> ${dst} ${protocol} ${traffic}: expected ${expected}, got ${got}`);
  }
  return tally;
}

function engineOptions(options: CaseRecord['options']): Partial<EngineOptions> {
  return {
    ...(options?.semantics ? { semantics: options.semantics } : {}),
    ...(options?.pending ? { pending: 'calico' } : {}),
    ...(options?.podCIDRs ? { podCIDRs: options.podCIDRs } : {}),
  };
}

function judgeManifest(id: string, manifest: string, valid: boolean): Tally {
  const { errors, notEvaluated } = openCase(manifest);
  if (notEvaluated[0] !== undefined) return disagrees(`${id}: not judged: ${notEvaluated[0]}`);
  if (valid === (errors.length === 0)) return agrees();
  return disagrees(
    `${id}: expected ${valid ? 'valid' : 'invalid'}, got ${errors[0] === undefined ? 'no error' : `invalid: ${errors[0]}`}`,
  );
}

/** Agrees where the selector is valid or not as recorded, and a valid one matches or not as recorded. */
function judgeMatch(id: string, selector: string, { labels, valid, match }: CaseRecord): Tally {
  const judged = judgeSelector(selector, labels ?? {});
  const words = (isMatch: boolean | undefined) => (isMatch ? 'a match' : 'no match');
  const expected = valid ? words(match) : 'invalid';
  const got = 'error' in judged ? 'invalid' : words(judged.match);
  if (expected === got) return agrees();
  return disagrees(`${id}: expected ${expected}, got ${got}${'error' in judged ? `: ${judged.error}` : ''}`);
}
