import { describe, expect, it } from 'vitest';
import { overviewOf, pictureAt, windowInOverview } from './overview.ts';

const bounds = { x: 100, y: -50, width: 1480, height: 460 };
const overview = overviewOf(bounds, { width: 160, height: 104 });

describe('the overview', () => {
  it('holds the whole picture in its middle', () => {
    const [corner, end] = [
      windowInOverview({ x: -bounds.x, y: -bounds.y, zoom: 1, width: bounds.width, height: bounds.height }, overview),
      pictureAt({ x: 80, y: 52 }, overview),
    ];
    expect(corner.x).toBeCloseTo(6);
    expect(corner.width).toBeCloseTo(148);
    expect(corner.height).toBeCloseTo(46);
    expect(corner.y).toBeCloseTo((104 - 46) / 2);
    expect(end).toEqual({ x: 840, y: 180 });
  });

  it('shows the part that the window shows', () => {
    const whole = windowInOverview({ x: 0, y: 0, zoom: 1, width: 1000, height: 500 }, overview);
    const half = windowInOverview({ x: 0, y: 0, zoom: 2, width: 1000, height: 500 }, overview);
    expect(half.x).toBeCloseTo(whole.x);
    expect(half.width).toBeCloseTo(whole.width / 2);
    const moved = windowInOverview({ x: -200, y: 0, zoom: 2, width: 1000, height: 500 }, overview);
    expect(pictureAt(moved, overview).x).toBeCloseTo(100);
  });
});
