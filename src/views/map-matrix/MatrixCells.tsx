// The cells around the one in question as text, for those who do not see the canvas.
// biome-ignore-all lint/a11y/useSemanticElements: the rows belong to a grid that is drawn on a canvas
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names the active cell
import { memo } from 'react';
import { cellAt, flipWords, type MatrixModel, pairWords } from '../../graph/matrix-model.ts';
import type { CellPlace } from './paint-matrix.ts';

interface MatrixCellsProps {
  readonly id: string;
  readonly model: MatrixModel;
  readonly cursor: CellPlace;
  readonly selected: CellPlace | undefined;
}

/** Rows and columns told on each side of the cell. */
const AROUND = 4;

const around = (place: number, count: number): readonly number[] => {
  const from = Math.max(0, place - AROUND);
  return Array.from({ length: Math.min(count, place + AROUND + 1) - from }, (_, at) => from + at);
};

export const cellId = (id: string, { row, column }: CellPlace): string => `${id}-${row}-${column}`;

export const MatrixCells = memo(function MatrixCells({ id, model, cursor, selected }: MatrixCellsProps) {
  const count = model.ends.length;
  const columns = around(cursor.column, count);
  return (
    <>
      <div role="row" aria-rowindex={1}>
        <span role="columnheader" aria-colindex={1}>
          From
        </span>
        {columns.map((column) => (
          <span key={column} role="columnheader" aria-colindex={column + 2}>
            to {model.ends[column]?.name}
          </span>
        ))}
      </div>
      {around(cursor.row, count).map((row) => (
        <div key={row} role="row" aria-rowindex={row + 2}>
          <span role="rowheader" aria-colindex={1}>
            {model.ends[row]?.name}
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
                {cell && `${cell.source.name} to ${cell.target.name}, ${pairWords(cell)} ${flipWords(cell)}`.trim()}
              </span>
            );
          })}
        </div>
      ))}
    </>
  );
});
