// Lines for people.
import { expect, it } from 'vitest';
import { drawAssertion, drawCheck } from '../testing/draw-check.ts';
import { checkText } from './check-text.ts';

it('writes one line each, and under a broken one why', () => {
  const many = { ...drawAssertion('c', false, 9, '*/[app=web]'), pairs: 12, oddPairs: 3 };
  const vague = { ...drawAssertion('d', true, 11), holds: false, isPartial: true, pairs: 9 } as const;
  expect(checkText.export(drawCheck(drawAssertion('reaches', true), drawAssertion('b', false, 7), many, vague))).toBe(
    `holds       reaches  shop/web → shop/db TCP/80  allowed
broken      b        shop/web → shop/db TCP/80  must be allowed, is denied  shop.flows.yaml:7
    shop/web → shop/db TCP/80: denied
      egress   no policy → allowed
      ingress  default: b-policy → denied  p.yaml:3
broken      c        */[app=web] → shop/db TCP/80  must be allowed, is not for 3 of 12 pairs  shop.flows.yaml:9
    */[app=web] → shop/db TCP/80: denied
      egress   no policy → allowed
      ingress  default: c-policy → denied  p.yaml:3
    … and 2 more
not judged  d        shop/web → shop/db TCP/80  must be allowed: 9 pairs are too many, and those judged are  shop.flows.yaml:11

1 of 4 assertions holds, 2 are broken, 1 is not judged for all pairs
`,
  );
});

it('says that all hold, and makes names visible', () => {
  const text = checkText.export(drawCheck(drawAssertion('a\u202eb\n', true), drawAssertion('b', true)));
  expect(text).toContain('a\\u{202e}b\\u{a}');
  expect(text.split('\n').at(-2)).toBe('All 2 assertions hold');
});
