// A workload: its name, kind, replicas and declared ports between its two gates; expanded, its pods are listed below.
import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import type { WorkloadNode as Workload } from '../../graph/graph.ts';
import { NameText } from '../NameText.tsx';
import type { FlowNode } from './flow-nodes.ts';
import { GateRail } from './GateRail.tsx';
import styles from './nodes.module.css';

export const WorkloadNode = memo(function WorkloadNode({ data }: NodeProps<FlowNode<Workload>>) {
  const { node, selected } = data;
  return (
    <div className={styles.workload} data-selected={selected} data-expanded={node.expanded}>
      <div className={styles.head}>
        <GateRail direction="ingress" />
        <div className={styles.face}>
          <span className={styles.name}>
            <NameText tail={6}>{node.name}</NameText>
          </span>
          <span className={styles.facts}>
            <span className={styles.kind}>{node.hostNetwork ? `${node.kind}, host network` : node.kind}</span>
            {node.kind !== 'Pod' && <span className={styles.replicas}>×{node.replicas}</span>}
            <span className={styles.ports}>{node.ports}</span>
          </span>
        </div>
        <GateRail direction="egress" />
      </div>
      {node.unlistedPods > 0 && <div className={styles.unlisted}>and {node.unlistedPods} more pods</div>}
    </div>
  );
});
