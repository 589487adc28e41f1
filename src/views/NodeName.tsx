// A node of the picture by name: `dev-app/frontend`, `Internet`, `10.0.0.0/8`. The namespace is fainter than the name.

import { visibleText } from '../base/visible-text.ts';
import type { NodeId } from '../engine/results.ts';
import { type KnownNode, nodesOf, selectReport } from '../state/selectors.ts';
import { NameText } from './NameText.tsx';
import styles from './NodeName.module.css';
import { useWorkbench } from './workbench-context.ts';

export function NodeName({ id }: { readonly id: NodeId }) {
  const report = useWorkbench(selectReport);
  const node = report && nodesOf(report).get(id);
  const { within, name } = node ? nameOf(node) : { within: undefined, name: id.replace(/^\w+:/, '') };
  return (
    <span className={styles.node} title={visibleText(within === undefined ? name : `${within}/${name}`)}>
      {within !== undefined && (
        <span className={styles.within}>
          <NameText tail={0}>{within}</NameText>/
        </span>
      )}
      <NameText>{name}</NameText>
    </span>
  );
}

function nameOf(node: KnownNode): { readonly within?: string; readonly name: string } {
  switch (node.type) {
    case 'namespace':
      return { name: node.namespace.name };
    case 'workload':
      return { within: node.workload.namespace, name: node.workload.name };
    case 'pod':
      return { within: node.workload.namespace, name: node.pod.name };
    case 'external':
      return { name: node.external.label };
    case 'host':
      return { name: node.host.name };
  }
}
