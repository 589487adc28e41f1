// The problems that reading and evaluating found, by file, all or of one severity.
import { useState } from 'react';
import { groupBy } from '../../base/group-by.ts';
import type { Severity } from '../../documents/diagnostic.ts';
import type { SnapshotReport } from '../../engine/results.ts';
import { selectReadProblems } from '../../state/shown-problems.ts';
import { PassedList } from '../findings/PassedList.tsx';
import { SeverityMark } from '../SeverityMark.tsx';
import { useWorkbench } from '../workbench-context.ts';
import { FileProblems } from './FileProblems.tsx';
import styles from './LoadReport.module.css';

const severities: readonly (readonly [Severity, string])[] = [
  ['error', 'errors'],
  ['warning', 'warnings'],
  ['info', 'notes'],
];

export function ProblemSection({ report }: { readonly report: SnapshotReport }) {
  const [shown, setShown] = useState<Severity>();
  const problems = useWorkbench(selectReadProblems);
  const setToggle = useWorkbench((state) => state.setToggle);
  const { unlisted } = report;
  const counts = severities.map(
    ([severity, words]) => [severity, words, problems.filter((one) => one.severity === severity).length] as const,
  );
  const present = counts.filter(([, , count]) => count > 0);
  return (
    <section aria-label="Problems">
      <h3>
        Problems: {(problems.length + unlisted.problems).toLocaleString('en-US')}
        {unlisted.problems > 0 && `, the first ${problems.length.toLocaleString('en-US')} listed`}
      </h3>
      {present.length > 1 && (
        <fieldset className={styles.filter}>
          <legend className="visually-hidden">Show</legend>
          {present.map(([severity, words, count]) => (
            <button
              key={severity}
              type="button"
              className="button"
              aria-pressed={shown === severity}
              onClick={() => setShown(shown === severity ? undefined : severity)}
            >
              <SeverityMark severity={severity} />
              {count.toLocaleString('en-US')} {words}
            </button>
          ))}
        </fieldset>
      )}
      {[...groupBy(problems, ({ location }) => location.file)].map(([file, all]) => {
        const own = shown === undefined ? all : all.filter(({ severity }) => severity === shown);
        return own.length === 0 ? null : <FileProblems key={file} file={file} problems={own} />;
      })}
      <PassedList onGo={() => setToggle('loadReportOpen', false)} />
    </section>
  );
}
