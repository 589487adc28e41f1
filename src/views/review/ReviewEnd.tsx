// One end of a review: chosen by buttons, dropped, pasted, or what is on show.

import { type ChangeEvent, type DragEvent, useId, useRef, useState } from 'react';
import { counted } from '../../base/counted.ts';
import {
  entriesOfDrop,
  entriesOfFiles,
  entryOfText,
  nameOfEntries,
  type PageEntry,
} from '../../state/gather-entries.ts';
import { NameText } from '../NameText.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './OpenReviewDialog.module.css';
import type { ChosenEnd } from './OpenReviewDialog.tsx';

interface ReviewEndProps {
  readonly title: string;
  readonly note: string;
  readonly chosen: ChosenEnd | undefined;
  /** What is on show, if anything is. */
  readonly loaded: ChosenEnd | undefined;
  readonly onChoose: (end: ChosenEnd | undefined) => void;
}

const readable = '.yaml,.yml,.json,.zip,.gz,.tgz,.txt';

export function ReviewEnd({ title, note, chosen, loaded, onChoose }: ReviewEndProps) {
  const readEnd = useWorkbench((state) => state.readReviewEnd);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [reading, setReading] = useState(false);
  const titleId = useId();
  const take = async (entries: readonly PageEntry[]) => {
    const [first] = entries;
    if (!first) return;
    setReading(true);
    const read = await readEnd(entries);
    setReading(false);
    onChoose({ name: nameOfEntries(entries), files: read.files, notices: read.notices });
  };
  const chosenFiles = (event: ChangeEvent<HTMLInputElement>) => {
    const entries = entriesOfFiles(event.target.files ?? []);
    event.target.value = '';
    void take(entries);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    event.stopPropagation();
    void entriesOfDrop(event.dataTransfer).then(take);
  };
  return (
    <section
      className={styles.end}
      aria-labelledby={titleId}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <h3 id={titleId} className={styles.endTitle}>
        {title} <span className={styles.endNote}>{note}</span>
      </h3>
      <p className={styles.state} role="status">
        {reading && 'Reading…'}
        {!reading && chosen && (
          <>
            {counted(chosen.files.length, 'file')}, <NameText>{chosen.name}</NameText>
          </>
        )}
        {!reading && !chosen && 'Drop files, a folder or a .zip here'}
      </p>
      <div className={styles.buttons}>
        <button type="button" className="button" onClick={() => files.current?.click()}>
          Files
        </button>
        <button type="button" className="button" onClick={() => folder.current?.click()}>
          Folder
        </button>
        {loaded && (
          <button type="button" className="button" data-kind="quiet" onClick={() => onChoose(loaded)}>
            What is on show
          </button>
        )}
      </div>
      <textarea
        className={styles.paste}
        rows={2}
        aria-label={`${title} as text`}
        placeholder="or paste YAML or JSON"
        spellCheck={false}
        onBlur={(event) => event.target.value.trim() !== '' && void take([entryOfText(event.target.value)])}
      />
      <input
        ref={files}
        hidden
        type="file"
        multiple
        accept={readable}
        aria-label={`${title}: files`}
        data-testid={`review-${title.toLowerCase()}`}
        onChange={chosenFiles}
      />
      <input
        ref={(input) => {
          folder.current = input;
          if (input) input.webkitdirectory = true;
        }}
        hidden
        type="file"
        aria-label={`${title}: folder`}
        data-testid={`review-${title.toLowerCase()}-folder`}
        onChange={chosenFiles}
      />
    </section>
  );
}
