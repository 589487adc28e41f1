// A host endpoint: its name and interface between its two gates. Square, because it is no pod.
import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import type { HostNode as Host } from '../../graph/graph.ts';
import { NameText } from '../NameText.tsx';
import type { FlowNode } from './flow-nodes.ts';
import { GateRail } from './GateRail.tsx';
import styles from './nodes.module.css';

export const HostNode = memo(function HostNode({ data }: NodeProps<FlowNode<Host>>) {
  const { node, selected } = data;
  return (
    <div className={styles.host} data-selected={selected}>
      <div className={styles.head}>
        <GateRail direction="ingress" />
        <div className={styles.face}>
          <span className={styles.name}>
            <NameText tail={6}>{node.name}</NameText>
          </span>
          <span className={styles.facts}>
            <span className={styles.kind}>host endpoint</span>
            <span className={styles.ports}>
              <NameText tail={0}>{node.interfaceName}</NameText>
            </span>
          </span>
        </div>
        <GateRail direction="egress" />
      </div>
    </div>
  );
});
