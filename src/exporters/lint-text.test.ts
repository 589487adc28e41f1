// Lines for people.
import { expect, it } from 'vitest';
import { drawFinding, drawLintReport } from '../testing/draw-finding.ts';
import { lintText } from './lint-text.ts';

it('writes one line each and a sum', () => {
  const report = drawLintReport(
    drawFinding('a', 'error', { advice: 'Mend it.' }),
    drawFinding('b', 'warning', { message: 'a\nb' }),
    drawFinding('c', 'info'),
  );
  expect(lintText.export(report)).toBe(
    [
      'shop/db.yaml:3:7: error: about `a`. Mend it. [a]',
      'shop/db.yaml:3:7: warning: a\\u{a}b [b]',
      'shop/db.yaml:3:7: info: about `c` [c]',
      '1 error, 1 warning, 1 note in 2 files; sluice lint --explain CODE tells more\n',
    ].join('\n'),
  );
});

it('says that there are none, and that something is missing', () =>
  expect(
    lintText.export({
      ...{ ...drawLintReport(), files: 1, incomplete: true },
      passed: [{ problem: drawFinding('b', 'info'), reason: 'known', by: { file: 'sluice.yaml', line: 4 } }],
    }),
  ).toBe(
    'shop/db.yaml:3:7: let pass: known (sluice.yaml:4) [b]\nNo findings in 1 file, 1 let pass; incomplete: some documents do not count\n',
  ));
