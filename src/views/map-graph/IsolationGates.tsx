// The gates of a namespace, drawn for the directions in which every workload of it is governed.
import type { NamespaceNode } from '../../graph/graph.ts';
import { GateGlyph } from '../GateGlyph.tsx';
import styles from './nodes.module.css';

const words = { both: 'isolated', ingress: 'ingress isolated', egress: 'egress isolated', none: '' } as const;

export function IsolationGates({ isolated }: { readonly isolated: NamespaceNode['isolated'] }) {
  if (isolated === 'none') return null;
  return (
    <span className={styles.gates} title={`Every workload is governed: ${words[isolated]}`}>
      {isolated !== 'egress' && <GateGlyph state="governed" direction="ingress" size={12} />}
      {isolated !== 'ingress' && <GateGlyph state="governed" direction="egress" size={12} />}
    </span>
  );
}
