// What was read: files, kinds, what is not used, what was taken for granted and how to settle it, what went wrong and where.

import { counted } from '../../base/counted.ts';
import { kindWords } from '../../exporters/policy-words.ts';
import { incompleteDocumentsOf, selectReport } from '../../state/selectors.ts';
import { selectPassed } from '../../state/shown-problems.ts';
import { Dialog } from '../Dialog.tsx';
import { useWorkbench } from '../workbench-context.ts';
import { AssumptionList } from './AssumptionList.tsx';
import styles from './LoadReport.module.css';
import { NoticeList } from './NoticeList.tsx';
import { ProblemSection } from './ProblemSection.tsx';
import { countKinds, countUnused } from './report-counts.ts';

export function LoadReport() {
  const report = useWorkbench(selectReport);
  const passed = useWorkbench((state) => selectPassed(state).length);
  const notices = useWorkbench((state) => state.importNotices);
  const setToggle = useWorkbench((state) => state.setToggle);
  if (!report) return null;
  const unused = countUnused(report.unused);
  return (
    <Dialog title="Load report" onClose={() => setToggle('loadReportOpen', false)}>
      <div className={styles.report}>
        {report.incomplete && (
          <p className={styles.incomplete}>
            The answer is incomplete: {counted(incompleteDocumentsOf(report), 'document')} left out. The problems below
            that are marked as errors name them.
          </p>
        )}
        <section aria-label="Read">
          <h3>
            Read: {counted(report.files.length, 'file')},{' '}
            {counted(
              report.files.reduce((sum, file) => sum + file.documents, 0),
              'document',
            )}
          </h3>
          <ul className={styles.kinds}>
            {countKinds(report.files).map(([kind, count]) => (
              <li key={kind}>
                <span className={styles.number}>{count.toLocaleString('en-US')}</span> <code>{kindWords(kind)}</code>
              </li>
            ))}
          </ul>
        </section>
        {notices.length > 0 && (
          <section aria-label="Files left out">
            <h3>Notices about files</h3>
            <NoticeList notices={notices} />
          </section>
        )}
        {(report.problems.length > 0 || passed > 0) && <ProblemSection report={report} />}
        {unused.length > 0 && (
          <section aria-label="Not used">
            <h3>Not used</h3>
            <p className={styles.note}>
              These kinds have no effect on the flows computed, or their effect is missing where it says so.
              {report.unlisted.unused > 0 &&
                ` ${counted(report.unlisted.unused, 'object')} more like these are not counted here.`}
            </p>
            <ul className={styles.unused}>
              {unused.map(({ kind, reason, names }) => (
                <li key={`${kind} ${reason}`} data-reason={reason}>
                  <span className={styles.number}>{names.length.toLocaleString('en-US')}</span>
                  <span>
                    <code>{kindWords(kind)}</code> {reason}
                    <span className={styles.names}>
                      {names.slice(0, 12).join(', ')}
                      {names.length > 12 && ', …'}
                    </span>
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )}
        <AssumptionList />
      </div>
    </Dialog>
  );
}
