// The active file compared with its baseline.
import { useEffect, useRef } from 'react';
import type { StoreApi } from 'zustand';
import type { WorkbenchState } from '../../state/workbench-state.ts';
import styles from './EditorSurface.module.css';

export function BaselineDiff({ store }: { readonly store: StoreApi<WorkbenchState> }) {
  const container = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let end: (() => void) | undefined;
    let ended = false;
    void import('../../editor/baseline-diff.ts').then(({ showBaselineDiff }) => {
      if (!ended && container.current) end = showBaselineDiff(container.current, store);
    });
    return () => {
      ended = true;
      end?.();
    };
  }, [store]);
  return <div ref={container} className={styles.diff} />;
}
