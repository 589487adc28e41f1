// A canvas as large as its element, sharp on any screen, drawn again when something that it shows changes.
import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';

export interface CanvasSize {
  readonly width: number;
  readonly height: number;
}

/** The size of the element in CSS pixels; undefined until it is laid out. */
export function useElementSize(element: RefObject<HTMLElement | null>): CanvasSize | undefined {
  const [size, setSize] = useState<CanvasSize>();
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const measure = () => setSize({ width: current.clientWidth, height: current.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return size;
}

/** Draws at most once a frame, in CSS pixels. */
export function useDrawing(
  canvas: RefObject<HTMLCanvasElement | null>,
  size: CanvasSize | undefined,
  draw: ((context: CanvasRenderingContext2D) => void) | undefined,
): void {
  useEffect(() => {
    const { current } = canvas;
    const context = current?.getContext('2d');
    if (!current || !context || !size || !draw) return;
    const frame = requestAnimationFrame(() => {
      const sharpness = window.devicePixelRatio || 1;
      const [width, height] = [Math.round(size.width * sharpness), Math.round(size.height * sharpness)];
      // Setting the size clears the canvas, so only where it changed.
      if (current.width !== width) current.width = width;
      if (current.height !== height) current.height = height;
      context.setTransform(sharpness, 0, 0, sharpness, 0, 0);
      draw(context);
    });
    return () => cancelAnimationFrame(frame);
  }, [canvas, size, draw]);
}
