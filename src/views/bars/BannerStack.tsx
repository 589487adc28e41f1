// What the person must know before trusting what is on show, most serious first.
import { gapsOf, incompleteDocumentsOf } from '../../state/selectors.ts';
import { useWorkbench } from '../workbench-context.ts';
import { Banner } from './Banner.tsx';
import { gapWords } from './gap-words.ts';

export function BannerStack() {
  const report = useWorkbench((state) => state.analysis?.report);
  const engine = useWorkbench((state) => state.engine);
  const engineNotice = useWorkbench((state) => state.engineNotice);
  const saving = useWorkbench((state) => state.saving);
  const restored = useWorkbench((state) => state.restored);
  const storageNotice = useWorkbench((state) => state.storageNotice);
  const setToggle = useWorkbench((state) => state.setToggle);
  const takeOver = useWorkbench((state) => state.takeOver);
  const dismiss = useWorkbench((state) => state.dismissNotice);
  const closeWorkspace = useWorkbench((state) => state.closeWorkspace);
  return (
    <>
      {engine.state === 'failed' && (
        <Banner severity="error">
          The engine failed: {engine.reason}. What is shown answers an older text; your text is kept, and the next edit
          starts the engine again.
        </Banner>
      )}
      {engineNotice !== undefined && engine.state !== 'failed' && (
        <Banner severity="warning" onDismiss={() => dismiss('engine')}>
          The engine was restarted: {engineNotice}. Your text is kept.
        </Banner>
      )}
      {report?.incomplete && (
        <Banner
          severity="error"
          actions={
            <button type="button" className="link" onClick={() => setToggle('loadReportOpen', true)}>
              Show them
            </button>
          }
        >
          <strong>Answer incomplete:</strong> {documentsWords(incompleteDocumentsOf(report))} {gapWords(gapsOf(report))}
        </Banner>
      )}
      {saving === 'blocked' && (
        <Banner severity="warning">
          The browser does not store this workspace. The work is kept only as long as this tab is open.
        </Banner>
      )}
      {saving === 'other-tab' && (
        <Banner
          severity="warning"
          actions={
            <button type="button" className="link" onClick={() => void takeOver()}>
              Take over
            </button>
          }
        >
          Another tab holds this workspace. Edits made here are not saved.
        </Banner>
      )}
      {storageNotice !== undefined && saving !== 'blocked' && (
        <Banner severity="warning" onDismiss={() => dismiss('storage')}>
          {storageNotice}.
        </Banner>
      )}
      {restored && (
        <Banner
          severity="info"
          onDismiss={() => dismiss('restored')}
          actions={
            <button type="button" className="link" onClick={closeWorkspace}>
              Start anew
            </button>
          }
        >
          Restored from this browser.
        </Banner>
      )}
    </>
  );
}

function documentsWords(count: number): string {
  return `${count} ${count === 1 ? 'document is' : 'documents are'} left out:`;
}
