// The root: which screen is on show, files dropped anywhere, and the deep link to the demo.
import { Suspense, useCallback, useEffect } from 'react';
import { DropZone } from './DropZone.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { preloadParts } from './preload-parts.ts';
import { ReadingProgress } from './ReadingProgress.tsx';
import { StartScreen } from './start/StartScreen.tsx';
import { useWorkbench } from './workbench-context.ts';
import { workbenchPart } from './workbench-part.ts';

export function App() {
  const screen = useWorkbench((state) => state.screen);
  const restoring = useWorkbench((state) => state.restoring);
  const name = useWorkbench((state) => state.name);
  const openFiles = useWorkbench((state) => state.openFiles);

  const openDemo = useCallback(async () => {
    const { demoFiles, demoName } = await import('../lessons/demo.ts');
    await openFiles(demoName, demoFiles);
  }, [openFiles]);

  useEffect(() => {
    if (restoring) return;
    const followLink = () => {
      if (location.hash !== '#demo') return;
      // A reload must bring the edited demo back, not start it again.
      history.replaceState(null, '', location.pathname + location.search);
      void openDemo();
    };
    followLink();
    addEventListener('hashchange', followLink);
    return () => removeEventListener('hashchange', followLink);
  }, [restoring, openDemo]);

  const isStarting = !restoring && screen === 'start';
  useEffect(() => (isStarting ? preloadParts() : undefined), [isStarting]);

  useEffect(() => {
    document.title = screen === 'workbench' && name !== '' ? `${name} – Sluice` : 'Sluice';
  }, [screen, name]);

  if (restoring) return null;
  return (
    <DropZone>
      {screen === 'start' ? (
        <StartScreen onDemo={() => void openDemo()} />
      ) : (
        <ErrorBoundary what="The workbench">
          <Suspense fallback={null}>
            <workbenchPart.Part />
          </Suspense>
        </ErrorBoundary>
      )}
      <ReadingProgress />
    </DropZone>
  );
}
