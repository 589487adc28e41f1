// A collapsed namespace: one node with counts.
import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { counted } from '../../base/counted.ts';
import type { NamespaceNode } from '../../graph/graph.ts';
import { NameText } from '../NameText.tsx';
import type { FlowNode } from './flow-nodes.ts';
import { IsolationGates } from './IsolationGates.tsx';
import styles from './nodes.module.css';

export const CollapsedNode = memo(function CollapsedNode({ data }: NodeProps<FlowNode<NamespaceNode>>) {
  const { node, selected } = data;
  return (
    <div
      className={styles.collapsed}
      data-selected={selected}
      data-isolated={node.isolated}
      data-system={node.system}
      data-title
      title="Double-click to expand"
    >
      <span className={styles.title}>
        <NameText tail={6}>{node.name}</NameText>
        <IsolationGates isolated={node.isolated} />
      </span>
      <span className={styles.kind}>
        {counted(node.workloads, 'workload')}, {counted(node.pods, 'pod')}
      </span>
    </div>
  );
});
