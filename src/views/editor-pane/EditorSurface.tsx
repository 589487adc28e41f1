// The manifest's text: plain at once, Monaco as soon as it is there, a text field where it cannot be had.

import { useEffect, useRef, useState } from 'react';
import { loadPolicyEditor } from '../../editor/load-policy-editor.ts';
import type { PolicyEditor } from '../../editor/policy-editor.ts';
import type { WorkbenchStore } from '../../editor/workbench-store.ts';
import { LARGEST_TEXT } from '../../state/largest-text.ts';
import type { WorkbenchState } from '../../state/workbench-state.ts';
import { whenIdle } from '../when-idle.ts';
import { useWorkbench } from '../workbench-context.ts';
import { BaselineComparison } from './BaselineComparison.tsx';
import styles from './EditorSurface.module.css';
import { PlainManifest } from './PlainManifest.tsx';
import { useAfterPicture } from './use-after-picture.ts';

export interface EditorSurfaceProps {
  readonly store: WorkbenchStore;
  readonly path: string;
  readonly comparing: boolean;
  readonly onCursorLine: (line: number) => void;
  readonly onEditor: (editor: PolicyEditor | undefined) => void;
}

type Loading = 'loading' | 'ready' | 'failed';

const idle = (): Promise<void> => new Promise((resolve) => whenIdle(resolve));

export function EditorSurface({ store, path, comparing, onCursorLine, onEditor }: EditorSurfaceProps) {
  const container = useRef<HTMLDivElement>(null);
  const [loading, setLoading] = useState<Loading>('loading');
  const isLarge = useWorkbench((state) => (textOf(state, path)?.length ?? 0) > LARGEST_TEXT);

  const due = useAfterPicture();

  useEffect(() => {
    if (!due) return;
    let editor: PolicyEditor | undefined;
    let ended = false;
    loadPolicyEditor(idle).then(
      (PolicyEditor) => {
        if (ended || !container.current) return;
        editor = new PolicyEditor(container.current, store, { onCursorLine });
        setLoading('ready');
        onEditor(editor);
      },
      () => setLoading('failed'),
    );
    return () => {
      ended = true;
      onEditor(undefined);
      editor?.dispose();
    };
  }, [due, store, onCursorLine, onEditor]);

  return (
    <div className={styles.surface} data-testid="editor" data-state={loading}>
      {isLarge && (
        <p className={styles.notice}>This file is larger than 2 MB. It is shown read-only and without hints.</p>
      )}
      {loading === 'failed' && (
        <p className={styles.notice}>
          The editor could not be loaded, so this is a plain text field. Edits count all the same; reload the page to
          try again.
        </p>
      )}
      <div className={styles.stage}>
        {loading !== 'ready' && <PlainManifest path={path} editable={loading === 'failed' && !isLarge} />}
        <div ref={container} className={styles.monaco} hidden={loading === 'failed' || comparing} />
        {loading === 'ready' && <BaselineComparison store={store} active={comparing} />}
      </div>
    </div>
  );
}

function textOf({ files }: WorkbenchState, path: string): string | undefined {
  return files.find((file) => file.path === path)?.text;
}
