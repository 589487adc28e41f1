// The canvas of the matrix and what it answers to: pointer, wheel and keys; the same as text for those who do not see it.
import { type Ref, useDeferredValue, useEffect, useId, useImperativeHandle, useMemo, useRef } from 'react';
import { cellAt, type MatrixModel } from '../../graph/matrix-model.ts';
import { useMedia } from '../use-media.ts';
import { useWorkbench } from '../workbench-context.ts';
import { cellId, MatrixCells } from './MatrixCells.tsx';
import { MatrixTip } from './MatrixTip.tsx';
import styles from './MatrixView.module.css';
import { paintBitmap } from './matrix-bitmap.ts';
import { readColours } from './matrix-colours.ts';
import { type CellPlace, HEAD, paintMatrix } from './paint-matrix.ts';
import { useDrawing, useElementSize } from './use-canvas.ts';
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
}

export function MatrixGrid({ model, controls }: MatrixGridProps) {
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = useElementSize(frame);
  const onlyChanges = useWorkbench((state) => state.onlyChanges);
  const selection = useWorkbench((state) => state.selection);
  const select = useWorkbench((state) => state.select);
  const colours = useColours(frame, size !== undefined);
  const room = useMemo(
    () => ({
      width: Math.max(1, (size?.width ?? 0) - HEAD.width - MARGIN),
      height: Math.max(1, (size?.height ?? 0) - HEAD.height - MARGIN),
    }),
    [size],
  );
  const open = ({ row, column }: CellPlace) => {
    const [source, target] = [model.ends[row]?.id, model.ends[column]?.id];
    if (source !== undefined && target !== undefined) select({ type: 'edge', source, target });
  };
  const { view, cursor, isHovered, zoomBy, fit, handlers, onWheel } = useMatrixView(model.ends.length, room, open);
  useImperativeHandle(controls, () => ({ zoomBy, fit }));
  useEffect(() => {
    const { current } = frame;
    current?.addEventListener('wheel', onWheel, { passive: false });
    return () => current?.removeEventListener('wheel', onWheel);
  }, [onWheel]);

  const selected = useMemo((): CellPlace | undefined => {
    if (selection?.type !== 'edge') return undefined;
    const [row, column] = [selection.source, selection.target].map((end) =>
      model.ends.findIndex((one) => one.id === end),
    );
    return row === undefined || column === undefined || row < 0 || column < 0 ? undefined : { row, column };
  }, [model, selection]);
  const bitmap = useMemo(() => colours && paintBitmap(model, colours, onlyChanges), [model, colours, onlyChanges]);
  const fonts = useMemo(() => ({ name: codeFont() }), []);
  const draw = useMemo(() => {
    if (!bitmap || !colours) return undefined;
    const scene = { model, bitmap, view, room, colours, fonts, onlyChanges, cursor, selected };
    return (context: CanvasRenderingContext2D) => paintMatrix(context, scene);
  }, [model, bitmap, view, room, colours, fonts, onlyChanges, cursor, selected]);
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
        aria-label="Matrix of namespaces: rows are sources, columns are destinations"
        aria-rowcount={model.ends.length + 1}
        aria-colcount={model.ends.length + 1}
        aria-activedescendant={told && cellId(id, told)}
        data-testid="matrix"
        {...handlers}
      >
        <canvas ref={canvas} className={styles.canvas} />
        <div className="visually-hidden" role="presentation">
          {told && <MatrixCells id={id} model={model} cursor={told} selected={selected} />}
        </div>
      </div>
      {cell && cursor && isHovered && size && (
        <MatrixTip
          cell={cell}
          x={HEAD.width + view.x + (cursor.column + 0.5) * view.size}
          y={HEAD.height + view.y + (cursor.row + 0.5) * view.size}
          width={size.width}
          height={size.height}
        />
      )}
    </div>
  );
}

/** The canvas knows no custom properties. */
const codeFont = () => getComputedStyle(document.documentElement).getPropertyValue('--font-mono');

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
