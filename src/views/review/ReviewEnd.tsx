// One end of a review: chosen by buttons, dropped, pasted, or what is on show.

import { type DragEvent, useId, useState } from 'react';
import { counted } from '../../base/counted.ts';
import { entriesOfDrop, entryOfText, nameOfEntries, type PageEntry } from '../../state/gather-entries.ts';
import { NameText } from '../NameText.tsx';
import { FilePicker } from '../start/FilePicker.tsx';
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

export function ReviewEnd({ title, note, chosen, loaded, onChoose }: ReviewEndProps) {
  const readEnd = useWorkbench((state) => state.readReviewEnd);
  const [reading, setReading] = useState(false);
  const titleId = useId();
  const testId = `review-${title.toLowerCase()}`;
  const take = async (entries: readonly PageEntry[]) => {
    if (entries.length === 0) return;
    setReading(true);
    const read = await readEnd(entries);
    setReading(false);
    onChoose({ name: nameOfEntries(entries), files: read.files, notices: read.notices });
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
        <FilePicker
          files={{ label: 'Files', name: `${title}: files`, testId }}
          folder={{ label: 'Folder', name: `${title}: folder`, testId: `${testId}-folder` }}
          onPick={(entries) => void take(entries)}
        />
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
    </section>
  );
}
