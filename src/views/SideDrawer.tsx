// On narrow windows the list of policies and files slides over the editor.
import { type ReactNode, useEffect, useRef } from 'react';
import styles from './PaneLayout.module.css';

interface SideDrawerProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly side: ReactNode;
  /** More buttons of the rail. */
  readonly children?: ReactNode;
}

export function SideDrawer({ open, onOpenChange, side, children }: SideDrawerProps) {
  const opener = useRef<HTMLButtonElement>(null);
  const drawer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open) drawer.current?.querySelector<HTMLElement>('button, input')?.focus();
  }, [open]);
  const close = () => {
    onOpenChange(false);
    opener.current?.focus();
  };
  return (
    <>
      <div className={styles.rail}>
        <button
          ref={opener}
          type="button"
          className={styles.railButton}
          aria-expanded={open}
          onClick={() => onOpenChange(!open)}
        >
          Policies and files
        </button>
        {children}
      </div>
      {open && (
        // biome-ignore lint/a11y/noStaticElementInteractions: it closes with Escape, and when the focus goes elsewhere
        <div
          ref={drawer}
          className={styles.drawer}
          tabIndex={-1}
          onBlur={(event) => {
            const next = event.relatedTarget;
            if (next !== opener.current && !event.currentTarget.contains(next)) onOpenChange(false);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') close();
          }}
        >
          {side}
        </div>
      )}
    </>
  );
}
