// What the person must know before trusting what is on show, most serious first.
import { useWorkbench } from '../workbench-context.ts';
import { Banner } from './Banner.tsx';
import { IncompleteBanner } from './IncompleteBanner.tsx';

export function BannerStack() {
  const report = useWorkbench((state) => state.analysis?.report);
  const engine = useWorkbench((state) => state.engine);
  const engineNotice = useWorkbench((state) => state.engineNotice);
  const saving = useWorkbench((state) => state.saving);
  const storageNotice = useWorkbench((state) => state.storageNotice);
  const takeOver = useWorkbench((state) => state.takeOver);
  const dismiss = useWorkbench((state) => state.dismissNotice);
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
      {report && <IncompleteBanner report={report} />}
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
    </>
  );
}
