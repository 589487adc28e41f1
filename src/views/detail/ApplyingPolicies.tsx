// The policies that apply to a node in a direction, each with the selectors that say so and the labels that meet them.

import { counted } from '../../base/counted.ts';
import type { ApplyingPolicy } from '../../engine/policy-results.ts';
import { policiesById, selectReport } from '../../state/selectors.ts';
import { useWorkbench } from '../workbench-context.ts';
import { PolicyLink } from './PolicyLink.tsx';
import styles from './PolicyReasons.module.css';
import { ReasonLine } from './ReasonLine.tsx';

interface ApplyingPoliciesProps {
  readonly title: string;
  readonly policies: readonly ApplyingPolicy[] | undefined;
}

export function ApplyingPolicies({ title, policies }: ApplyingPoliciesProps) {
  const report = useWorkbench(selectReport);
  const known = report && policiesById(report);
  // That nothing else is allowed is no policy of anybody's.
  const shown = policies?.filter(({ id }) => {
    const policy = known?.get(id);
    return !(policy?.implied && policy.ruleCount === 0);
  });
  return (
    <section className={styles.list} aria-label={title}>
      <h3>{title}</h3>
      {shown?.length === 0 && <p className={styles.note}>none</p>}
      <ul>
        {shown?.map(({ id, reasons, workloads }) => (
          <li key={id}>
            <div className={styles.head}>
              <PolicyLink id={id} policy={known?.get(id)} />
              {workloads && workloads.count < workloads.of && (
                <span className={styles.note}>
                  {workloads.count.toLocaleString('en-US')} of {counted(workloads.of, 'workload')}
                </span>
              )}
            </div>
            {reasons?.length === 0 && <p className={styles.note}>has no selector, so it applies to all it can</p>}
            {reasons?.map((reason) => (
              <ReasonLine key={reason.location.start} reason={reason} />
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
