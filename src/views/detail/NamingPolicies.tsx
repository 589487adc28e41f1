// The policies with a rule that names a node as its other end: which rules, and by which of their peers.

import { counted } from '../../base/counted.ts';
import type { NamingPolicy } from '../../engine/policy-results.ts';
import { policiesById, selectReport } from '../../state/selectors.ts';
import { useWorkbench } from '../workbench-context.ts';
import { PolicyLink } from './PolicyLink.tsx';
import styles from './PolicyReasons.module.css';
import { ReasonLine } from './ReasonLine.tsx';

export function NamingPolicies({ policies }: { readonly policies: readonly NamingPolicy[] | undefined }) {
  const report = useWorkbench(selectReport);
  const revealLocation = useWorkbench((state) => state.revealLocation);
  const known = report && policiesById(report);
  const title = 'Named as a peer by';
  return (
    <section className={styles.list} aria-label={title}>
      <h3>{title}</h3>
      {policies?.length === 0 && <p className={styles.note}>none</p>}
      <ul>
        {policies?.map(({ id, rules, more }) => (
          <li key={id}>
            <div className={styles.head}>
              <PolicyLink id={id} policy={known?.get(id)} />
              {rules.map(({ direction, number, location, perhaps }) => (
                <button
                  key={`${direction} ${number}`}
                  type="button"
                  className={`link ${styles.rule}`}
                  aria-label={`${perhaps ? 'perhaps ' : ''}${direction} rule ${number} of ${known?.get(id)?.name ?? id}`}
                  title={perhaps && 'An address is not in the manifests, so it may or may not be meant'}
                  onClick={() => revealLocation(location)}
                >
                  {perhaps && 'perhaps '}
                  {direction} rule {number}
                </button>
              ))}
              {more > 0 && <span className={styles.note}>and {counted(more, 'more rule')}</span>}
            </div>
            {rules.flatMap(({ direction, number, reasons }) =>
              reasons.map((reason) => (
                <ReasonLine key={`${direction} ${number} ${reason.location.start}`} reason={reason} />
              )),
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
