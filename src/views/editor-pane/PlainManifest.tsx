// The active file without Monaco, in the same place and metrics, so that nothing jumps when Monaco takes over.
import { useWorkbench } from '../workbench-context.ts';
import styles from './EditorSurface.module.css';

interface PlainManifestProps {
  readonly path: string;
  readonly editable: boolean;
}

/** Lines shown while loading; nobody reads further in that second. */
const firstLines = 200;

export function PlainManifest({ path, editable }: PlainManifestProps) {
  const text = useWorkbench((state) => state.files.find((file) => file.path === path)?.text ?? '');
  const editFile = useWorkbench((state) => state.editFile);
  if (editable) {
    return (
      <textarea
        className={styles.plain}
        aria-label="Manifest"
        spellCheck={false}
        value={text}
        onChange={(event) => editFile(path, event.target.value)}
      />
    );
  }
  return <pre className={styles.plain}>{text.split('\n', firstLines).join('\n')}</pre>;
}
