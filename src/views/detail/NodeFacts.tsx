// What the manifests say of a node: labels, ports, Services, pods, the place it is written.

import { counted } from '../../base/counted.ts';
import { type KnownNode, locationOf } from '../../state/selectors.ts';
import { NameText } from '../NameText.tsx';
import styles from './DetailPane.module.css';
import { LocationLink } from './LocationLink.tsx';
import { factsOf } from './node-facts.ts';

const mostPods = 8;

export function NodeFacts({ node }: { readonly node: KnownNode }) {
  const workload = node.type === 'workload' || node.type === 'pod' ? node.workload : undefined;
  const pods = workload?.pods ?? [];
  const location = locationOf(node);
  return (
    <div className={styles.column}>
      <h3>Facts</h3>
      <dl className={styles.facts}>
        {factsOf(node).map(({ term, values }) => (
          <div key={term} className={styles.fact}>
            <dt>{term}</dt>
            <dd>
              {values.map((value) => (
                <div key={value}>
                  <NameText tail={0}>{value}</NameText>
                </div>
              ))}
            </dd>
          </div>
        ))}
        {workload && (
          <>
            <dt>Pods</dt>
            <dd>
              {pods.length === 0 && (
                <span className={styles.note}>{counted(workload.replicas, 'replica')}, addresses unknown</span>
              )}
              {pods.slice(0, mostPods).map((pod) => (
                <div key={pod.id}>
                  <NameText>{pod.name}</NameText>{' '}
                  <span className={styles.note}>{pod.addresses.join(', ') || 'address unknown'}</span>
                </div>
              ))}
              {pods.length > mostPods && <span className={styles.note}>and {pods.length - mostPods} more</span>}
            </dd>
          </>
        )}
        {location && (
          <>
            <dt>Written in</dt>
            <dd>
              <LocationLink location={location} />
            </dd>
          </>
        )}
      </dl>
    </div>
  );
}
