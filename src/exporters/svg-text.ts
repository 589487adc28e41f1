// Text in an SVG: escaped, without characters that XML cannot hold, and never wider than its place.
import { visibleText } from '../base/visible-text.ts';

export function escapeXml(text: string): string {
  return visibleText(text)
    .replace(/[\uFFFE\uFFFF]/g, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** Full-width letters and pictographs take two places. */
const placesOf = (character: string): number => (/[\u1100-\uFFEF\u{1F000}-\u{3FFFF}]/u.test(character) ? 2 : 1);

/** The text cut in its middle so that it takes `places` at most; the last `tail` places stay. */
export function fitted(text: string, places: number, tail = 6): string {
  const characters = [...visibleText(text)];
  const length = characters.reduce((sum, one) => sum + placesOf(one), 0);
  if (length <= places) return characters.join('');
  const room = Math.max(1, Math.floor(places) - 1);
  const end = Math.min(tail, Math.floor(room / 2));
  return `${upTo(characters, room - end).join('')}…${upTo(characters.toReversed(), end).toReversed().join('')}`;
}

function upTo(characters: readonly string[], places: number): readonly string[] {
  let left = places;
  const kept: string[] = [];
  for (const character of characters) {
    left -= placesOf(character);
    if (left < 0) break;
    kept.push(character);
  }
  return kept;
}
