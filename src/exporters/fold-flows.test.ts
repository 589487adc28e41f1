// What comes together in a line, and what does not.
import { expect, it } from 'vitest';
import { flow } from '../testing/draw-report.ts';
import { foldFlows } from './fold-flows.ts';

const folded = (...lines: string[]) =>
  foldFlows(lines.map(flow)).map(({ src, dst, ports, verdict }) => `${src} ${dst} ${ports} ${verdict}`);

it('joins the protocols of a pair', () =>
  expect(folded('a -> b TCP 80,443 allowed', 'a -> b UDP 53 allowed', 'a -> c TCP 80 allowed')).toEqual([
    'a b TCP 80,443 · UDP 53 allowed',
    'a c TCP 80 allowed',
  ]));

it('says all ports only where all protocols have them', () => {
  expect(folded('a -> b SCTP all allowed', 'a -> b TCP all allowed', 'a -> b UDP all allowed')).toEqual([
    'a b all ports allowed',
  ]);
  expect(folded('a -> b TCP all allowed', 'a -> b UDP all allowed')).toEqual([
    'a b TCP all ports · UDP all ports allowed',
  ]);
});

it('keeps verdicts apart', () =>
  expect(folded('a -> b TCP 80 allowed', 'a -> b UDP 53 unknown')).toEqual([
    'a b TCP 80 allowed',
    'a b UDP 53 unknown',
  ]));
