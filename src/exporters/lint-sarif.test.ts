// The fields that readers of SARIF ask for.
import { expect, it } from 'vitest';
import { drawFinding, drawLintReport } from '../testing/draw-finding.ts';
import { hostileNames } from '../testing/hostile-names.ts';
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
      partialFingerprints: { 'sluiceFinding/v1': expect.stringMatching(/^[0-9a-f]{16}$/) },
    },
    expect.objectContaining({ level: 'note', message: { text: 'about `a`. Mend it.' } }),
  ]);
  expect(JSON.stringify(log)).toContain('my%20shop/a%23b.yaml');
  expect(sarifErrors(JSON.stringify(log))).toEqual([]);
});

it('tells what a rule is about, fits the official schema, and keeps fingerprints where lines move', () => {
  const rule = {
    code: 'a',
    title: 'An a',
    why: 'It is an a.',
    fix: 'Mend it.',
    source: { title: 'A', url: 'https://example.com/a' },
    severity: 'info',
  } as const;
  const drawn = (line: number, ...more: ReturnType<typeof drawFinding>[]) => {
    const { location } = drawFinding('a', 'info');
    const finding = drawFinding('a', 'info', { location: { ...location, line }, object: 'Pod shop/db' });
    return lintSarif.export({ ...drawLintReport(finding, ...more), rules: [rule] });
  };
  const printsOf = (log: string): unknown[] =>
    JSON.parse(log).runs[0].results.map((one: { partialFingerprints: unknown }) => one.partialFingerprints);
  expect(
    sarifErrors(drawn(3, ...hostileNames.map((name) => drawFinding(name, 'warning', { message: name, object: name })))),
  ).toEqual([]);
  expect(JSON.parse(drawn(3)).runs[0].tool.driver.rules).toEqual([
    expect.objectContaining({
      id: 'a',
      fullDescription: { text: 'It is an a.' },
      helpUri: 'https://example.com/a',
      help: {
        text: expect.stringMatching(/^It is an a\.\n\nTo mend it: Mend it\.\n\n`sluice lint --explain a` and/),
        markdown: expect.stringContaining('[A](https://example.com/a)'),
      },
      defaultConfiguration: { level: 'note' },
    }),
  ]);
  expect(printsOf(drawn(3))).toEqual(printsOf(drawn(30)));
  const twice = printsOf(drawn(3, drawFinding('a', 'info', { object: 'Pod shop/db' })));
  expect(twice[0]).not.toEqual(twice[1]);
});
