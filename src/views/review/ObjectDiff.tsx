// One changed object: what it is, where it is written, and its lines with the notes of what each change does.
import { memo, useMemo } from 'react';
import type { ManifestChange } from '../../engine/review/review.ts';
import { fileAt } from '../../state/file-list.ts';
import { NameText } from '../NameText.tsx';
import { useWorkbench } from '../workbench-context.ts';
import { DiffGap } from './DiffGap.tsx';
import { DiffLine } from './DiffLine.tsx';
import { type DiffRow, diffRows } from './diff-rows.ts';
import { HunkNote } from './HunkNote.tsx';
import styles from './ObjectDiff.module.css';

export const ObjectDiff = memo(function ObjectDiff({ change }: { readonly change: ManifestChange }) {
  const { kind, namespace, name, base, head } = change;
  const baseText = useWorkbench((state) => (base ? (fileAt(state.baseline, base.file)?.text ?? '') : ''));
  const headText = useWorkbench((state) => (head ? (fileAt(state.files, head.file)?.text ?? '') : ''));
  const leaveReview = useWorkbench((state) => state.leaveReview);
  const revealLocation = useWorkbench((state) => state.revealLocation);
  const rows = useMemo(() => diffRows(change, { base: baseText, head: headText }), [change, baseText, headText]);
  const place = head ?? base;
  const moved = base && head && base.file !== head.file;
  const full = namespace === '' ? name : `${namespace}/${name}`;
  return (
    <article className={styles.object} aria-label={`${change.change} ${kind} ${full}`}>
      <header className={styles.head}>
        <h3 className={styles.title}>
          <span className={styles.change} data-change={change.change}>
            {change.change}
          </span>
          {kind} <NameText>{full}</NameText>
        </h3>
        {place && (
          <p className={styles.place}>
            {moved && (
              <>
                <NameText tail={16}>{base.file}</NameText> →{' '}
              </>
            )}
            {head ? (
              <button
                type="button"
                className="link"
                title="Open in the editor"
                onClick={() => {
                  leaveReview();
                  revealLocation(head);
                }}
              >
                <NameText tail={16}>{`${head.file}:${head.line}`}</NameText>
              </button>
            ) : (
              <NameText tail={16}>{`${place.file}:${place.line}`}</NameText>
            )}
          </p>
        )}
      </header>
      <div className={styles.lines}>{rows.map(rowOf)}</div>
    </article>
  );
});

function rowOf(row: DiffRow, index: number) {
  if (row.type === 'note') return <HunkNote key={row.hunk.id} hunk={row.hunk} />;
  if (row.type === 'gap') return <DiffGap key={index} lines={row.lines} />;
  return <DiffLine key={index} line={row.line} />;
}
