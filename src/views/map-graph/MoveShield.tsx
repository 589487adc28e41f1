// While the picture moves, one element lies over it: the browser finds it at once under the pointer, and no node is entered or left.
import { ViewportPortal } from '@xyflow/react';
import type { RefObject } from 'react';
import styles from './GraphCanvas.module.css';

export function MoveShield({ shield }: { readonly shield: RefObject<HTMLDivElement | null> }) {
  return (
    <ViewportPortal>
      <div ref={shield} className={styles.shield} hidden />
    </ViewportPortal>
  );
}
