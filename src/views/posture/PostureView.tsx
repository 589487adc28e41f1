// The posture: what stands out in sentences, and every namespace with its numbers, each of which leads to what it counts.
import { useMemo, useState } from 'react';
import { counted } from '../../base/counted.ts';
import { NO_FINDINGS } from '../../exporters/findings-by-namespace.ts';
import { postureSentences } from '../../exporters/posture-report.ts';
import { useWorkbench } from '../workbench-context.ts';
import styles from './Posture.module.css';
import { PostureExports } from './PostureExports.tsx';
import { PostureMeaning } from './PostureMeaning.tsx';
import { PostureTable } from './PostureTable.tsx';
import { hasChange, hasOpening, type PostureRowFacts } from './posture-columns.ts';
import { usePostureReport } from './use-posture-report.ts';

export function PostureView() {
  const report = usePostureReport();
  const before = useWorkbench((state) => state.posture?.before);
  const hideSystem = useWorkbench((state) => state.hideSystem);
  const onlyChanges = useWorkbench((state) => state.onlyChanges);
  const setToggle = useWorkbench((state) => state.setToggle);
  const [onlyOpen, setOnlyOpen] = useState(false);
  const [isExplained, setExplained] = useState(false);
  const rows = useMemo(() => {
    const was = new Map(before?.namespaces.map((one) => [one.name, one]));
    return (report?.posture.namespaces ?? [])
      .filter(({ workloads }) => workloads > 0)
      .map((now): PostureRowFacts => {
        const findings = report?.findings.get(now.name) ?? NO_FINDINGS;
        return { now, before: was.get(now.name), findings };
      });
  }, [report, before]);
  if (!report) return <section className={styles.view} aria-label="Posture" aria-busy="true" />;
  const isShown = (row: PostureRowFacts): boolean =>
    !(hideSystem && row.now.system) && (!onlyOpen || hasOpening(row)) && (!onlyChanges || hasChange(row));
  const shown = rows.filter(isShown);
  const [first, ...others] = postureSentences(report);
  return (
    <section className={styles.view} aria-label="Posture" data-testid="posture">
      <div className={styles.headline}>
        <p className={styles.lead}>{first}</p>
        <ul className={styles.facts}>
          {others.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        {report.incomplete && (
          <p className={styles.incomplete}>The input is incomplete: the numbers may be off in either direction.</p>
        )}
      </div>
      <div className={styles.tools}>
        {rows.some(({ now }) => now.system) && (
          <label className={styles.toggle}>
            <input
              type="checkbox"
              checked={!hideSystem}
              onChange={(event) => setToggle('hideSystem', !event.target.checked)}
            />
            system namespaces
          </label>
        )}
        <label className={styles.toggle}>
          <input type="checkbox" checked={onlyOpen} onChange={(event) => setOnlyOpen(event.target.checked)} />
          only what is open
        </label>
        <span role="status" className={styles.count}>
          {shown.length === rows.length
            ? counted(rows.length, 'namespace')
            : `${shown.length.toLocaleString('en-US')} of ${counted(rows.length, 'namespace')}`}
        </span>
        <button
          type="button"
          className="button"
          data-kind="quiet"
          aria-expanded={isExplained}
          onClick={() => setExplained(!isExplained)}
        >
          Definitions
        </button>
        <PostureExports report={report} />
      </div>
      {isExplained && <PostureMeaning />}
      <PostureTable rows={shown} />
    </section>
  );
}
