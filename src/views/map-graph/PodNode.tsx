// One pod in the list of an expanded workload.
import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import type { PodNode as Pod } from '../../graph/graph.ts';
import { NameText } from '../NameText.tsx';
import type { FlowNode } from './flow-nodes.ts';
import styles from './nodes.module.css';

export const PodNode = memo(function PodNode({ data }: NodeProps<FlowNode<Pod>>) {
  const { node, selected } = data;
  return (
    <div className={styles.pod} data-selected={selected} title={node.address || 'address unknown'}>
      <NameText tail={6}>{node.name}</NameText>
    </div>
  );
});
