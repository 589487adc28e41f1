// A modal dialog: the browser's own, which keeps the focus inside and closes with Escape.
import { type ReactNode, useEffect, useId, useRef } from 'react';
import styles from './Dialog.module.css';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Something beside the title. */
  readonly aside?: ReactNode;
}

export function Dialog({ title, onClose, children, aside }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the dialog does what Escape does
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
    >
      <div className={styles.body}>
        <header className={styles.head}>
          <h2 id={titleId}>{title}</h2>
          {aside}
          <button type="button" className="button" data-kind="quiet" onClick={() => dialog.current?.close()}>
            Close
          </button>
        </header>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys, whatever is inside */}
        <div className={styles.content} tabIndex={0} role="document">
          {children}
        </div>
      </div>
    </dialog>
  );
}
