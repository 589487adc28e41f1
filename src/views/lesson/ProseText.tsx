// The text of a lesson: paragraphs with code and strong words, and blocks of YAML.
import type { ReactNode } from 'react';
import { visibleLines, visibleText } from '../../base/visible-text.ts';
import { readLessonText, type TextSpan } from '../../lessons/read-lesson-text.ts';
import styles from './ProseText.module.css';

/** `children`: as a lesson writes it. `tail` follows in the last paragraph. */
export function ProseText({ children, tail }: { readonly children: string; readonly tail?: ReactNode }) {
  const blocks = readLessonText(children);
  return blocks.map((block, at) =>
    block.kind === 'code' ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text have no other identity
      <pre key={at} className={styles.block}>
        <code>{visibleLines(block.text)}</code>
      </pre>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text have no other identity
      <p key={at} className={styles.paragraph}>
        {block.spans.map(spanOf)}
        {at === blocks.length - 1 && tail}
      </p>
    ),
  );
}

function spanOf({ kind, text }: TextSpan, at: number) {
  if (kind === 'text') return visibleText(text);
  const Part = kind;
  return <Part key={at}>{visibleText(text)}</Part>;
}
