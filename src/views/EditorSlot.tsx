// The editor's place: its code is large and comes after the first paint.
import { lazy, Suspense } from 'react';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import styles from './PaneLayout.module.css';

const EditorPane = lazy(async () => ({ default: (await import('./editor-pane/EditorPane.tsx')).EditorPane }));

export function EditorSlot() {
  return (
    <ErrorBoundary what="The editor">
      <Suspense fallback={<p className={styles.loading}>Loading the editor…</p>}>
        <EditorPane />
      </Suspense>
    </ErrorBoundary>
  );
}
