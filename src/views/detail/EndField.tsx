// One end of a flow, typed or chosen: a combobox as the ARIA practices describe it, with suggestions from the engine.
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { visibleText } from '../../base/visible-text.ts';
import type { EndHit } from '../../engine/find-ends.ts';
import styles from './EndField.module.css';

interface EndFieldProps {
  readonly label: 'From' | 'To';
  readonly value: string;
  readonly hits: readonly EndHit[];
  readonly onChange: (value: string) => void;
  readonly onOpen?: (open: boolean) => void;
}

export function EndField({ label, value, hits, onChange, onOpen }: EndFieldProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const show = (open: boolean) => {
    setOpen(open);
    setAt(-1);
    onOpen?.(open);
  };
  const choose = (hit: EndHit) => {
    onChange(hit.value);
    show(false);
  };
  const isShown = isOpen && hits.length > 0;
  const pressed = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const hit = hits[at];
    if (step !== undefined) {
      event.preventDefault();
      if (!isOpen) show(true);
      else
        setAt((before) => (before + step + hits.length + (before < 0 && step < 0 ? 1 : 0)) % Math.max(1, hits.length));
    } else if (event.key === 'Enter' && isShown && hit) {
      event.preventDefault();
      choose(hit);
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      show(false);
    }
  };
  return (
    <span className={styles.end}>
      <input
        ref={field}
        className={`field ${styles.field}`}
        role="combobox"
        aria-label={label}
        aria-expanded={isShown}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={isShown && at >= 0 ? `${id}-${at}` : undefined}
        value={value}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => {
          onChange(event.target.value);
          show(true);
        }}
        onClick={() => show(true)}
        onBlur={() => show(false)}
        onKeyDown={pressed}
      />
      {isShown && (
        <div
          id={id}
          role="listbox"
          aria-label="Suggestions"
          className={styles.list}
          style={{ maxHeight: roomBelow(field.current) }}
        >
          {hits.map((hit, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: see above
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the field
            <div
              key={hit.value}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              className={styles.option}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(hit)}
            >
              <span className={styles.value}>{visibleText(hit.value)}</span>
              <span className={styles.detail}>{visibleText(hit.detail)}</span>
            </div>
          ))}
        </div>
      )}
    </span>
  );
}

/** Pixels down to the edge of the window: nothing shows beyond the pane. */
function roomBelow(field: HTMLElement | null): number | undefined {
  return field ? innerHeight - field.getBoundingClientRect().bottom - 8 : undefined;
}
