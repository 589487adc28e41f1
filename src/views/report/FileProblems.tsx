// The problems of one file in the load report, by kind; a click goes to the line.
import type { Problem } from '../../engine/results.ts';
import { NameText } from '../NameText.tsx';
import styles from './LoadReport.module.css';
import { ProblemKindRows } from './ProblemKindRows.tsx';
import { problemKinds } from './problem-kinds.ts';

const mostKinds = 20;

export function FileProblems({ file, problems }: { readonly file: string; readonly problems: readonly Problem[] }) {
  const kinds = problemKinds(problems);
  return (
    <div className={styles.file}>
      <p className={styles.path}>
        <NameText tail={16}>{file}</NameText>
      </p>
      {kinds.slice(0, mostKinds).map(({ code, problems: own }) => (
        <ProblemKindRows key={code} problems={own} />
      ))}
      {kinds.length > mostKinds && <p className={styles.note}>and {kinds.length - mostKinds} more kinds</p>}
    </div>
  );
}
