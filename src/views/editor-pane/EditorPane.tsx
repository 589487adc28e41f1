// The middle of the workbench: open files as tabs, the manifest in Monaco, what its policy does, and its problems.
import { useContext, useState } from 'react';
import type { PolicyEditor } from '../../editor/policy-editor.ts';
import { useWorkbench, WorkbenchContext } from '../workbench-context.ts';
import { EditorActions } from './EditorActions.tsx';
import styles from './EditorPane.module.css';
import { EditorSurface } from './EditorSurface.tsx';
import { EditorTabs } from './EditorTabs.tsx';
import { LargeFileNote } from './LargeFileNote.tsx';
import { NewPolicyMenu } from './NewPolicyMenu.tsx';
import { PolicyLine } from './PolicyLine.tsx';
import { ProblemsStrip } from './ProblemsStrip.tsx';

export function EditorPane() {
  const store = useContext(WorkbenchContext);
  const activeFile = useWorkbench((state) => state.activeFile);
  const large = useWorkbench(({ files }) => files.find((file) => file.path === activeFile && file.large));
  const line = useWorkbench((state) => state.editorLine);
  const setLine = useWorkbench((state) => state.setEditorLine);
  const [editor, setEditor] = useState<PolicyEditor>();
  const [comparing, setComparing] = useState(false);
  if (!store) return null;
  return (
    <section className={styles.pane} aria-label="Editor">
      <div className={styles.top}>
        <EditorTabs />
        <NewPolicyMenu />
      </div>
      {large ? (
        <LargeFileNote file={large} />
      ) : activeFile === undefined ? (
        <div className={styles.empty}>
          <p>No file is open. Choose one from the list, or start with a new policy.</p>
        </div>
      ) : (
        <>
          <div className={styles.bar}>
            <PolicyLine path={activeFile} line={line} />
            <EditorActions path={activeFile} comparing={comparing} onCompare={setComparing} />
          </div>
          <EditorSurface
            store={store}
            path={activeFile}
            comparing={comparing}
            onCursorLine={setLine}
            onEditor={setEditor}
          />
          <ProblemsStrip path={activeFile} onNext={editor && !comparing ? () => editor.nextProblem() : undefined} />
        </>
      )}
    </section>
  );
}
