// A name from a manifest: plain text, monospace, isolated from its neighbours' direction, invisible characters as small boxes.

import { visibleParts, visibleText } from '../base/visible-text.ts';
import styles from './NameText.module.css';

interface NameTextProps {
  readonly children: string;
  /** Letters kept at the end when the middle is left out for want of room; 0 cuts at the end. */
  readonly tail?: number;
}

/** Kubernetes names have at most 253 characters; what is longer is cut, with the whole in the title. */
const longest = 253;
/** Shorter names are not split, so that they stay one text. */
const splitFrom = 20;

export function NameText({ children, tail = 8 }: NameTextProps) {
  const shown = children.length > longest ? `${children.slice(0, longest)}…` : children;
  const cut = tail > 0 && shown.length >= splitFrom ? shown.length - tail : shown.length;
  if (cut === shown.length) {
    return (
      <bdi className={styles.name} title={shown === children ? undefined : visibleText(children)}>
        <span className={styles.head}>{pieces(shown)}</span>
      </bdi>
    );
  }
  return (
    <bdi className={styles.name} title={visibleText(children)}>
      {/* Two boxes would be read as two words. */}
      <span className="visually-hidden">{visibleText(shown)}</span>
      <span className={styles.head} aria-hidden="true">
        {pieces(shown.slice(0, cut))}
      </span>
      <span className={styles.tail} aria-hidden="true">
        {pieces(shown.slice(cut))}
      </span>
    </bdi>
  );
}

function pieces(text: string) {
  return visibleParts(text).map((part, index) =>
    part.invisible ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text have no other identity
      <span key={index} className={styles.invisible}>
        {part.text}
      </span>
    ) : (
      part.text
    ),
  );
}
