// The fields that readers of SARIF ask for.
import { expect, it } from 'vitest';
import { drawFinding, drawLintReport } from '../testing/draw-finding.ts';
import { sarifErrors } from '../testing/sarif-schema.ts';
import { lintSarif } from './lint-sarif.ts';

it('has each rule once and each finding at its place', () => {
  const { location } = drawFinding('a', 'info');
  const odd = drawFinding('a', 'info', { location: { ...location, file: 'my shop/a#b.yaml' }, advice: 'Mend it.' });
  const log = JSON.parse(lintSarif.export(drawLintReport(drawFinding('a', 'warning'), odd)));
  expect(log).toMatchObject({
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'sluice', rules: [{ id: 'a' }] } } }],
  });
  expect(log.runs[0].results).toEqual([
    {
      ruleId: 'a',
      level: 'warning',
      message: { text: 'about `a`' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'shop/db.yaml' },
            region: { startLine: 3, startColumn: 7, endLine: 3, endColumn: 12 },
          },
        },
      ],
    },
    expect.objectContaining({ level: 'note', message: { text: 'about `a`. Mend it.' } }),
  ]);
  expect(JSON.stringify(log)).toContain('my%20shop/a%23b.yaml');
  expect(sarifErrors(JSON.stringify(log))).toEqual([]);
});
