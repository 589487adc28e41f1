// One way to have a flow allowed: the clause, what else it would flip, its edit as a small diff, and the button that drafts it.
import { useContext } from 'react';
import { counted } from '../../base/counted.ts';
import { visibleText } from '../../base/visible-text.ts';
import type { Remedy } from '../../engine/remedies/remedy.ts';
import { FlipWord } from '../FlipWord.tsx';
import { NodeName } from '../NodeName.tsx';
import { useWorkbench, WorkbenchContext } from '../workbench-context.ts';
import { HunkLines } from './HunkLines.tsx';
import styles from './Remedies.module.css';

interface RemedyItemProps {
  readonly remedy: Remedy;
  /** False while newer texts are being judged: the edit may not fit them. */
  readonly isCurrent: boolean;
}

export function RemedyItem({ remedy, isCurrent }: RemedyItemProps) {
  const { title, hunks, flips, others } = remedy;
  const applyChange = useWorkbench((state) => state.applyChange);
  const store = useContext(WorkbenchContext);
  const draft = () => {
    applyChange(remedy.change);
    const state = store?.getState();
    const [first] = hunks;
    const isNew = (remedy.change.created?.length ?? 0) > 0;
    const file = isNew ? state?.activeFile : first?.file;
    if (!state || file === undefined || !first) return;
    const endLine = first.line + Math.max(1, first.after.length) - 1;
    const place = { line: first.line, column: 1, endLine, endColumn: 1, start: 0, end: 0 };
    state.revealLocation({ file, ...place });
  };
  const total = others.opened + others.closed + others.unknown;
  return (
    <li className={styles.remedy}>
      <details>
        <summary>
          <span className={styles.title}>{visibleText(title)}</span>
          <span className={styles.others}>{othersWords(remedy)}</span>
        </summary>
        <div className={styles.body}>
          {hunks.map((hunk) => (
            <HunkLines key={`${hunk.file} ${hunk.line}`} hunk={hunk} />
          ))}
          {flips.length > 0 && (
            <ul className={styles.flips} aria-label="What else it would change">
              {flips.map((flip) => (
                <li key={`${flip.src} ${flip.dst} ${flip.protocol} ${flip.ports}`}>
                  <FlipWord flip={flip.flip} />
                  <NodeName id={flip.src} />
                  <span>to</span>
                  <NodeName id={flip.dst} />
                  <span className={styles.others}>
                    {flip.protocol} {flip.ports}
                  </span>
                </li>
              ))}
              {total > flips.length && (
                <li className={styles.others}>and {counted(total - flips.length, 'more flow')}</li>
              )}
            </ul>
          )}
        </div>
      </details>
      <button type="button" className="button" disabled={!isCurrent} onClick={draft} aria-label={`Draft it: ${title}`}>
        Draft it
      </button>
    </li>
  );
}

function othersWords({ others: { opened, closed, unknown } }: Remedy): string {
  const parts = [
    opened > 0 ? `opens ${counted(opened, 'other flow')}` : '',
    closed > 0 ? `closes ${opened > 0 ? closed.toLocaleString('en-US') : counted(closed, 'other flow')}` : '',
    unknown > 0 ? `makes ${unknown.toLocaleString('en-US')} unknown` : '',
  ].filter(Boolean);
  return parts.length === 0 ? 'changes nothing else' : parts.join(', ');
}
