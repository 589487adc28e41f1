// Pan, zoom and the cell in question: what pointer, wheel and keys do to the matrix.
import { type KeyboardEvent, type PointerEvent, useCallback, useEffect, useRef, useState } from 'react';
import {
  cellUnder,
  fitted,
  kept,
  type MatrixHead,
  type MatrixViewport,
  type Room,
  revealing,
  zoomed,
} from '../../graph/matrix-view.ts';
import type { CellPlace } from './paint-matrix.ts';

/** Pixels that a pointer may move while it clicks. */
const CLICK_SLACK = 4;
const WHEEL_STEP = 0.0015;
const BUTTON_STEP = 1.5;
/** Cells that a page key moves by. */
const PAGE = 10;

interface Drag {
  readonly x: number;
  readonly y: number;
  readonly view: MatrixViewport;
  moved: boolean;
}

export interface MatrixViewState {
  readonly view: MatrixViewport;
  readonly cursor: CellPlace | undefined;
  /** Whether the pointer is on the cursor's cell, so that words stand beside it. */
  readonly isHovered: boolean;
  zoomBy(factor: number): void;
  fit(): void;
  readonly handlers: {
    onPointerDown(event: PointerEvent<HTMLElement>): void;
    onPointerMove(event: PointerEvent<HTMLElement>): void;
    onPointerUp(event: PointerEvent<HTMLElement>): void;
    onPointerLeave(): void;
    onKeyDown(event: KeyboardEvent<HTMLElement>): void;
    onFocus(): void;
  };
  /** For the wheel, which must be listened to by hand to keep the page still. */
  onWheel(event: WheelEvent): void;
}

/** `onOpen`: a cell, or a heading where its row or its column is -1. */
export function useMatrixView(
  count: number,
  room: Room,
  head: MatrixHead,
  onOpen: (cell: CellPlace) => void,
): MatrixViewState {
  const [chosen, setChosen] = useState<MatrixViewport>();
  const [cursor, setCursor] = useState<CellPlace>();
  const [isHovered, setHovered] = useState(false);
  const drag = useRef<Drag>(undefined);
  // Until somebody moves it, all of it is in view.
  const view = chosen ? kept(chosen, count, room) : fitted(count, room);
  const current = useRef({ view, room, count, head });
  useEffect(() => {
    current.current = { view, room, count, head };
  });

  const show = useCallback((next: MatrixViewport) => {
    setChosen(kept(next, current.current.count, current.current.room));
  }, []);
  const zoomAt = useCallback(
    (factor: number, at: { readonly x: number; readonly y: number }) => show(zoomed(current.current.view, factor, at)),
    [show],
  );
  const zoomBy = useCallback(
    (factor: number) => zoomAt(factor, { x: current.current.room.width / 2, y: current.current.room.height / 2 }),
    [zoomAt],
  );
  const onWheel = useCallback(
    (event: WheelEvent) => {
      event.preventDefault();
      const { width, height } = current.current.head;
      zoomAt(Math.exp(-event.deltaY * WHEEL_STEP), { x: event.offsetX - width, y: event.offsetY - height });
    },
    [zoomAt],
  );
  const under = (event: PointerEvent<HTMLElement>): CellPlace | undefined => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return cellUnder(view, { x: event.clientX - left - head.width, y: event.clientY - top - head.height }, count);
  };
  const moveTo = (cell: CellPlace) => {
    setHovered(false);
    setCursor(cell);
    show(revealing(view, cell.row, cell.column, room));
  };

  const handlers: MatrixViewState['handlers'] = {
    onPointerDown(event) {
      if (event.button !== 0) return;
      drag.current = { x: event.clientX, y: event.clientY, view, moved: false };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event) {
      const held = drag.current;
      if (!held) {
        const cell = under(event);
        setHovered(cell !== undefined);
        if (cell && (cell.row !== cursor?.row || cell.column !== cursor.column)) setCursor(cell);
        return;
      }
      const [dx, dy] = [event.clientX - held.x, event.clientY - held.y];
      if (!held.moved && Math.hypot(dx, dy) < CLICK_SLACK) return;
      held.moved = true;
      setHovered(false);
      show({ ...held.view, x: held.view.x + dx, y: held.view.y + dy });
    },
    onPointerUp(event) {
      const cell = under(event);
      if (drag.current && !drag.current.moved && cell) {
        setCursor(cell);
        onOpen(cell);
      }
      drag.current = undefined;
    },
    onPointerLeave: () => setHovered(false),
    onFocus: () => setCursor((before) => before ?? { row: 0, column: 0 }),
    onKeyDown(event) {
      const next = cellAfter(event.key, event.shiftKey, cursor ?? { row: 0, column: 0 }, count);
      if (next) moveTo(next);
      else if ((event.key === 'Enter' || event.key === ' ') && cursor) onOpen(cursor);
      else if (event.key === '+' || event.key === '=') zoomBy(BUTTON_STEP);
      else if (event.key === '-') zoomBy(1 / BUTTON_STEP);
      else if (event.key === 'f') setChosen(undefined);
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
  return {
    view,
    cursor: isWithin(cursor, count) ? cursor : undefined,
    isHovered,
    zoomBy,
    fit: () => setChosen(undefined),
    handlers,
    onWheel,
  };
}

function isWithin(cell: CellPlace | undefined, count: number): boolean {
  return cell !== undefined && cell.row < count && cell.column < count;
}

/** Arrow keys by a cell, with Shift by ten, before the first one to the headings; Home and End along the row, page keys along the column. */
function cellAfter(key: string, isFar: boolean, { row, column }: CellPlace, count: number): CellPlace | undefined {
  const step = isFar ? PAGE : 1;
  const steps: Record<string, readonly [number, number]> = {
    ArrowUp: [-step, 0],
    ArrowDown: [step, 0],
    ArrowLeft: [0, -step],
    ArrowRight: [0, step],
    PageUp: [-PAGE, 0],
    PageDown: [PAGE, 0],
    Home: [0, -count - 1],
    End: [0, count],
  };
  const [down, right] = steps[key] ?? [];
  if (down === undefined || right === undefined) return undefined;
  // One step before the first cell is its heading; the corner between the headings is nothing.
  const within = (place: number, by: number, other: number): number =>
    Math.max(by === -1 && other >= 0 ? -1 : Math.min(place, 0), Math.min(count - 1, place + by));
  return { row: within(row, down, column), column: within(column, right, row) };
}
