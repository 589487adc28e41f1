// What decides a row, in words: for the cell of a table, and for copies.
import type { EndDecision, FlowRow } from '../../engine/results.ts';
import { kindWords } from '../../exporters/policy-words.ts';

/** The policy's name; what no manifest holds as a policy by its kind. */
export function deciderName({ id, policy }: EndDecision): string {
  return id.startsWith('FailsafePorts') ? kindWords(policy) : policy;
}

/** `allow-web rule 1`; of policies none of whose rules matches, the policy and how many more. */
function deciderText(one: EndDecision): string {
  const { rule, more } = one;
  const name = deciderName(one);
  if (rule !== undefined) return `${name} rule ${rule}`;
  return more === undefined ? `${name}, no rule` : `${name} and ${more} more, no rule`;
}

/** `egress: allow-out rule 1; ingress: allow-web rule 2`; empty where no policy decides. */
export function decidersText({ decided = [] }: Pick<FlowRow, 'decided'>): string {
  return decided.map((one) => `${one.direction}: ${deciderText(one)}`).join('; ');
}
