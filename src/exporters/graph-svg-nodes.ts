// The nodes of the exported graph: boxes with names, facts and gates. Words are cut to their boxes, and clipped to be sure.
import type { DrawnBox, DrawnGate, DrawnNode, GraphPalette } from './graph-picture.ts';
import { escapeXml, fitted } from './svg-text.ts';

const RAIL = 20;
const HEAD = 46;
const MONO = 7.6;
const MONO_SMALL = 7;
const UI_SMALL = 6;
/** Corners by kind; a set has them at one side, which is drawn as its second outline. */
const radii: Readonly<Record<DrawnNode['kind'], number>> = {
  frame: 8,
  collapsed: 6,
  workload: 6,
  pod: 4,
  external: 24,
  set: 24,
  host: 0,
};

export function nodeSvg(node: DrawnNode, palette: GraphPalette): string {
  const { box, kind, hop } = node;
  const inner =
    kind === 'frame'
      ? frameTitle(node, palette)
      : kind === 'workload' || kind === 'host'
        ? workload(node, palette)
        : plain(node, palette);
  const figure = hop === undefined || hop === '0' ? '' : hopFigure(hop, box, palette);
  return `<g${node.isDimmed ? ' opacity="0.25"' : ''}>${outline(node, palette)}${inner}${figure}</g>`;
}

function outline({ box, kind, isDouble, isSystem, isSelected }: DrawnNode, palette: GraphPalette): string {
  const fill = isSystem || kind === 'host' || kind === 'pod' ? palette.hover : palette.panel;
  const stroke = isSelected
    ? palette.accent
    : kind === 'frame' && !isDouble
      ? palette.line
      : kind === 'pod'
        ? 'none'
        : palette.lineStrong;
  const rect = (inset: number, paint: string): string =>
    `<rect x="${box.x + inset}" y="${box.y + inset}" width="${box.width - 2 * inset}" height="${box.height - 2 * inset}" rx="${Math.max(0, Math.min(radii[kind], box.height / 2) - inset)}" fill="${paint}" stroke="${stroke}"${isSelected ? ' stroke-width="2"' : ''}/>`;
  const second = isDouble ? rect(3, 'none') : '';
  const sheet =
    kind === 'set'
      ? `<path d="M${box.x + 4},${box.y + 6}V${box.y + box.height - 6}" stroke="${palette.lineStrong}" fill="none"/>`
      : '';
  return rect(0.5, fill) + second + sheet;
}

interface Words {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly text: string;
  readonly size: number;
  readonly font: string;
  readonly fill: string;
  /** Width of a letter. */
  readonly place: number;
  readonly weight?: number;
  readonly tail?: number;
}

/** One line in a window of its own: whatever the viewer's fonts are, nothing is drawn beyond it. */
function line({ x, y, width, text, size, font, fill, place, weight = 400, tail = 6 }: Words): string {
  if (text === '' || width < place) return '';
  const shown = escapeXml(fitted(text, width / place, tail));
  const height = Math.ceil(size * 1.4);
  return `<svg x="${x}" y="${y}" width="${width}" height="${height}"><text y="${size + 1}" font-family="${escapeXml(font)}" font-size="${size}" font-weight="${weight}" fill="${fill}">${shown}</text></svg>`;
}

function frameTitle({ box, name, facts, ingress, egress }: DrawnNode, palette: GraphPalette): string {
  const { mono, ui } = palette;
  const width = box.width - 72;
  const gates = [ingress, egress].map((gate, at) =>
    gate ? gateSvg(gate, box.x + box.width - 34 + at * 9, box.y + 9, 12, palette.secondary, palette) : '',
  );
  const title = line({
    ...{ x: box.x + 20, y: box.y + 7, width, text: name, size: 12.5, font: mono, fill: palette.secondary },
    ...{ place: MONO, weight: 600 },
  });
  const after = line({
    ...{ x: box.x + 20, y: box.y + 26, width, text: facts, size: 11, font: ui, fill: palette.faint, place: UI_SMALL },
  });
  return title + after + gates.join('');
}

function workload(node: DrawnNode, palette: GraphPalette): string {
  const { box, name, facts, ports, ingress, egress } = node;
  const { mono, ui } = palette;
  const x = box.x + RAIL + 7;
  const width = box.width - 2 * RAIL - 14;
  const portWidth = Math.min(width, ports.length * MONO_SMALL + 2);
  const rails = [box.x + RAIL, box.x + box.width - RAIL]
    .map((at) => `<path d="M${at},${box.y + 1}v${HEAD}" stroke="${palette.line}" fill="none"/>`)
    .join('');
  const gates = [
    ingress ? gateSvg(ingress, box.x + 4, box.y + 12, 24, palette.secondary, palette) : '',
    egress ? gateSvg(egress, box.x + box.width - RAIL + 4, box.y + 12, 24, palette.secondary, palette) : '',
  ];
  const words = [
    line({ x, y: box.y + 6, width, text: name, size: 12.5, font: mono, fill: palette.text, place: MONO }),
    line({
      ...{ x, y: box.y + 25, width: width - portWidth - 6, text: facts, size: 11, font: ui },
      ...{ fill: palette.faint, place: UI_SMALL, tail: 3 },
    }),
    line({
      ...{ x: x + width - portWidth, y: box.y + 25, width: portWidth, text: ports, size: 11.5, font: mono },
      ...{ fill: palette.secondary, place: MONO_SMALL, tail: 3 },
    }),
  ];
  return rails + gates.join('') + words.join('');
}

function plain({ box, kind, name, facts }: DrawnNode, palette: GraphPalette): string {
  const { mono, ui } = palette;
  if (kind === 'pod') {
    return line({
      ...{ x: box.x + 7, y: box.y + 3, width: box.width - 14, text: name, size: 11.5, font: mono },
      ...{ fill: palette.secondary, place: MONO_SMALL },
    });
  }
  const [x, width] = [box.x + 13, box.width - 26];
  const weight = kind === 'collapsed' ? 600 : 400;
  return (
    line({ x, y: box.y + 6, width, text: name, size: 12.5, font: mono, fill: palette.text, place: MONO, weight }) +
    line({ x, y: box.y + 25, width, text: facts, size: 11, font: ui, fill: palette.faint, place: UI_SMALL, tail: 0 })
  );
}

/** `size`: height in pixels; the width is half of it. */
export function gateSvg(
  { path, count }: DrawnGate,
  x: number,
  y: number,
  size: number,
  colour: string,
  palette: GraphPalette,
): string {
  const number =
    count > 0
      ? `<rect y="4.5" width="8" height="7" rx="1.5" fill="${palette.panel}" stroke="none"/><text x="4" y="10.4" text-anchor="middle" font-family="${escapeXml(palette.ui)}" font-size="7" font-weight="600" fill="${colour}" stroke="none">${count > 9 ? '9+' : count}</text>`
      : '';
  return `<svg x="${x}" y="${y}" width="${size / 2}" height="${size}" viewBox="0 0 8 16" fill="none" stroke="${colour}" stroke-width="1.25"><path d="${path}" stroke-linecap="square"/>${number}</svg>`;
}

function hopFigure(hop: string, { x, y }: DrawnBox, palette: GraphPalette): string {
  const fill = hop.endsWith('?') ? palette.unknown : palette.accent;
  return `<circle cx="${x}" cy="${y}" r="10" fill="${fill}" stroke="${palette.canvas}"/><text x="${x}" y="${y + 4}" text-anchor="middle" font-family="${escapeXml(palette.ui)}" font-size="12" font-weight="600" fill="${palette.onAccent}">${escapeXml(hop)}</text>`;
}
