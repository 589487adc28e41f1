// What the line about staged policies says: how many there are, how they count in the view, and what they change.

import { counted } from '../../base/counted.ts';
import type { EngineOptions } from '../../engine/engine-options.ts';
import type { Impact } from '../../engine/results.ts';
import type { StagedCount } from '../../state/staging.ts';

/** `3 staged policies (1 deletion) have no effect now.` */
export function stagingWords(view: EngineOptions['pending'], count: StagedCount): string {
  const { policies, deletions } = count;
  const one = policies === 1;
  const some = `${policies === 0 ? 'No staged policies' : counted(policies, 'staged policy')}${
    deletions > 0 ? ` (${counted(deletions, 'deletion')})` : ''
  }`;
  switch (view) {
    case 'enforced':
      return `${some} ${one ? 'has' : 'have'} no effect now.`;
    case 'calico':
      return `${some} ${one ? 'counts' : 'count'} beside the enforced ones, each at its own order${
        deletions > 0 ? '; deletions do not count, as in Calico’s flow logs' : ''
      }.`;
    case 'promoted':
      return `${some} ${one ? 'takes' : 'take'} the place of what ${one ? 'it stages' : 'they stage'}${
        deletions > 0 ? '; deletions take theirs away' : ''
      }.`;
  }
}

/** `That opens 2 flows, closes 1 and leaves 3 to or from unknown.` */
export function changeWords({ opened, closed, unknown }: Impact): string {
  const parts = [
    opened > 0 && `opens ${counted(opened, 'flow')}`,
    closed > 0 && `closes ${counted(closed, 'flow')}`,
    unknown > 0 && `turns ${counted(unknown, 'flow')} to or from unknown`,
  ].filter((part) => part !== false);
  const last = parts.pop();
  if (last === undefined) return 'That changes no flow.';
  return `That ${parts.length > 0 ? `${parts.join(', ')} and ` : ''}${last}.`;
}
