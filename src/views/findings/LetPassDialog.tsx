// Asks why a finding is let pass, and writes the comment that says so.
import { type FormEvent, useId, useState } from 'react';
import type { Problem } from '../../engine/results.ts';
import { ignoreRule, type PassScope, passHindrance } from '../../findings/let-pass-edit.ts';
import { CopyButton } from '../CopyButton.tsx';
import { Dialog } from '../Dialog.tsx';
import { MessageText } from '../editor-pane/MessageText.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './LetPassDialog.module.css';

export function LetPassDialog({ problem }: { readonly problem: Problem }) {
  const file = useWorkbench(({ files }) => files.find(({ path }) => path === problem.location.file));
  const askToLetPass = useWorkbench((state) => state.askToLetPass);
  const hindrance = passHindrance(problem, file);
  return (
    <Dialog title="Let a finding pass" onClose={() => askToLetPass(undefined)}>
      <div className={styles.body}>
        <p>
          <MessageText>{problem.message}</MessageText> <code className={styles.faint}>{problem.code}</code>
        </p>
        {hindrance === undefined ? <ReasonForm problem={problem} /> : <Hindrance words={hindrance} problem={problem} />}
      </div>
    </Dialog>
  );
}

function ReasonForm({ problem }: { readonly problem: Problem }) {
  const letPass = useWorkbench((state) => state.letPass);
  const [reason, setReason] = useState('');
  const [scope, setScope] = useState<PassScope>('line');
  const [failed, setFailed] = useState(false);
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setFailed(!letPass(problem, reason, scope));
  };
  return (
    <form className={styles.body} onSubmit={submit}>
      <label htmlFor={id} className={styles.label}>
        Why is it right here? Whoever reads the manifest next sees this.
        <input
          id={id}
          className="field"
          // The attribute, which the dialog looks for as it opens; React would focus before that.
          ref={(field) => field?.setAttribute('autofocus', '')}
          required
          autoComplete="off"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      {problem.object !== undefined && (
        <label className={styles.choice}>
          <input
            type="checkbox"
            checked={scope === 'object'}
            onChange={(event) => setScope(event.target.checked ? 'object' : 'line')}
          />
          <span>
            All findings of this kind in <code>{problem.object}</code>
          </span>
        </label>
      )}
      <p className={styles.preview}>
        <code>
          # sluice-ignore {problem.code}: {reason.trim() === '' ? '…' : reason.trim()}
        </code>
      </p>
      {failed && <p role="alert">That says no reason, or the text has just changed. Try again.</p>}
      <p>
        <button type="submit" className="button" data-kind="primary">
          Write the comment
        </button>
      </p>
    </form>
  );
}

function Hindrance({ words, problem }: { readonly words: string; readonly problem: Problem }) {
  const isJson = words.endsWith(':');
  const rule = ignoreRule(problem, 'the reason');
  return (
    <>
      <p>
        <MessageText>{words}</MessageText>
      </p>
      {isJson && (
        <>
          <pre className={styles.preview}>{rule}</pre>
          <p>
            <CopyButton text={rule} label="Copy the rule" />
          </p>
        </>
      )}
    </>
  );
}
