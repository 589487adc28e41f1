// Names that have no room keep their ends, without signs beside the ellipsis.
import { expect, it } from 'vitest';
import { cutMiddle } from './cut-middle.ts';

it.each([
  ['payments', 8, 'payments'],
  ['payments-api', 9, 'payme…api'],
  ['169.254.169.254/32', 17, '169.254…9.254/32'],
  ['warehouse/carriers', 12, 'wareho…riers'],
  ['internet', 3, 'inte'],
] as const)('%s in %i letters: %s', (name, room, cut) => {
  expect(cutMiddle(name, (text) => text.length <= room)).toBe(cut);
});
