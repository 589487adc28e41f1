// One edge of the map: its stroke, and a wide invisible line under it that takes the pointer.
import { memo } from 'react';
import { EdgeStroke, type EdgeStrokeProps } from './EdgeStroke.tsx';
import styles from './edges.module.css';

/** Only plain values, so that an unchanged edge is not drawn again. */
interface GraphEdgeLineProps extends EdgeStrokeProps {
  readonly id: string;
  readonly isBundle: boolean;
  /** Not part of the selection; undefined when nothing is selected. */
  readonly dimmed: boolean | undefined;
  readonly selected: boolean;
  /** At the node that is looked at. */
  readonly lit: boolean;
  /** "frontend to backend: allowed, 8080". */
  readonly words: string;
}

export const GraphEdgeLine = memo(function GraphEdgeLine({
  id,
  isBundle,
  dimmed,
  selected,
  lit,
  words,
  ...stroke
}: GraphEdgeLineProps) {
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a group of SVG shapes is not interactive
    <g
      className={styles.edge}
      role="img"
      aria-label={words}
      data-edge-id={id}
      data-bundle={isBundle}
      data-verdict={stroke.verdict}
      data-dimmed={dimmed}
      data-selected={selected}
      data-lit={lit}
    >
      <path className={styles.target} d={stroke.path} />
      <EdgeStroke {...stroke} />
    </g>
  );
});
