// What an external node is, in the words below its name.
import { counted } from '../../base/counted.ts';
import type { ExternalNode } from '../../graph/graph.ts';

export function externalKind({ kind, ranges, coversPods }: ExternalNode): string {
  if (kind === 'internet') return 'other addresses';
  if (kind === 'cidr') return coversPods ? 'covers pods too' : 'address range';
  return coversPods ? 'set, covers pods too' : `set of ${counted(ranges, 'range')}`;
}
