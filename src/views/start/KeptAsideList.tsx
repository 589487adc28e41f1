// Workspaces that were kept rather than overwritten: open, download or discard them.
import type { KeptAside } from '../../state/workbench-state.ts';
import { NameText } from '../NameText.tsx';
import { saveTextFile } from '../save-text-file.ts';
import { useWorkbench } from '../workbench-context.ts';
import styles from './StartScreen.module.css';

export function KeptAsideList() {
  const kept = useWorkbench((state) => state.keptAside);
  const open = useWorkbench((state) => state.openKeptAside);
  const read = useWorkbench((state) => state.readKeptAside);
  const discard = useWorkbench((state) => state.discardKeptAside);
  if (kept.length === 0) return null;
  const download = async (one: KeptAside) => saveTextFile('sluice-workspace.json', await read(one.id));
  return (
    <section aria-label="Kept workspaces">
      <h2 className={styles.commandTitle}>Kept in this browser</h2>
      <ul className={styles.kept}>
        {kept.map((one) => (
          <li key={one.id}>
            <NameText>{one.name}</NameText>
            <span className={styles.keptWhy}>
              {one.reason}
              {one.savedAt > 0 &&
                `, ${new Date(one.savedAt).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })}`}
            </span>
            {one.readable && (
              <button type="button" className="link" onClick={() => void open(one.id)}>
                Open
              </button>
            )}
            <button type="button" className="link" onClick={() => void download(one)}>
              Download
            </button>
            <button type="button" className="link" onClick={() => void discard(one.id)}>
              Discard
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
