// The start page: a place to drop manifests, the demo one click away, and what was worked on last.
import { GateGlyph } from '../GateGlyph.tsx';
import { hasLessons } from '../lesson/has-lessons.ts';
import { NameText } from '../NameText.tsx';
import { NoticeList } from '../report/NoticeList.tsx';
import { useWorkbench } from '../workbench-context.ts';
import { ExportCommand } from './ExportCommand.tsx';
import { KeptAsideList } from './KeptAsideList.tsx';
import { OpenButtons } from './OpenButtons.tsx';
import styles from './StartScreen.module.css';

export function StartScreen({ onDemo }: { readonly onDemo: () => void }) {
  const name = useWorkbench((state) => state.name);
  const files = useWorkbench((state) => state.files.length);
  const importing = useWorkbench((state) => state.importing);
  const notices = useWorkbench((state) => state.importNotices);
  const storageNotice = useWorkbench((state) => state.storageNotice);
  const chooseReview = useWorkbench((state) => state.chooseReview);
  const showLessons = useWorkbench((state) => state.showLessons);
  const resume = useWorkbench((state) => state.resumeWorkspace);
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <header className={styles.head}>
          <h1 className={styles.title}>
            <span className={styles.mark}>
              <GateGlyph state="governed" direction="ingress" size={26} />
            </span>
            Sluice
          </h1>
          <p className={styles.claim}>
            See which flows your Kubernetes network policies allow, edit one, and watch flows open and close.
          </p>
        </header>

        <section className={styles.drop} aria-label="Open manifests">
          <p className={styles.invite}>{importing ? 'Reading…' : 'Drop manifests anywhere on this page'}</p>
          <p className={styles.kinds}>YAML or JSON files of any size, a folder, a .zip, or paste text</p>
          <OpenButtons into="new" />
          <p className={styles.privacy}>Files stay in this tab. Nothing is uploaded.</p>
        </section>

        {notices.length > 0 && <NoticeList notices={notices} />}
        {storageNotice !== undefined && (
          <p className={styles.storage} role="status">
            {storageNotice}
          </p>
        )}

        <div className={styles.doors}>
          <button type="button" className={styles.door} data-testid="demo" onClick={onDemo}>
            <span className={styles.doorTitle}>Try the demo</span>
            <span className={styles.doorText}>
              Three tiers, DNS and five policies. One of them does not do what one would expect.
            </span>
          </button>
          <button type="button" className={styles.door} onClick={() => chooseReview(true)}>
            <span className={styles.doorTitle}>Review a change</span>
            <span className={styles.doorText}>
              Which flows a pull request opens and closes, each with the lines that make it.
            </span>
          </button>
          {hasLessons && (
            <button type="button" className={styles.door} onClick={showLessons}>
              <span className={styles.doorTitle}>Learn zero trust</span>
              <span className={styles.doorText}>
                Lessons in small clusters, graded by the flows that your policies allow.
              </span>
            </button>
          )}
          {files > 0 && (
            <button type="button" className={styles.door} onClick={resume}>
              <span className={styles.doorTitle}>
                Continue with <NameText>{name}</NameText>
              </span>
              <span className={styles.doorText}>
                {files} {files === 1 ? 'file' : 'files'}, as you left them.
              </span>
            </button>
          )}
        </div>

        <ExportCommand />
        <KeptAsideList />
      </div>
    </main>
  );
}
