// The canvas of the matrix and what it answers to: pointer, wheel and keys; the same as text for those who do not see it.
import { type Ref, useDeferredValue, useEffect, useId, useImperativeHandle, useMemo, useRef } from 'react';
import type { NodeId } from '../../engine/results.ts';
import { cellAt, type MatrixModel, rowOf } from '../../graph/matrix-model.ts';
import { headFor, type Room } from '../../graph/matrix-view.ts';
import { showsFlips } from '../../state/flow-requests.ts';
import { useMedia } from '../use-media.ts';
import { useWorkbench } from '../workbench-context.ts';
import { cellId, MatrixCells } from './MatrixCells.tsx';
import { MatrixTip } from './MatrixTip.tsx';
import styles from './MatrixView.module.css';
import { paintBitmap } from './matrix-bitmap.ts';
import { readColours } from './matrix-colours.ts';
import { type CellPlace, paintMatrix } from './paint-matrix.ts';
import { wantedHead } from './paint-names.ts';
import { type CanvasSize, useDrawing, useElementSize } from './use-canvas.ts';
import { useMatrixView } from './use-matrix-view.ts';

/** Free behind the last column and row, pixels: the last name needs some of it. */
const MARGIN = 12;

export interface MatrixControls {
  zoomBy(factor: number): void;
  fit(): void;
}

interface MatrixGridProps {
  readonly model: MatrixModel;
  readonly controls: Ref<MatrixControls>;
  readonly onFold: (namespace: NodeId) => void;
}

export function MatrixGrid({ model, controls, onFold }: MatrixGridProps) {
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = useElementSize(frame);
  const onlyChanges = useWorkbench(showsFlips);
  const selection = useWorkbench((state) => state.selection);
  const select = useWorkbench((state) => state.select);
  const colours = useColours(frame, size !== undefined);
  const fonts = useMemo(() => ({ name: codeFont() }), []);
  const wanted = useMemo(() => {
    const context = document.createElement('canvas').getContext('2d');
    return context ? wantedHead(context, model.ends, fonts.name) : 0;
  }, [model, fonts]);
  const head = useMemo(() => headFor(wanted, model.ends.length, withoutMargin(size)), [wanted, model, size]);
  const room = useMemo(() => {
    const { width, height } = withoutMargin(size);
    return { width: Math.max(1, width - head.width), height: Math.max(1, height - head.height) };
  }, [size, head]);
  const open = ({ row, column }: CellPlace) => {
    const [source, target] = [model.ends[row], model.ends[column]];
    if (source && target) return select({ type: 'edge', source: source.id, target: target.id });
    const heading = source ?? target;
    if (heading && heading.fold !== 'none') onFold(heading.id);
    else if (heading) select({ type: 'node', id: heading.id });
  };
  const { view, cursor, isHovered, zoomBy, fit, handlers, onWheel } = useMatrixView(
    model.ends.length,
    room,
    head,
    open,
  );
  useImperativeHandle(controls, () => ({ zoomBy, fit }));
  useEffect(() => {
    const { current } = frame;
    current?.addEventListener('wheel', onWheel, { passive: false });
    return () => current?.removeEventListener('wheel', onWheel);
  }, [onWheel]);

  const selected = useMemo((): CellPlace | undefined => {
    if (!selection) return undefined;
    if (selection.type === 'edge')
      return { row: rowOf(model, selection.source), column: rowOf(model, selection.target) };
    const own = rowOf(model, selection.id);
    return { row: own, column: own };
  }, [model, selection]);
  const ofNode = selection?.type === 'node';
  const bitmap = useMemo(() => colours && paintBitmap(model, colours, onlyChanges), [model, colours, onlyChanges]);
  const draw = useMemo(() => {
    if (!bitmap || !colours) return undefined;
    const scene = { model, bitmap, view, room, head, colours, fonts, onlyChanges, cursor, selected, ofNode };
    return (context: CanvasRenderingContext2D) => paintMatrix(context, scene);
  }, [model, bitmap, view, room, head, colours, fonts, onlyChanges, cursor, selected, ofNode]);
  useDrawing(canvas, size, draw);

  // The picture follows the pointer at once, what is said of it when there is time.
  const told = useDeferredValue(cursor);
  const cell = cursor && cellAt(model, cursor.row, cursor.column);
  return (
    <div ref={frame} className={styles.frame}>
      {/* biome-ignore lint/a11y/useSemanticElements: a table element cannot be drawn on */}
      <div
        role="grid"
        tabIndex={0}
        className={styles.grid}
        aria-label="Matrix: rows are sources, columns are destinations"
        aria-rowcount={model.ends.length + 1}
        aria-colcount={model.ends.length + 1}
        aria-activedescendant={told && cellId(id, told)}
        data-testid="matrix"
        {...handlers}
      >
        <canvas ref={canvas} className={styles.canvas} />
        <div className="visually-hidden" role="presentation">
          <MatrixCells
            id={id}
            model={model}
            cursor={isSmall(model) ? undefined : (told ?? FIRST)}
            selected={selected}
          />
        </div>
      </div>
      {cell && cursor && isHovered && size && (
        <MatrixTip
          cell={cell}
          x={head.width + view.x + (cursor.column + 0.5) * view.size}
          y={head.height + view.y + (cursor.row + 0.5) * view.size}
          width={size.width}
          height={size.height}
        />
      )}
    </div>
  );
}

const withoutMargin = (size: CanvasSize | undefined): Room => ({
  width: Math.max(0, (size?.width ?? 0) - MARGIN),
  height: Math.max(0, (size?.height ?? 0) - MARGIN),
});

/** The canvas knows no custom properties. */
const codeFont = () => getComputedStyle(document.documentElement).getPropertyValue('--font-mono');

/** Matrices with no more cells than this are told whole. */
const TOLD_WHOLE = 1600;
const FIRST: CellPlace = { row: 0, column: 0 };

const isSmall = ({ ends }: MatrixModel): boolean => ends.length ** 2 <= TOLD_WHOLE;

/** Read again when the theme or the person's own colours change. */
function useColours(frame: { readonly current: HTMLElement | null }, isReady: boolean) {
  const theme = useWorkbench((state) => state.theme);
  const isDark = useMedia('(prefers-color-scheme: dark)');
  const isForced = useMedia('(forced-colors: active)');
  // biome-ignore lint/correctness/useExhaustiveDependencies: what they say is in the computed colours
  return useMemo(
    () => (isReady && frame.current ? readColours(frame.current) : undefined),
    [isReady, frame, theme, isDark, isForced],
  );
}
