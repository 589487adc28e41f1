// The active file compared with its baseline, in place of the editor. Made at first use, then only shown and hidden.

import { useEffect, useRef, useState } from 'react';
import type { BaselineDiff } from '../../editor/baseline-diff.ts';
import type { WorkbenchStore } from '../../editor/workbench-store.ts';
import styles from './EditorSurface.module.css';

interface BaselineComparisonProps {
  readonly store: WorkbenchStore;
  readonly active: boolean;
}

export function BaselineComparison({ store, active }: BaselineComparisonProps) {
  const container = useRef<HTMLDivElement>(null);
  const [diff, setDiff] = useState<BaselineDiff>();
  const [load, setLoad] = useState(false);
  if (active && !load) setLoad(true);

  useEffect(() => {
    if (!load) return;
    let made: BaselineDiff | undefined;
    let ended = false;
    void import('../../editor/baseline-diff.ts').then(({ BaselineDiff }) => {
      if (ended || !container.current) return;
      made = new BaselineDiff(container.current, store);
      setDiff(made);
    });
    return () => {
      ended = true;
      made?.dispose();
    };
  }, [store, load]);

  useEffect(() => diff?.setActive(active), [diff, active]);

  return <div ref={container} className={styles.diff} hidden={!active} />;
}
