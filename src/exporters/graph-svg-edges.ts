// The edges of the exported graph: lines by verdict with their marks, and the words on them.
import type { DrawnEdge, DrawnVerdict, GraphPalette } from './graph-picture.ts';
import { escapeXml, fitted } from './svg-text.ts';

/** Width of a letter on an edge. */
const LABEL_PLACE = 6.7;

/** To a tenth of a pixel. */
export const round = (value: number): number => Math.round(value * 10) / 10;

const dashes: Readonly<Record<DrawnVerdict, string>> = {
  allowed: '',
  mixed: '',
  denied: ' stroke-dasharray="6 4"',
  unknown: ' stroke-dasharray="1.5 4" stroke-linecap="round"',
};

export function edgeSvg(
  { path, head, isHeadFilled, split, verdict, isFlip, isDimmed }: DrawnEdge,
  palette: GraphPalette,
): string {
  const colour = palette[verdict];
  const strength = isFlip ? 2.5 : verdict === 'mixed' ? 1 : 1.5;
  const mark = isHeadFilled ? `<path d="${head}" fill="${colour}" stroke="none"/>` : `<path d="${head}" fill="none"/>`;
  const slash = split === '' ? '' : `<path d="${split}" fill="none" stroke-width="1.5"/>`;
  return `<g stroke="${colour}" stroke-width="${strength}"${isDimmed ? ' opacity="0.25"' : ''}><path d="${path}" fill="none"${dashes[verdict]}/>${mark}${slash}</g>`;
}

export function edgeLabelSvg({ label, verdict, isDimmed }: DrawnEdge, palette: GraphPalette): string {
  if (!label) return '';
  const { x, y, width, height } = label.box;
  const text = escapeXml(fitted(label.text, width / LABEL_PLACE));
  return `<g${isDimmed ? ' opacity="0.25"' : ''}><rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${height}" rx="3" fill="${palette.panel}"/><text x="${round(x + width / 2)}" y="${round(y + height / 2 + 4)}" text-anchor="middle" font-family="${escapeXml(palette.mono)}" font-size="11" fill="${palette[verdict]}">${text}</text></g>`;
}
