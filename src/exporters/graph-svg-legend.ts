// The legend below the exported graph: marks with their words, in as many rows as they need.
import type { GraphPalette, LegendMark } from './graph-picture.ts';
import { edgeSvg } from './graph-svg-edges.ts';
import { gateSvg } from './graph-svg-nodes.ts';
import { escapeXml } from './svg-text.ts';

const LETTER = 6.4;
const BETWEEN = 22;
const markWidths: Readonly<Record<LegendMark['type'], number>> = { gate: 14, double: 26, hop: 26, line: 38 };

const widthOf = ({ type, words }: LegendMark): number => markWidths[type] + words.length * LETTER + BETWEEN;

/** Marks by row, none wider than `width`, unless one mark is. */
export function legendRows(legend: readonly LegendMark[], width: number): readonly (readonly LegendMark[])[] {
  const rows: LegendMark[][] = [];
  let left = 0;
  for (const mark of legend) {
    const own = widthOf(mark);
    const row = rows.at(-1);
    if (row && own <= left) {
      row.push(mark);
      left -= own;
    } else {
      rows.push([mark]);
      left = width - own;
    }
  }
  return rows;
}

export function legendSvg(row: readonly LegendMark[], left: number, top: number, palette: GraphPalette): string {
  let x = left;
  const marks = row.map((mark) => {
    const words = `<text x="${markWidths[mark.type]}" y="12" font-family="${escapeXml(palette.ui)}" font-size="12" fill="${palette.secondary}">${escapeXml(mark.words)}</text>`;
    const drawn = `<g transform="translate(${x},${top})">${markSvg(mark, palette)}${words}</g>`;
    x += widthOf(mark);
    return drawn;
  });
  return marks.join('\n');
}

function markSvg(mark: LegendMark, palette: GraphPalette): string {
  if (mark.type === 'gate') return gateSvg(mark.gate, 0, 0, 16, palette.secondary, palette);
  if (mark.type === 'line') return edgeSvg(mark.edge, palette);
  if (mark.type === 'hop') {
    return `<circle cx="9" cy="8" r="9" fill="${palette.accent}"/><text x="9" y="12" text-anchor="middle" font-family="${escapeXml(palette.ui)}" font-size="11" font-weight="600" fill="${palette.onAccent}">1</text>`;
  }
  return `<rect x="0.5" y="1.5" width="18" height="13" rx="3" fill="none" stroke="${palette.lineStrong}"/><rect x="3" y="4" width="13" height="8" rx="1" fill="none" stroke="${palette.lineStrong}"/>`;
}
