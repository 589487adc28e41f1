// Lines that are the same on both sides, left out until they are asked for.
import { useState } from 'react';
import type { LinePair } from '../../base/line-diff.ts';
import { DiffLine } from './DiffLine.tsx';
import styles from './ObjectDiff.module.css';

export function DiffGap({ lines }: { readonly lines: readonly LinePair[] }) {
  const [open, setOpen] = useState(false);
  if (open) {
    return lines.map((line) => <DiffLine key={`${line.before} ${line.after}`} line={line} />);
  }
  return (
    <button type="button" className={styles.gap} onClick={() => setOpen(true)}>
      <span aria-hidden="true">⋯</span> {lines.length} lines the same
    </button>
  );
}
