// The workbench: bars above, policies and files to the left, the editor in the middle, the map to the right, detail below.
import { Suspense } from 'react';
import { BannerStack } from './bars/BannerStack.tsx';
import { HelpDialog } from './bars/HelpDialog.tsx';
import { TitleBar } from './bars/TitleBar.tsx';
import { DetailPane } from './detail/DetailPane.tsx';
import { ExplainBar } from './detail/ExplainBar.tsx';
import { EditorSlot } from './EditorSlot.tsx';
import { lessonPart } from './lesson/lesson-part.ts';
import { LinkDialog } from './links/LinkDialog.tsx';
import { MapPane } from './map/MapPane.tsx';
import { PaneLayout } from './PaneLayout.tsx';
import { LoadReport } from './report/LoadReport.tsx';
import { reviewPart } from './review/review-part.ts';
import { SidePane } from './side/SidePane.tsx';
import { useShortcuts } from './use-shortcuts.ts';
import styles from './Workbench.module.css';
import { useWorkbench } from './workbench-context.ts';

export function Workbench() {
  const dialog = useWorkbench((state) => state.dialog);
  const showDialog = useWorkbench((state) => state.showDialog);
  const reportOpen = useWorkbench((state) => state.loadReportOpen);
  const detailShown = useWorkbench(
    (state) =>
      state.selection !== undefined ||
      state.explainQuery !== undefined ||
      state.selectorChoice !== undefined ||
      state.pinsOpen,
  );
  const reviewing = useWorkbench((state) => state.reviewing);
  const inLesson = useWorkbench((state) => state.lessonPlace !== undefined);
  useShortcuts();
  return (
    <div className={styles.workbench}>
      <TitleBar />
      <BannerStack />
      {inLesson ? (
        <Suspense fallback={null}>
          <lessonPart.Part detailShown={detailShown} />
        </Suspense>
      ) : reviewing ? (
        <Suspense fallback={null}>
          <reviewPart.Part detailShown={detailShown} />
        </Suspense>
      ) : (
        <PaneLayout
          side={<SidePane />}
          editor={<EditorSlot />}
          map={<MapPane />}
          detail={<DetailPane />}
          detailShown={detailShown}
        />
      )}
      {!detailShown && <ExplainBar />}
      {dialog === 'help' && <HelpDialog onClose={() => showDialog(undefined)} />}
      {dialog === 'link' && <LinkDialog onClose={() => showDialog(undefined)} />}
      {reportOpen && <LoadReport />}
    </div>
  );
}
