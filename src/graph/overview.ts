// The overview of a picture: where it all lies in a small frame, and where the window on it does.
import type { Box } from './layout-graph.ts';
import type { Size } from './node-size.ts';

/** How a picture lies in the overview: a point of the picture is at `(point - origin) * scale` there. */
export interface Overview extends Size {
  readonly scale: number;
  readonly originX: number;
  readonly originY: number;
}

/** How the picture lies in the window: a point of it is at `point * zoom + offset` there. */
export interface WindowPlace extends Size {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** Pixels of the overview that stay free around the picture. */
const MARGIN = 6;

/** The whole picture in the middle of a frame; `bounds` in the picture's pixels. */
export function overviewOf(bounds: Box, { width, height }: Size): Overview {
  const scale = Math.min(
    (width - 2 * MARGIN) / Math.max(1, bounds.width),
    (height - 2 * MARGIN) / Math.max(1, bounds.height),
  );
  const originX = bounds.x - (width / scale - bounds.width) / 2;
  const originY = bounds.y - (height / scale - bounds.height) / 2;
  return { width, height, scale, originX, originY };
}

/** The part of the picture that the window shows, in pixels of the overview; it may reach out of it. */
export function windowInOverview(window: WindowPlace, { scale, originX, originY }: Overview): Box {
  return {
    x: (-window.x / window.zoom - originX) * scale,
    y: (-window.y / window.zoom - originY) * scale,
    width: (window.width / window.zoom) * scale,
    height: (window.height / window.zoom) * scale,
  };
}

/** The point of the picture under a point of the overview. */
export function pictureAt({ x, y }: Pick<Box, 'x' | 'y'>, { scale, originX, originY }: Overview): Pick<Box, 'x' | 'y'> {
  return { x: originX + x / scale, y: originY + y / scale };
}
