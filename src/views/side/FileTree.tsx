// Files as they lie in folders; changed ones have a dot, removed ones are struck through until the baseline forgets them.
import { useMemo, useState } from 'react';
import { changedPaths } from '../../state/selectors.ts';
import { selectProblemsByFile } from '../../state/shown-problems.ts';
import { moveAmongRows } from '../move-among-rows.ts';
import { NameText } from '../NameText.tsx';
import { SeverityMark } from '../SeverityMark.tsx';
import { OpenButtons } from '../start/OpenButtons.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './SidePane.module.css';

/** Files of one folder that are listed at first. */
const MANY = 300;

export function FileTree() {
  const files = useWorkbench((state) => state.files);
  const baseline = useWorkbench((state) => state.baseline);
  const activeFile = useWorkbench((state) => state.activeFile);
  const problems = useWorkbench(selectProblemsByFile);
  const selectFile = useWorkbench((state) => state.selectFile);
  const revert = useWorkbench((state) => state.revert);
  /** Folders of which every file is listed. */
  const [whole, setWhole] = useState<ReadonlySet<string>>(new Set());
  const changed = changedPaths(files, baseline);
  const folders = useMemo(() => byFolder(files.map((file) => file.path)), [files]);
  const present = useMemo(() => new Set(files.map((file) => file.path)), [files]);
  const removed = [...changed].filter((path) => !present.has(path));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move among the buttons inside
    <div onKeyDown={moveAmongRows}>
      {folders.map(([folder, paths]) => (
        <section key={folder} aria-label={folder === '' ? 'Files' : folder}>
          {folder !== '' && (
            <h2 className={`${styles.row} ${styles.group}`}>
              <span />
              <NameText>{`${folder}/`}</NameText>
            </h2>
          )}
          <ul>
            {paths.slice(0, whole.has(folder) ? paths.length : MANY).map((path) => (
              <li key={path}>
                <button
                  type="button"
                  data-row
                  className={styles.row}
                  aria-current={path === activeFile}
                  onClick={() => selectFile(path)}
                >
                  {changed.has(path) ? <span className={styles.dot} role="img" aria-label="changed" /> : <span />}
                  <span className={styles.label}>
                    <NameText tail={12}>{path.slice(folder === '' ? 0 : folder.length + 1)}</NameText>
                  </span>
                  {problems.get(path)?.some((problem) => problem.severity === 'error') && (
                    <SeverityMark severity="error" />
                  )}
                </button>
              </li>
            ))}
            {paths.length > MANY && !whole.has(folder) && (
              <li>
                <button
                  type="button"
                  data-row
                  className={styles.row}
                  onClick={() => setWhole(new Set([...whole, folder]))}
                >
                  <span />
                  <span className={styles.label}>{(paths.length - MANY).toLocaleString('en')} more files</span>
                </button>
              </li>
            )}
          </ul>
        </section>
      ))}
      {removed.map((path) => (
        <div key={path} className={styles.row}>
          <span className={styles.dot} role="img" aria-label="removed" />
          <span className={`${styles.label} ${styles.removed}`}>
            <NameText tail={12}>{path}</NameText>
          </span>
          <button type="button" className="link" onClick={() => revert(path)}>
            Bring back
          </button>
        </div>
      ))}
      <div className={styles.empty}>
        <OpenButtons into="current" />
      </div>
    </div>
  );
}

/** Folders in path order, the top first. */
function byFolder(paths: readonly string[]): readonly (readonly [folder: string, paths: readonly string[]])[] {
  const folders = new Map<string, string[]>([['', []]]);
  for (const path of paths) {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    const known = folders.get(folder);
    if (known) known.push(path);
    else folders.set(folder, [path]);
  }
  return [...folders].filter(([, inside]) => inside.length > 0);
}
