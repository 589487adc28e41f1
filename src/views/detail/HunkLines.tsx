// A small diff: the lines of a file as they are and as they would be.
import { visibleText } from '../../base/visible-text.ts';
import type { RemedyHunk } from '../../engine/remedies/remedy.ts';
import { NameText } from '../NameText.tsx';
import styles from './Remedies.module.css';

/** More lines are counted. */
const mostLines = 24;

export function HunkLines({ hunk: { file, line, before, after } }: { readonly hunk: RemedyHunk }) {
  const { head, tail } = sharedLines(before, after);
  const rows = [
    ...before.slice(head, before.length - tail).map((text) => ({ text, kind: 'removed' as const })),
    ...after.slice(head, after.length - tail).map((text) => ({ text, kind: 'added' as const })),
  ];
  return (
    <figure className={styles.hunk}>
      <figcaption>
        <NameText tail={12}>{file}</NameText>, line {line + head}
      </figcaption>
      <div className={styles.code}>
        {rows.slice(0, mostLines).map(({ text, kind }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are a sequence
          <div key={index} data-kind={kind}>
            <span aria-hidden="true">{kind === 'added' ? '+' : '−'}</span>
            <span className="visually-hidden">{kind}: </span>
            <code>{visibleText(text)}</code>
          </div>
        ))}
        {rows.length > mostLines && <div>⋯ {rows.length - mostLines} more lines</div>}
      </div>
    </figure>
  );
}

/** Lines at both ends that stay as they are. */
function sharedLines(before: readonly string[], after: readonly string[]): { head: number; tail: number } {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { head, tail };
}
