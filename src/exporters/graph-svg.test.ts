// The exported graph: well-formed whatever things are called, nothing outside of its place, the same text for the same graph.
import { describe, expect, it } from 'vitest';
import { hostileNames } from '../testing/hostile-names.ts';
import type { DrawnNode, GraphPalette, GraphPicture } from './graph-picture.ts';
import { graphSvg } from './graph-svg.ts';
import { fitted } from './svg-text.ts';

const palette: GraphPalette = {
  ...{ canvas: '#fff', panel: '#fff', hover: '#eee', text: '#000', secondary: '#333', faint: '#666', line: '#ddd' },
  ...{ lineStrong: '#999', accent: '#00f', onAccent: '#fff', allowed: 'blue', denied: 'red', unknown: 'grey' },
  ...{ mixed: 'black', ui: 'sans-serif', mono: '"SF Mono", monospace' },
};

const gate = { path: 'M1 1h6', count: 2 };
const node = (name: string, x: number): DrawnNode => ({
  ...{ kind: 'workload', name, facts: 'Deployment ×2', ports: '8080', ingress: gate, egress: gate, hop: '1' },
  ...{ box: { x, y: 0, width: 160, height: 48 }, isDouble: false, isSystem: false, isSelected: false, isDimmed: false },
});

function picture(name: string): GraphPicture {
  const edge = {
    ...{ path: 'M160,24L300,24', head: 'M0,0Z', isHeadFilled: true, split: '', verdict: 'allowed' as const },
    ...{ isFlip: false, isDimmed: false },
  };
  return {
    title: name,
    caption: [name, '2 workloads'],
    nodes: [{ ...node(name, -40), kind: 'frame', isDouble: true }, node(name, 0), node(name, 300)],
    edges: [{ ...edge, label: { text: name, box: { x: 200, y: 16, width: 60, height: 16 } } }],
    legend: [
      { type: 'gate', gate, words: 'governed' },
      { type: 'line', edge, words: name },
    ],
  };
}

/** Names of the elements in order, `/` before those that end; throws where markup is not well formed. */
function elementsOf(svg: string): string[] {
  const open: string[] = [];
  const names: string[] = [];
  const rest = svg.replace(/<(\/?)([a-z]+)((?: [\w:-]+="[^"<]*")*)(\/?)>/g, (_, end, name, _attributes, empty) => {
    names.push(`${end}${name}`);
    if (end === '/') expect(open.pop()).toBe(name);
    else if (empty === '') open.push(name);
    return '';
  });
  expect(open).toEqual([]);
  expect(rest).not.toMatch(/[<>]/);
  expect(rest).not.toMatch(/&(?!(amp|lt|gt|quot|#39);)/);
  return names;
}

describe('graphSvg', () => {
  it('holds the same elements whatever things are called', () => {
    const plain = elementsOf(graphSvg(picture('web'), palette).svg);
    for (const name of hostileNames.filter((one) => one !== '')) {
      expect([name, elementsOf(graphSvg(picture(name), palette).svg)]).toEqual([name, plain]);
    }
  });

  it('draws no character that XML cannot hold', () => {
    const { svg } = graphSvg(picture('a\u0000b\uFFFFc\uD800'), palette);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(svg).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
  });

  it('cuts words to their place, in the middle', () => {
    const long = `inventory-${'reconciliation-'.repeat(10)}worker`;
    const { svg } = graphSvg(picture(long), palette);
    for (const [, width, size, text = ''] of svg.matchAll(
      /<svg x="[^"]+" y="[^"]+" width="([\d.]+)" height="\d+"><text [^>]*font-size="([\d.]+)"[^>]*>([^<]*)</g,
    )) {
      expect(text.length * Number(size) * 0.5).toBeLessThanOrEqual(Number(width) + 1);
    }
    expect(fitted('inventory-reconciliation-worker', 16)).toBe('inventory…worker');
    expect(fitted('日本語の名前', 7, 2)).toBe('日本…前');
    expect(fitted('short', 5)).toBe('short');
  });

  it('is one text for one graph, with room for all of it', () => {
    const first = graphSvg(picture('web'), palette);
    expect(graphSvg(picture('web'), palette)).toEqual(first);
    expect(first.svg).toContain(`width="${first.width}" height="${first.height}"`);
    expect(first.width).toBeGreaterThan(500);
    expect(first.svg).not.toMatch(/\d{4}-\d\d-\d\d/);
  });
});
