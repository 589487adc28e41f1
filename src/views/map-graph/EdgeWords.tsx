// The words on an edge, on a ground of their own so that they read over lines.
import { memo } from 'react';
import { visibleText } from '../../base/visible-text.ts';
import styles from './edges.module.css';

interface EdgeWordsProps {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isLarge: boolean;
  readonly verdict: string;
  readonly flip: string;
  readonly dimmed: boolean;
}

export const EdgeWords = memo(function EdgeWords({
  text,
  x,
  y,
  width,
  height,
  isLarge,
  verdict,
  flip,
  dimmed,
}: EdgeWordsProps) {
  return (
    <g className={styles.words} data-large={isLarge} data-verdict={verdict} data-flip={flip} data-dimmed={dimmed}>
      <rect x={x} y={y} width={width} height={height} rx="3" />
      <text x={x + width / 2} y={y + height / 2} dy="0.34em" textAnchor="middle">
        {visibleText(text)}
      </text>
    </g>
  );
});
