// What a selector finds, in words: for the end of its line, for a panel's head.
import { counted } from '../base/counted.ts';
import type { SelectorCount } from '../engine/selector-lookup.ts';

type Counts = Pick<SelectorCount, 'asks' | 'narrowed' | 'pods' | 'hosts' | 'sets' | 'namespaces' | 'onHosts'>;

/** `3 pods`, `2 namespaces, 7 pods`, `1 pod, 1 network set`; `no pods`. */
export function foundWords({ asks, narrowed, pods, hosts, sets, namespaces, onHosts }: Counts): string {
  const parts = asks === 'namespaces' ? [namespaces === 0 ? 'no namespace' : counted(namespaces, 'namespace')] : [];
  if (!narrowed || asks !== 'namespaces') {
    if (pods > 0) parts.push(counted(pods, 'pod'));
    if (hosts > 0) parts.push(counted(hosts, 'host endpoint'));
    if (sets > 0) parts.push(counted(sets, 'network set'));
    if (onHosts > 0) parts.push(`${counted(onHosts, 'pod')} on the host network`);
  }
  return parts.length === 0 ? 'no pods' : parts.join(', ');
}

/** What a selector does with what it finds: `applies to 3 pods`. */
export const selectorVerbs = { subject: 'applies to', peer: 'selects', own: 'selects', except: 'leaves out' } as const;

/** The selector's own name: `podSelector`. */
export const selectorName = ({ path }: Pick<SelectorCount, 'path'>): string => path.slice(path.lastIndexOf('.') + 1);

/** The innermost selector at an offset of the text that was looked up. */
export function selectorAt(selectors: readonly SelectorCount[], offset: number): SelectorCount | undefined {
  return selectors.findLast(({ location }) => location.start <= offset && offset <= location.end);
}
