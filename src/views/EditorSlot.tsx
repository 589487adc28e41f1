// The editor's place: its code is large and comes after the first paint.
import { Suspense } from 'react';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { editorPart } from './editor-part.ts';
import styles from './PaneLayout.module.css';

export function EditorSlot() {
  return (
    <ErrorBoundary what="The editor">
      <Suspense fallback={<p className={styles.loading}>Loading the editor…</p>}>
        <editorPart.Part />
      </Suspense>
    </ErrorBoundary>
  );
}
