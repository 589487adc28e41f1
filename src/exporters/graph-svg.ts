// The graph as one SVG that needs nothing else: title, picture, legend. A pure function, so the same graph is the same text.
import type { DrawnBox, GraphPalette, GraphPicture } from './graph-picture.ts';
import { edgeLabelSvg, edgeSvg, round } from './graph-svg-edges.ts';
import { legendRows, legendSvg } from './graph-svg-legend.ts';
import { nodeSvg } from './graph-svg-nodes.ts';
import { escapeXml, fitted } from './svg-text.ts';

const MARGIN = 32;
const HEAD = 64;
/** Narrower pictures get the room that title and legend need. */
const NARROWEST = 560;

/** SVG text, and its size in pixels at scale 1. */
export interface GraphSvg {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

export function graphSvg(picture: GraphPicture, palette: GraphPalette): GraphSvg {
  const bounds = boundsOf(picture);
  const width = Math.ceil(Math.max(NARROWEST, bounds.width + 2 * MARGIN));
  const rows = legendRows(picture.legend, width - 2 * MARGIN);
  const top = HEAD + MARGIN / 2;
  const foot = top + bounds.height + MARGIN;
  const height = Math.ceil(foot + rows.length * 24 + MARGIN / 2);
  const places = (width - 2 * MARGIN) / 8.6;
  const title = escapeXml(fitted(picture.title, places));
  const caption = fitted(picture.caption.join(' · '), (width - 2 * MARGIN) / 6.4, 0);
  const [frames, others] = [picture.nodes.filter(isFrame), picture.nodes.filter((node) => !isFrame(node))];
  const body = [
    ...frames.map((node) => nodeSvg(node, palette)),
    ...picture.edges.map((edge) => edgeSvg(edge, palette)),
    ...others.map((node) => nodeSvg(node, palette)),
    ...picture.edges.map((edge) => edgeLabelSvg(edge, palette)),
  ];
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}">`,
    `<rect width="${width}" height="${height}" fill="${palette.canvas}"/>`,
    `<text x="${MARGIN}" y="36" font-family="${escapeXml(palette.mono)}" font-size="17" font-weight="600" fill="${palette.text}">${title}</text>`,
    `<text x="${MARGIN}" y="56" font-family="${escapeXml(palette.ui)}" font-size="12" fill="${palette.secondary}">${escapeXml(caption)}</text>`,
    `<g transform="translate(${round(MARGIN - bounds.x)},${round(top - bounds.y)})">`,
    ...body.filter((line) => line !== ''),
    '</g>',
    ...rows.map((row, at) => legendSvg(row, MARGIN, foot + at * 24, palette)),
    '</svg>',
  ];
  return { svg: `${svg.join('\n')}\n`, width, height };
}

const isFrame = ({ kind }: GraphPicture['nodes'][number]): boolean => kind === 'frame';

/** Room for what is drawn beside the boxes: arcs of edges, figures of hops. */
const BESIDE = 36;

function boundsOf({ nodes }: GraphPicture): DrawnBox {
  let [left, top, right, bottom] = [0, 0, 0, 0];
  nodes.forEach(({ box }, at) => {
    left = at === 0 ? box.x : Math.min(left, box.x);
    top = at === 0 ? box.y : Math.min(top, box.y);
    right = at === 0 ? box.x + box.width : Math.max(right, box.x + box.width);
    bottom = at === 0 ? box.y + box.height : Math.max(bottom, box.y + box.height);
  });
  return { x: left - BESIDE, y: top - BESIDE, width: right - left + 2 * BESIDE, height: bottom - top + 2 * BESIDE };
}
