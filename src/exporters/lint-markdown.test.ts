// A table that no name breaks, and a text that fits a comment.
import { expect, it } from 'vitest';
import { drawFinding, drawLintReport } from '../testing/draw-finding.ts';
import { hostileNames } from '../testing/hostile-names.ts';
import { lintMarkdown } from './lint-markdown.ts';

it('is a row each', () =>
  expect(lintMarkdown.export(drawLintReport(drawFinding('a', 'error', { advice: 'Mend it.' })))).toBe(
    '**1 finding in 2 files**\n\n| | where | what | rule |\n| --- | --- | --- | --- |\n| error | `shop/db.yaml:3` | about \\`a\\`\\. Mend it\\. | `a` |\n',
  ));

it.each(hostileNames)('keeps four cells with %j', (name) => {
  const { location } = drawFinding('a', 'error');
  const finding = drawFinding(name, 'error', { message: name, location: { ...location, file: name } });
  const [row = ''] = lintMarkdown
    .export(drawLintReport(finding))
    .split('\n')
    .filter((line) => line.startsWith('| error'));
  expect(row.replaceAll(/\\./g, '').split('|').length).toBe(6);
});

it('fits a comment, and says that there are none', () => {
  const many = Array.from({ length: 5000 }, () => drawFinding('a', 'error'));
  expect(lintMarkdown.export(drawLintReport(...many))).toMatch(/… and [\d,]+ more findings\n$/);
  expect(lintMarkdown.export(drawLintReport(...many)).length).toBeLessThan(65_536);
  const passed = [{ problem: drawFinding('b', 'info'), reason: 'known', by: { file: 'sluice.yaml', line: 4 } }];
  expect(lintMarkdown.export({ ...drawLintReport(), passed, incomplete: true })).toBe(
    '**No findings in 2 files, 1 let pass**\n\n> Incomplete: some documents could not be read or do not count.\n' +
      '\n<details><summary>1 finding let pass</summary>\n\n- `shop/db.yaml:3` `b`: known (`sluice.yaml:4`)\n\n</details>\n',
  );
});
