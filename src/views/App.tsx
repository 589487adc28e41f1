// The root: which screen is on show, files dropped anywhere, and links in the address.
import { Suspense, useCallback, useEffect } from 'react';
import { DropZone } from './DropZone.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { FindingDialog } from './findings/FindingDialog.tsx';
import { LetPassDialog } from './findings/LetPassDialog.tsx';
import { LessonOffer } from './lesson/LessonOffer.tsx';
import { learnPart } from './lesson/learn-part.ts';
import { demoFilesOf } from './links/demo-files.ts';
import { LinkOffer } from './links/LinkOffer.tsx';
import { useLiveLink } from './links/use-live-link.ts';
import { preloadParts } from './preload-parts.ts';
import { ReadingProgress } from './ReadingProgress.tsx';
import { openReviewPart } from './review/review-part.ts';
import { ReviewOffer } from './review-ways/ReviewOffer.tsx';
import { StartScreen } from './start/StartScreen.tsx';
import { useWorkbench } from './workbench-context.ts';
import { workbenchPart } from './workbench-part.ts';

export function App() {
  const screen = useWorkbench((state) => state.screen);
  const restoring = useWorkbench((state) => state.restoring);
  const name = useWorkbench((state) => state.name);
  const passing = useWorkbench((state) => state.passing);
  const openFiles = useWorkbench((state) => state.openFiles);

  const choosingReview = useWorkbench((state) => state.choosingReview);
  const showFindingHelp = useWorkbench((state) => state.showFindingHelp);
  const openLink = useWorkbench((state) => state.followLink);
  const openLesson = useWorkbench((state) => state.followLessonLink);
  useLiveLink();

  const openDemo = useCallback(async () => {
    const { demoFiles, demoName } = await import('../lessons/demo.ts');
    await openFiles(demoName, demoFiles);
  }, [openFiles]);

  useEffect(() => {
    if (restoring) return;
    const followLink = () => {
      const fragment = location.hash.slice(1);
      const isLink = /^s=/.test(fragment);
      const isLesson = /^lesson(-file)?=/.test(fragment);
      const [, finding] = /^finding=([a-z-]+)$/.exec(fragment) ?? [];
      if (finding !== undefined) showFindingHelp(finding);
      if (fragment !== 'demo' && !isLink && !isLesson) return;
      // A reload must bring the edited work back, not start it again; and manifests do not stay in the browser's history.
      history.replaceState(history.state, '', location.pathname + location.search);
      if (isLesson) void openLesson(fragment);
      else if (isLink) void demoFilesOf().then((demo) => openLink(fragment, demo));
      else void openDemo();
    };
    followLink();
    addEventListener('hashchange', followLink);
    return () => removeEventListener('hashchange', followLink);
  }, [restoring, openDemo, openLink, openLesson, showFindingHelp]);

  const isStarting = !restoring && screen === 'start';
  useEffect(() => (isStarting ? preloadParts() : undefined), [isStarting]);

  useEffect(() => {
    const titles = { start: '', learn: 'Learn zero trust', workbench: name };
    document.title = titles[screen] === '' ? 'Sluice' : `${titles[screen]} – Sluice`;
  }, [screen, name]);

  if (restoring) return null;
  return (
    <DropZone>
      {screen === 'start' ? (
        <StartScreen onDemo={() => void openDemo()} />
      ) : (
        <ErrorBoundary key={screen} what={screen === 'learn' ? 'The list of lessons' : 'The workbench'}>
          <Suspense fallback={null}>{screen === 'learn' ? <learnPart.Part /> : <workbenchPart.Part />}</Suspense>
        </ErrorBoundary>
      )}
      <ReadingProgress />
      <FindingDialog />
      {passing && <LetPassDialog problem={passing} />}
      <LinkOffer />
      <ReviewOffer />
      <LessonOffer />
      {choosingReview && (
        <Suspense fallback={null}>
          <openReviewPart.Part />
        </Suspense>
      )}
    </DropZone>
  );
}
