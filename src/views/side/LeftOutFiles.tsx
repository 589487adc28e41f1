// Files with documents that the answer lacks: their policies are not in the tree, so they are named below it.

import { visibleText } from '../../base/visible-text.ts';
import { gapsOf, selectReport } from '../../state/selectors.ts';
import { NameText } from '../NameText.tsx';
import { SeverityMark } from '../SeverityMark.tsx';
import { useWorkbench } from '../workbench-context.ts';
import { lostWords } from './lost-words.ts';
import styles from './SidePane.module.css';

/** The others are among the problems. */
const mostListed = 50;

export function LeftOutFiles() {
  const report = useWorkbench(selectReport);
  const revealLocation = useWorkbench((state) => state.revealLocation);
  const gaps = report ? gapsOf(report) : [];
  if (gaps.length === 0) return null;
  const places = new Map(gaps.toReversed().map((problem) => [problem.object ?? problem.location.file, problem]));
  const total = places.size + (report?.unlisted.lost ?? 0);
  return (
    <section aria-label="Left out of the answer">
      <h2 className={`${styles.row} ${styles.group} ${styles.leftOut}`}>
        <span />
        Left out of the answer
        <span className={styles.count}>{total.toLocaleString('en-US')}</span>
      </h2>
      <ul>
        {[...places]
          .reverse()
          .slice(0, mostListed)
          .map(([key, problem]) => ({ key, problem, ...lostWords(problem, report?.unused ?? []) }))
          .map(({ key, problem, name, words }) => (
            <li key={key}>
              <button
                type="button"
                data-row
                className={`${styles.row} ${styles.lost}`}
                title={visibleText(problem.message)}
                onClick={() => revealLocation(problem.location)}
              >
                <SeverityMark severity="error" />
                <span className={styles.twoLines}>
                  <span className={styles.label}>
                    <NameText tail={12}>{name}</NameText>
                  </span>
                  <span className={styles.what}>{words}</span>
                </span>
              </button>
            </li>
          ))}
      </ul>
      {total > mostListed && <p className={styles.empty}>and {(total - mostListed).toLocaleString('en-US')} more</p>}
    </section>
  );
}
