// A selected node: who can reach it, what it can reach, which policies govern it, and what is known of it.
import type { Isolation } from '../../engine/results.ts';
import { isAutomatic } from '../../graph/describe-node.ts';
import { namespaceOf, OTHER_NAMESPACES } from '../../graph/fit-budget.ts';
import { type KnownNode, nodesOf, selectReport } from '../../state/selectors.ts';
import { NodeName } from '../NodeName.tsx';
import { useWorkbench } from '../workbench-context.ts';
import { ApplyingPolicies } from './ApplyingPolicies.tsx';
import styles from './DetailPane.module.css';
import { GateWords } from './GateWords.tsx';
import { NamespaceLabels } from './NamespaceLabels.tsx';
import { NamingPolicies } from './NamingPolicies.tsx';
import { NodeFacts } from './NodeFacts.tsx';
import { OtherNamespaces } from './OtherNamespaces.tsx';
import { PeerList } from './PeerList.tsx';
import { ReachBar } from './ReachBar.tsx';
import { ReachLevels } from './ReachLevels.tsx';

export function NodePanel({ id }: { readonly id: string }) {
  const report = useWorkbench(selectReport);
  const answer = useWorkbench((state) => state.nodeDetail);
  const node = report && nodesOf(report).get(id);
  const detail = answer && 'reaches' in answer && answer.id === id ? answer : undefined;
  const reach = useWorkbench((state) => state.reach);
  const gates = gatesOf(node);
  const namespace = report?.namespaces.find((one) => one.id === namespaceOf(id));
  if (id === OTHER_NAMESPACES) return <OtherNamespaces />;
  // Its namespace is being listed.
  if (report && !node && namespace?.isListed !== false) {
    return (
      <p className={styles.empty}>
        <NodeName id={id} /> is not in the manifests any more.
      </p>
    );
  }
  return (
    <>
      <header className={styles.head}>
        <h2 className={styles.title}>
          <NodeName id={id} />
          <span className={styles.kind}>{kindOf(node)}</span>
        </h2>
        {gates && <GateWords direction="ingress" isolation={gates.ingress} />}
        {gates && <GateWords direction="egress" isolation={gates.egress} />}
      </header>
      <ReachBar id={id} />
      <div className={styles.scroll}>
        <div className={styles.columns}>
          {reach && 'counts' in reach && reach.id === id && <ReachLevels reach={reach} />}
          <PeerList title="Who can reach it" rows={detail?.reachedBy} total={detail?.reachedByTotal} end="src" />
          <PeerList title="What it can reach" rows={detail?.reaches} total={detail?.reachesTotal} end="dst" />
          <div className={styles.column}>
            {node?.type !== 'external' && (
              <>
                <ApplyingPolicies title="Policies for ingress" policies={detail?.ingressPolicies} />
                <ApplyingPolicies title="Policies for egress" policies={detail?.egressPolicies} />
              </>
            )}
            <NamingPolicies policies={detail?.namedAsPeerBy} />
          </div>
          {node?.type === 'namespace' && <NamespaceLabels namespace={node.namespace} declaredAt={detail?.declaredAt} />}
          {node && <NodeFacts node={node} />}
        </div>
      </div>
    </>
  );
}

function gatesOf(node: KnownNode | undefined): { readonly ingress: Isolation; readonly egress: Isolation } | undefined {
  if (node?.type === 'workload' || node?.type === 'pod') return node.workload;
  return node?.type === 'host' ? node.host : undefined;
}

function kindOf(node: KnownNode | undefined): string {
  if (!node) return '';
  if (node.type === 'workload') return node.workload.kind;
  if (node.type === 'pod') return `Pod of ${node.workload.kind} ${node.workload.name}`;
  if (node.type === 'namespace') return 'Namespace';
  if (node.type === 'host')
    return `${isAutomatic(node.host) ? 'automatic host' : 'host'} endpoint of node ${node.host.node}`;
  if (node.external.set) return node.external.coversPods ? 'network set that covers pods' : 'network set';
  return node.external.coversPods ? 'address range that covers pods' : 'outside the cluster';
}
