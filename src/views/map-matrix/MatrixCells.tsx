// The matrix as text, for those who do not see the canvas: all cells of a small one, of a large one those around the cell in question.
// biome-ignore-all lint/a11y/useSemanticElements: the rows belong to a grid that is drawn on a canvas
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names the active cell
import { memo } from 'react';
import { cellAt, flipWords, fullName, type MatrixModel, pairWords } from '../../graph/matrix-model.ts';
import type { CellPlace } from './paint-matrix.ts';

interface MatrixCellsProps {
  readonly id: string;
  readonly model: MatrixModel;
  /** Undefined: every cell is told. */
  readonly cursor: CellPlace | undefined;
  readonly selected: CellPlace | undefined;
}

/** Rows and columns told on each side of the cell. */
const AROUND = 4;

const around = (place: number | undefined, count: number): readonly number[] => {
  if (place === undefined) return Array.from({ length: count }, (_, at) => at);
  const from = Math.max(0, place - AROUND);
  return Array.from({ length: Math.min(count, place + AROUND + 1) - from }, (_, at) => from + at);
};

export const cellId = (id: string, { row, column }: CellPlace): string => `${id}-${row}-${column}`;

const nameAt = ({ ends }: MatrixModel, place: number): string => {
  const end = ends[place];
  return end ? fullName(end) : '';
};

/** Of a namespace whether its workloads have rows. */
const expandedAt = ({ ends }: MatrixModel, place: number): boolean | undefined => {
  const fold = ends[place]?.fold ?? 'none';
  return fold === 'none' ? undefined : fold === 'open';
};

export const MatrixCells = memo(function MatrixCells({ id, model, cursor, selected }: MatrixCellsProps) {
  const count = model.ends.length;
  const columns = around(cursor?.column, count);
  return (
    <>
      <div role="row" aria-rowindex={1}>
        <span role="columnheader" aria-colindex={1}>
          From
        </span>
        {columns.map((column) => (
          <span
            key={column}
            id={cellId(id, { row: -1, column })}
            role="columnheader"
            aria-colindex={column + 2}
            aria-expanded={expandedAt(model, column)}
          >
            to {nameAt(model, column)}
          </span>
        ))}
      </div>
      {around(cursor?.row, count).map((row) => (
        <div key={row} role="row" aria-rowindex={row + 2}>
          <span
            id={cellId(id, { row, column: -1 })}
            role="rowheader"
            aria-colindex={1}
            aria-expanded={expandedAt(model, row)}
          >
            {nameAt(model, row)}
          </span>
          {columns.map((column) => {
            const cell = cellAt(model, row, column);
            return (
              <span
                key={column}
                id={cellId(id, { row, column })}
                role="gridcell"
                tabIndex={-1}
                aria-colindex={column + 2}
                aria-selected={selected?.row === row && selected.column === column}
              >
                {cell &&
                  `${nameAt(model, row)} to ${nameAt(model, column)}, ${pairWords(cell)} ${flipWords(cell)}`.trim()}
              </span>
            );
          })}
        </div>
      ))}
    </>
  );
});
