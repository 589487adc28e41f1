// The lines of a manifest that a step is about, numbered, with the words marked that made it turn out so.
import { visibleText } from '../../base/visible-text.ts';
import type { TraceStep } from '../../engine/explanation.ts';
import { type ExcerptRow, excerptRows } from '../../exporters/excerpt.ts';
import styles from './Excerpt.module.css';

interface ExcerptProps {
  readonly step: TraceStep;
  /** The text of the step's file; undefined where the page does not have it. */
  readonly text: string | undefined;
}

export function Excerpt({ step: { location, marks, isDecisive }, text }: ExcerptProps) {
  const rows = text === undefined || !location ? [] : excerptRows(text, location, marks);
  if (!location || rows.length === 0) return null;
  const last = rows.reduce((line, row) => (row.type === 'line' ? row.line : line + row.count), location.line);
  const lines = last === location.line ? `line ${last}` : `lines ${location.line}–${last}`;
  return (
    <details className={styles.excerpt} open={isDecisive === true}>
      <summary>{lines}</summary>
      <div className={styles.code}>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are a sequence
          <Row key={index} row={row} />
        ))}
      </div>
    </details>
  );
}

function Row({ row }: { readonly row: ExcerptRow }) {
  if (row.type === 'gap') {
    return (
      <div className={styles.gap}>
        <span aria-hidden="true">⋯</span>
        <span>{row.count} lines</span>
      </div>
    );
  }
  return (
    <div className={styles.line}>
      <span className={styles.number}>{row.line}</span>
      <code>
        {row.parts.map(({ text, mark }, index) =>
          mark === undefined ? (
            visibleText(text)
          ) : (
            <mark
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one line have no other identity
              key={index}
              data-kind={mark}
              title={mark === 'matched' ? 'matches the flow' : 'does not match the flow'}
            >
              {visibleText(text)}
            </mark>
          ),
        )}
      </code>
    </div>
  );
}
