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
  const { within, name } = node ? nameOf(node) : nameInId(id);
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

/** A large cluster does not list everything by its names; ids hold them. */
function nameInId(id: NodeId): { readonly within?: string; readonly name: string } {
  const [, namespace, name] = /^(?:workload:([^/]+)\/[^/]+|pod:([^/]+))\/(.+)$/.exec(id)?.filter(Boolean) ?? [];
  return namespace === undefined || name === undefined
    ? { name: id.replace(/^\w+:/, '') }
    : { within: namespace, name };
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
