// The files opened so far, as tabs; a dot marks those that differ from the baseline.
import { useState } from 'react';
import { useWorkbench } from '../workbench-context.ts';
import { EditorTab } from './EditorTab.tsx';
import styles from './EditorTabs.module.css';

export function EditorTabs() {
  const files = useWorkbench((state) => state.files);
  const activeFile = useWorkbench((state) => state.activeFile);
  const selectFile = useWorkbench((state) => state.selectFile);
  const [opened, setOpened] = useState<readonly string[]>([]);
  if (activeFile !== undefined && !opened.includes(activeFile)) setOpened([...opened, activeFile]);
  const paths = opened.filter((path) => files.some((file) => file.path === path));

  const close = (path: string) => {
    const rest = paths.filter((other) => other !== path);
    const next = rest[Math.min(paths.indexOf(path), rest.length - 1)];
    if (next === undefined) return;
    setOpened(rest);
    if (path === activeFile) selectFile(next);
  };

  return (
    <nav className={styles.tabs} aria-label="Open files">
      {paths.map((path) => (
        <EditorTab
          key={path}
          path={path}
          active={path === activeFile}
          onSelect={() => selectFile(path)}
          onClose={paths.length > 1 ? () => close(path) : undefined}
        />
      ))}
    </nav>
  );
}
