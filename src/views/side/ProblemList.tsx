// All problems, grouped by file; each leads to its line, and may offer to be fixed, explained or let pass.

import type { Problem } from '../../engine/results.ts';
import type { FindingFilter } from '../../state/finding-slice.ts';
import { objectKey, selectProblems, selectProblemsByFile, selectUnlistedProblems } from '../../state/shown-problems.ts';
import { FindingButtons } from '../findings/FindingButtons.tsx';
import { PassedList } from '../findings/PassedList.tsx';
import { ProblemFilters } from '../findings/ProblemFilters.tsx';
import { moveAmongRows } from '../move-among-rows.ts';
import { NameText } from '../NameText.tsx';
import { ProblemWords } from '../report/ProblemWords.tsx';
import { SeverityMark } from '../SeverityMark.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './SidePane.module.css';

/** More are counted: mending the first ones mends most. */
const mostOfAFile = 50;

function isWanted({ severity, object, location }: Problem, filter: FindingFilter): boolean {
  if (filter.severity !== undefined && filter.severity !== severity) return false;
  return filter.object === undefined || objectKey(location.file, object ?? '') === filter.object;
}

export function ProblemList() {
  const all = useWorkbench(selectProblems);
  const files = [...useWorkbench(selectProblemsByFile)];
  const filter = useWorkbench((state) => state.findingFilter);
  const unlisted = useWorkbench(selectUnlistedProblems);
  const ofObject =
    filter.object === undefined ? all : all.filter((one) => isWanted(one, { object: filter.object ?? '' }));
  const isNone = !all.some((problem) => isWanted(problem, filter));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move among the buttons inside
    <div data-testid="findings" onKeyDown={moveAmongRows}>
      <ProblemFilters problems={ofObject} />
      {isNone && (
        <p className={styles.empty}>{all.length === 0 ? 'No problems in the manifests.' : 'None of these is left.'}</p>
      )}
      {files.map(([file, problems]) => (
        <FileSection key={file} file={file} problems={problems.filter((problem) => isWanted(problem, filter))} />
      ))}
      <PassedList />
      {unlisted > 0 && (
        <p className={styles.empty}>
          {unlisted.toLocaleString('en-US')} more {unlisted === 1 ? 'problem is' : 'problems are'} not listed: the worst
          come first, and mending these mends most.
        </p>
      )}
    </div>
  );
}

function FileSection({ file, problems }: { readonly file: string; readonly problems: readonly Problem[] }) {
  const revealLocation = useWorkbench((state) => state.revealLocation);
  if (problems.length === 0) return null;
  return (
    <section aria-label={file}>
      <h2 className={`${styles.row} ${styles.group}`}>
        <span />
        <NameText tail={12}>{file}</NameText>
        <span className={styles.count}>{problems.length}</span>
      </h2>
      <ul>
        {problems.slice(0, mostOfAFile).map((problem) => (
          <li key={`${problem.code} ${problem.location.start} ${problem.message}`}>
            <button type="button" data-row className={styles.problem} onClick={() => revealLocation(problem.location)}>
              <SeverityMark severity={problem.severity} />
              <span className={styles.lineNumber}>{problem.location.line}</span>
              <span>
                <ProblemWords problem={problem} className={styles.advice} />
              </span>
            </button>
            <div className={styles.fixes}>
              <FindingButtons problem={problem} />
            </div>
          </li>
        ))}
      </ul>
      {problems.length > mostOfAFile && <p className={styles.empty}>and {problems.length - mostOfAFile} more</p>}
    </section>
  );
}
