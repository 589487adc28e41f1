// The manifest's text without Monaco, which a saved report does not carry: a plain text field. The build of the report puts it in the place of `EditorSurface.tsx`.
import { type SyntheticEvent, useEffect, useRef } from 'react';
import { useWorkbench } from '../workbench-context.ts';
import styles from './EditorSurface.module.css';
import type { EditorSurfaceProps } from './EditorSurface.tsx';

/** Lines kept in sight above the place that is gone to. */
const linesAbove = 4;

export function PlainSurface({ path, comparing, onCursorLine }: EditorSurfaceProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const text = useWorkbench(({ files }) => files.find((file) => file.path === path)?.text ?? '');
  const before = useWorkbench(({ baseline }) => baseline.find((file) => file.path === path)?.text ?? '');
  const editFile = useWorkbench((state) => state.editFile);
  const reveal = useWorkbench((state) => state.reveal);
  const revealed = useWorkbench((state) => state.revealed);
  useEffect(() => {
    const area = field.current;
    if (!area || reveal?.file !== path || comparing) return;
    const lines = text.split('\n');
    const start = lines.slice(0, reveal.line - 1).reduce((sum, line) => sum + line.length + 1, 0);
    area.setSelectionRange(start, start + (lines[reveal.line - 1]?.length ?? 0));
    // Long lines are folded, so it may be a little further down.
    area.scrollTop = (area.scrollHeight / lines.length) * Math.max(0, reveal.line - 1 - linesAbove);
    revealed();
  }, [reveal, revealed, path, text, comparing]);
  const follow = ({ currentTarget }: SyntheticEvent<HTMLTextAreaElement>) =>
    onCursorLine(currentTarget.value.slice(0, currentTarget.selectionStart).split('\n').length);
  return (
    <div className={styles.surface} data-testid="editor" data-state="ready">
      {comparing && <p className={styles.notice}>This is the text of the baseline.</p>}
      <div className={styles.stage}>
        <textarea
          ref={field}
          className={styles.plain}
          aria-label={comparing ? 'Manifest in the baseline' : 'Manifest'}
          spellCheck={false}
          readOnly={comparing}
          value={comparing ? before : text}
          onChange={(event) => editFile(path, event.target.value)}
          onSelect={follow}
        />
      </div>
    </div>
  );
}
