// One open file: its name, whether it is changed, and a button that closes it.
import { useEffect, useRef } from 'react';
import { NameText } from '../NameText.tsx';
import { useIsDirty } from './changed-files.ts';
import styles from './EditorTabs.module.css';

interface EditorTabProps {
  readonly path: string;
  readonly active: boolean;
  readonly onSelect: () => void;
  readonly onClose: (() => void) | undefined;
}

export function EditorTab({ path, active, onSelect, onClose }: EditorTabProps) {
  const isDirty = useIsDirty(path);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const tab = useRef<HTMLSpanElement>(null);
  // Wider with its dot and its cross, which are not to be cut either.
  const parts = `${isDirty} ${onClose !== undefined}`;
  useEffect(() => {
    if (active && parts) tab.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [active, parts]);
  return (
    <span ref={tab} className={styles.tab} data-active={active}>
      <button
        type="button"
        className={styles.name}
        aria-current={active ? 'page' : undefined}
        title={path}
        onClick={onSelect}
      >
        <NameText>{name}</NameText>
        {isDirty && (
          <>
            <span className={styles.dot} aria-hidden="true" />
            <span className="visually-hidden">, changed</span>
          </>
        )}
      </button>
      {onClose && (
        <button type="button" className={styles.close} aria-label={`Close ${name}`} onClick={onClose}>
          <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
            <path d="M2 2l6 6M8 2l-6 6" stroke="currentColor" strokeWidth="1.2" />
          </svg>
        </button>
      )}
    </span>
  );
}
