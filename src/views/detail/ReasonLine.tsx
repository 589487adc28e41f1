// Words of a policy that select the node, and the labels of the node that meet them; a press shows the words in the editor.
import { Fragment } from 'react';
import { visibleText } from '../../base/visible-text.ts';
import type { PolicyReason } from '../../engine/policy-results.ts';
import { useWorkbench } from '../workbench-context.ts';
import styles from './PolicyReasons.module.css';

export function ReasonLine({ reason }: { readonly reason: PolicyReason }) {
  const revealLocation = useWorkbench((state) => state.revealLocation);
  const { field, text, met, all, location } = reason;
  return (
    <button
      type="button"
      className={styles.reason}
      title={visibleText(`${location.file}:${location.line}`)}
      onClick={() => revealLocation(location)}
    >
      <span>
        <span className={styles.field}>{field}</span> <code>{visibleText(text)}</code>
        {all !== undefined && <span className={styles.field}> means {visibleText(all)}</span>}
        {met.length > 0 && (
          <span className={styles.met}>
            {' met by '}
            {met.map((one, index) => (
              <Fragment key={one}>
                {index > 0 && ', '}
                <mark>{visibleText(one)}</mark>
              </Fragment>
            ))}
          </span>
        )}{' '}
      </span>
      <span className={styles.line}>line {location.line}</span>
    </button>
  );
}
