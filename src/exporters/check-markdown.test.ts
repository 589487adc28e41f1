// A table that no name breaks, and a text that fits a comment.
import { expect, it } from 'vitest';
import { drawAssertion, drawCheck } from '../testing/draw-check.ts';
import { hostileNames } from '../testing/hostile-names.ts';
import { checkMarkdown } from './check-markdown.ts';

it('puts what is broken first, with its trace, and folds the rest away', () => {
  const text = checkMarkdown.export(drawCheck(drawAssertion('good', true), drawAssertion('bad', false, 7)));
  expect(
    text.split('\n').filter((line) => /^(\*\*|\| (broken|holds)|-|<details| {2}-)/.test(line.replaceAll('\\', ''))),
  ).toEqual([
    '**1 of 2 assertions holds\\, 1 is broken**',
    '| broken | bad | `shop/web` | `shop/db` | TCP\\/80 | must be allowed\\, is denied |',
    '- `shop/web` → `shop/db` TCP\\/80: denied',
    '  - egress: no policy → allowed',
    '  - ingress: default\\: bad\\-policy → denied (`p.yaml:3`)',
    '<details><summary>1 hold</summary>',
    '| holds | good | `shop/web` | `shop/db` | TCP\\/80 | allowed |',
  ]);
});

it.each(hostileNames)('keeps six cells with %j', (name) => {
  const text = checkMarkdown.export(drawCheck(drawAssertion(name, false, 7, name)));
  const [row = ''] = text.split('\n').filter((line) => line.startsWith('| broken'));
  expect(row.replaceAll(/\\./g, '').split('|').length).toBe(8);
  const outside = text.replaceAll(/\\./g, '').replaceAll(/(`+)(?!`).*?(?<!`)\1(?!`)/g, '');
  expect(outside).not.toMatch(/<(img|script|svg)/);
});

it('fits a comment', () => {
  const many = Array.from({ length: 3000 }, (_, at) => drawAssertion(`assertion number ${at}`, at % 2 > 0));
  const text = checkMarkdown.export(drawCheck(...many));
  expect(text.length).toBeLessThan(65_536);
  expect(text).toContain('which did not fit');
});
