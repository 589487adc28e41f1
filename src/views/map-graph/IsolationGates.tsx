// Where the gates of a namespace stand: they are drawn (GateLines.tsx) for the directions in which every workload of it is governed.
import type { NamespaceNode } from '../../graph/graph.ts';
import styles from './nodes.module.css';

const words = { both: 'isolated', ingress: 'ingress isolated', egress: 'egress isolated', none: '' } as const;

export function IsolationGates({ isolated }: { readonly isolated: NamespaceNode['isolated'] }) {
  if (isolated === 'none') return null;
  return (
    <span className={styles.gates} data-isolated={isolated} title={`Every workload is governed: ${words[isolated]}`} />
  );
}
