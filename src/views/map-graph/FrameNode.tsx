// An expanded namespace: a titled frame around its workloads; a double border where all of them are isolated both ways.
import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import type { NamespaceNode } from '../../graph/graph.ts';
import { NameText } from '../NameText.tsx';
import type { FlowNode } from './flow-nodes.ts';
import { IsolationGates } from './IsolationGates.tsx';
import styles from './nodes.module.css';

export const FrameNode = memo(function FrameNode({ data }: NodeProps<FlowNode<NamespaceNode>>) {
  const { node, selected } = data;
  return (
    <div className={styles.frame} data-selected={selected} data-isolated={node.isolated} data-system={node.system}>
      <div className={styles.title} data-title title="Double-click to collapse">
        <NameText tail={6}>{node.name}</NameText>
        <IsolationGates isolated={node.isolated} />
        {node.workloads === 0 && <span className={styles.kind}>no workloads</span>}
      </div>
    </div>
  );
});
