// Commands that a runner reads, and that no name can break out of.
import { expect, it } from 'vitest';
import { drawFinding, drawLintReport } from '../testing/draw-finding.ts';
import { lintGithub } from './lint-github.ts';

it('writes one command each', () =>
  expect(lintGithub.export(drawLintReport(drawFinding('a', 'info', { advice: 'Mend it.' })))).toBe(
    '::notice file=shop/db.yaml,line=3,endLine=3,col=7,title=a::about `a`. Mend it. `sluice lint --explain a` tells more.\n',
  ));

it('escapes what would end a command or begin another', () => {
  const { location } = drawFinding('a', 'error');
  const finding = drawFinding('a', 'error', {
    message: '100%\n::error::x',
    location: { ...location, file: 'a,b:c%.yaml' },
  });
  expect(lintGithub.export(drawLintReport(finding))).toBe(
    '::error file=a%2Cb%3Ac%25.yaml,line=3,endLine=3,col=7,title=a::100%25\\u{a}::error::x. `sluice lint --explain a` tells more.\n',
  );
});
