// A unified diff, pasted or from a file, in place of a head.
import { type ChangeEvent, useId, useRef } from 'react';
import { NameText } from '../NameText.tsx';
import styles from './OpenReviewDialog.module.css';

interface PatchFieldProps {
  readonly value: string;
  readonly onChange: (patch: string) => void;
  /** What it is applied to. */
  readonly on: string | undefined;
}

export function PatchField({ value, onChange, on }: PatchFieldProps) {
  const file = useRef<HTMLInputElement>(null);
  const id = useId();
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    const [first] = event.target.files ?? [];
    event.target.value = '';
    void first?.text().then(onChange);
  };
  return (
    <section className={styles.patch}>
      <label className={styles.endTitle} htmlFor={id}>
        Or a patch in place of the head{' '}
        <span className={styles.endNote}>
          {on === undefined ? (
            'over the base'
          ) : (
            <>
              over <NameText>{on}</NameText>
            </>
          )}
        </span>
      </label>
      <textarea
        id={id}
        className={styles.paste}
        rows={4}
        value={value}
        placeholder="git diff main...feature"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
      />
      <div className={styles.buttons}>
        <button type="button" className="button" onClick={() => file.current?.click()}>
          Open a .patch or .diff file
        </button>
        <input
          ref={file}
          hidden
          type="file"
          accept=".patch,.diff,.txt"
          aria-label="A .patch or .diff file"
          data-testid="review-patch"
          onChange={chosen}
        />
      </div>
    </section>
  );
}
