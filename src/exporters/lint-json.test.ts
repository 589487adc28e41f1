// The published schema.
import { expect, it } from 'vitest';
import { drawFinding, drawLintReport } from '../testing/draw-finding.ts';
import { lintJson } from './lint-json.ts';

it('has the fields of sluice/lint/v1, and the likeliest fix', () => {
  const fix = { title: 'Mend', edits: [{ file: 'shop/db.yaml', start: 1, end: 2, text: 'x' }] };
  const finding = drawFinding('a', 'warning', { fixes: [fix, { title: 'Other', edits: [] }] });
  expect(JSON.parse(lintJson.export(drawLintReport(finding, drawFinding('b', 'info'))))).toEqual({
    schema: 'sluice/lint/v1',
    findings: [
      { rule: 'a', severity: 'warning', message: 'about `a`', file: 'shop/db.yaml', line: 3, column: 7, fix },
      { rule: 'b', severity: 'info', message: 'about `b`', file: 'shop/db.yaml', line: 3, column: 7 },
    ],
    passed: [],
    incomplete: false,
  });
});
