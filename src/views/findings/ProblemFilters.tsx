// Above the list of problems: those of one severity or of one object alone, and one button for all safe fixes.
import type { Severity } from '../../documents/diagnostic.ts';
import type { Problem } from '../../engine/results.ts';
import { selectSafeFixes } from '../../state/shown-problems.ts';
import { NameText } from '../NameText.tsx';
import { SeverityMark } from '../SeverityMark.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './ProblemFilters.module.css';

const severities: readonly (readonly [Severity, string])[] = [
  ['error', 'errors'],
  ['warning', 'warnings'],
  ['info', 'notes'],
];

/** Shorter lists are read whole. */
const longList = 6;

export function ProblemFilters({ problems }: { readonly problems: readonly Problem[] }) {
  const { severity, object } = useWorkbench((state) => state.findingFilter);
  const showFindings = useWorkbench((state) => state.showFindings);
  const safe = useWorkbench((state) => selectSafeFixes(state).length);
  const stale = useWorkbench((state) => state.stale);
  const fixAllSafe = useWorkbench((state) => state.fixAllSafe);
  const present = severities
    .map(([one, words]) => [one, words, problems.filter((problem) => problem.severity === one).length] as const)
    .filter(([one, , count]) => count > 0 || one === severity);
  const isLong = problems.length > longList && present.length > 1;
  if (!isLong && safe === 0 && severity === undefined && object === undefined) return null;
  const of = object === undefined ? {} : { object };
  return (
    <div className={styles.bar}>
      {object !== undefined && (
        <p className={styles.object}>
          <NameText tail={12}>{object.slice(object.indexOf(' ') + 1)}</NameText>
          <button type="button" className="link" onClick={() => showFindings({})}>
            Show all
          </button>
        </p>
      )}
      {(isLong || severity !== undefined) && (
        <fieldset className={styles.chips}>
          <legend className="visually-hidden">Show only</legend>
          {present.map(([one, words, count]) => (
            <button
              key={one}
              type="button"
              className="button"
              aria-label={`${count} ${words}`}
              title={`Only ${words}`}
              aria-pressed={severity === one}
              onClick={() => showFindings(severity === one ? of : { ...of, severity: one })}
            >
              <SeverityMark severity={one} />
              {count.toLocaleString('en-US')}
            </button>
          ))}
        </fieldset>
      )}
      {safe > 0 && object === undefined && (
        <button
          type="button"
          className="button"
          disabled={stale}
          title="They leave the meaning of the manifests as it is; one step to undo"
          onClick={fixAllSafe}
        >
          Fix all safe ({safe.toLocaleString('en-US')})
        </button>
      )}
    </div>
  );
}
