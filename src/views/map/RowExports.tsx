// Takes the rows of the table along, as they are filtered and sorted: to the clipboard, or as a file.
import { useState } from 'react';
import { saveTextFile } from '../save-text-file.ts';
import { useWorkbench } from '../workbench-context.ts';
import { rowsAsCsv, rowsAsMarkdown, rowsAsTabs } from './row-texts.ts';
import styles from './TableView.module.css';

/** Milliseconds that it stands there that something was copied. */
const saidFor = 2000;

const files = [
  { label: 'CSV', name: 'flows.csv', write: rowsAsCsv },
  { label: 'Markdown', name: 'flows.md', write: rowsAsMarkdown },
] as const;

export function RowExports() {
  const allRows = useWorkbench((state) => state.allRows);
  const [said, setSaid] = useState('');
  const say = (words: string) => {
    setSaid(words);
    setTimeout(() => setSaid(''), saidFor);
  };
  const copy = async () => {
    const { rows } = await allRows();
    try {
      await navigator.clipboard.writeText(rowsAsTabs(rows));
      say('Copied');
    } catch {
      say('The browser does not let pages copy here');
    }
  };
  const save = async (name: string, write: typeof rowsAsCsv) => saveTextFile(name, write((await allRows()).rows));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out among the other tools
    <div className={styles.exports} role="group" aria-label="Take the rows along">
      <button type="button" className="button" data-kind="quiet" onClick={() => void copy()}>
        <span aria-live="polite">{said === '' ? 'Copy rows' : said}</span>
      </button>
      {files.map(({ label, name, write }) => (
        <button
          key={name}
          type="button"
          className="button"
          data-kind="quiet"
          title={`Save the rows as ${label}`}
          onClick={() => void save(name, write)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
