// What a policy is for, by its name and by what it governs, so that nobody is warned of what was meant.
import type { LintContext, PlacedPolicy } from './lint-context.ts';

/** To let anybody in or out: `allow-all`, `public-ingress`, `default-allow`, `internet`. */
const OPEN =
  /allow-?(all|any|every)|any-any|(all|default|everything)-?allow|open|public|internet|external|world|anyone|permit/i;

/** To close something: `default-deny`, `quarantine`. */
const SHUT = /deny|isolat|lock|block|quarantine|restrict|contain/i;

export const saysOpen = (name: string): boolean => OPEN.test(name);
export const saysShut = (name: string): boolean => SHUT.test(name);

/** Whether it is about hosts alone: by what it applies to, or by a flag that pods never heed. */
export function isForHosts({ policy, subjects }: PlacedPolicy, { snapshot: { universe } }: LintContext): boolean {
  // Before tracking, before DNAT and for forwarded traffic there are tiers of their own.
  if (policy.tier.includes('/')) return true;
  return !subjects.isEmpty() && [...subjects].every((id) => universe.classes[id]?.sample.type !== 'pod');
}
