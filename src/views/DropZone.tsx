// The whole page takes dropped files and folders, and text pasted outside of text fields.
import { type ClipboardEvent, type DragEvent, type ReactNode, useRef, useState } from 'react';
import { entriesOfDrop, entriesOfFiles, entryOfText } from '../state/gather-entries.ts';
import styles from './DropZone.module.css';
import { useWorkbench } from './workbench-context.ts';

export function DropZone({ children }: { readonly children: ReactNode }) {
  const screen = useWorkbench((state) => state.screen);
  const importEntries = useWorkbench((state) => state.importEntries);
  const [over, setOver] = useState(false);
  /** Enter and leave come for every element passed: over is what has been entered more often than left. */
  const depth = useRef(0);
  const into = screen === 'workbench' ? 'current' : 'new';

  const enter = (event: DragEvent, by: 1 | -1) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    depth.current = Math.max(0, depth.current + by);
    setOver(depth.current > 0);
  };
  const drop = async (event: DragEvent) => {
    depth.current = 0;
    setOver(false);
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    await importEntries(await entriesOfDrop(event.dataTransfer), into);
  };
  const paste = (event: ClipboardEvent) => {
    if (
      event.target instanceof HTMLElement &&
      event.target.closest('input, textarea, [contenteditable], .monaco-editor')
    )
      return;
    const files = [...event.clipboardData.files];
    const text = event.clipboardData.getData('text/plain');
    if (files.length > 0) void importEntries(entriesOfFiles(files), into);
    else if (text.trim() !== '') void importEntries([entryOfText(text)], into);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping has the file inputs as its keyboard equals
    <div
      className={styles.zone}
      onDragEnter={(event) => enter(event, 1)}
      onDragLeave={(event) => enter(event, -1)}
      onDragOver={(event) => event.dataTransfer.types.includes('Files') && event.preventDefault()}
      onDrop={(event) => void drop(event)}
      onPaste={paste}
    >
      {children}
      {over && (
        <div className={styles.over}>
          <p>{into === 'new' ? 'Drop to open: files, folders, a .zip' : 'Drop to add to this workspace'}</p>
        </div>
      )}
    </div>
  );
}
