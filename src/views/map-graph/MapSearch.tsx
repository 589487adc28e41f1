// Finds a node by name and jumps to it.
import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import type { SnapshotReport } from '../../engine/results.ts';
import { type SearchHit, searchNodes } from '../../graph/search-nodes.ts';
import { NameText } from '../NameText.tsx';
import styles from './MapToolbar.module.css';

interface MapSearchProps {
  readonly report: SnapshotReport;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onJump: (hit: SearchHit) => void;
  readonly onLeave: () => void;
}

export function MapSearch({ report, field, onJump, onLeave }: MapSearchProps) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const listId = useId();
  const hits = searchNodes(report, text);
  const open = text.trim() !== '';
  const jump = (hit: SearchHit | undefined) => {
    if (!hit) return;
    setText('');
    onJump(hit);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, hits.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Enter') jump(hits[at]);
    else if (event.key === 'Escape') {
      setText('');
      onLeave();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.search}>
      <input
        ref={field}
        className="field"
        type="text"
        role="combobox"
        aria-label="Find in the graph"
        aria-expanded={open}
        aria-controls={listId}
        aria-activedescendant={open && hits[at] ? `${listId}-${at}` : undefined}
        placeholder="Find in the graph  /"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setText('')}
      />
      {open && (
        <div id={listId} className={styles.hits} role="listbox" aria-label="Found">
          {hits.length === 0 && <div className={styles.none}>No node has this name</div>}
          {hits.map((hit, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the text field
            <div
              key={hit.id}
              id={`${listId}-${index}`}
              className={styles.hit}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => jump(hit)}
            >
              <NameText>{hit.name}</NameText>
              <span>{hit.detail}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
