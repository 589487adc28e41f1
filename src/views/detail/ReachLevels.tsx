// The nodes of a reach, hop by hop; each leads to itself.

import { counted } from '../../base/counted.ts';
import type { Reach } from '../../engine/reach.ts';
import { moveAmongRows } from '../move-among-rows.ts';
import { NodeName } from '../NodeName.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './DetailPane.module.css';

/** Names listed of one hop; the table and the graph show more. */
const LISTED = 60;

export function ReachLevels({ reach }: { readonly reach: Reach }) {
  const select = useWorkbench((state) => state.select);
  return reach.counts.map(({ workloads, hosts, ranges, internet, unknown }, at) => {
    const nodes = reach.nodes.filter(({ hop }) => hop === at + 1);
    const all = workloads + hosts + ranges + unknown + (internet ? 1 : 0);
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move among the buttons inside
      // biome-ignore lint/suspicious/noArrayIndexKey: the place is the hop
      <div key={at} className={styles.column} onKeyDown={moveAmongRows}>
        <h3>
          {at === 0 ? '1 hop away' : `${at + 1} hops away`}
          <span className={styles.note}>{counted(all, 'node')}</span>
        </h3>
        <ul>
          {nodes.slice(0, LISTED).map(({ id, verdict, label }) => (
            <li key={id}>
              <button type="button" data-row className={styles.peer} onClick={() => select({ type: 'node', id })}>
                <span className={styles.mark} data-verdict={verdict} role="img" aria-label={verdict}>
                  {verdict === 'allowed' ? '→' : '?'}
                </span>
                <NodeName id={id} />
                <span className={styles.ports}>{label}</span>
              </button>
            </li>
          ))}
        </ul>
        {all > Math.min(nodes.length, LISTED) && (
          <p className={styles.note}>and {counted(all - Math.min(nodes.length, LISTED), 'more node')}</p>
        )}
      </div>
    );
  });
}
