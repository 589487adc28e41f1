// Addresses outside the cluster: the Internet, an address range that a policy names, or a network set.
import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import type { ExternalNode as External } from '../../graph/graph.ts';
import { NameText } from '../NameText.tsx';
import { externalKind } from './external-kind.ts';
import type { FlowNode } from './flow-nodes.ts';
import styles from './nodes.module.css';

export const ExternalNode = memo(function ExternalNode({ data }: NodeProps<FlowNode<External>>) {
  const { node, selected } = data;
  return (
    <div className={styles.external} data-selected={selected} data-kind={node.kind}>
      <span className={node.kind === 'internet' ? styles.word : styles.name}>
        {node.kind === 'internet' ? node.name : <NameText tail={6}>{node.name}</NameText>}
      </span>
      <span className={styles.kind}>{externalKind(node)}</span>
    </div>
  );
});
