// A table whose cells stay cells and whose names stay names.
import { expect, it } from 'vitest';
import { connectivity, flow } from '../testing/draw-report.ts';
import { hostileNames } from '../testing/hostile-names.ts';
import { connectivityMarkdown } from './connectivity-markdown.ts';
import { markdownName, markdownText } from './markdown-text.ts';

it('is a table', () => {
  const unknown = { ...flow('internet -> b/Pod/y UDP all unknown'), missing: 'the address of `b/y`' };
  expect(connectivityMarkdown.export(connectivity([flow('a/Pod/x -> b/Pod/y TCP 80 allowed'), unknown]))).toBe(
    [
      '| source | destination | ports | verdict |',
      '| --- | --- | --- | --- |',
      '| `a/Pod/x` | `b/Pod/y` | TCP 80 | allowed |',
      '| `internet` | `b/Pod/y` | UDP all ports | unknown: the address of \\`b\\/y\\` |',
      '',
    ].join('\n'),
  );
});

it.each(hostileNames)('puts the name %j into one code span', (name) => {
  const span = markdownName(name);
  const [, fence = '', inside = ''] = /^(`+)(.+?)\1$/s.exec(span) ?? [];
  expect(fence).not.toBe('');
  expect([...inside.matchAll(/`+/g)].filter((run) => run[0].length === fence.length)).toEqual([]);
  expect(span).not.toMatch(/[|\n\r]/);
});

it.each(hostileNames)('leaves nothing to interpret in the sentence %j', (name) => {
  const text = markdownText(name);
  expect(text.replaceAll('<!-- -->', '').replaceAll(/\\[!-/:-@[-`{-~]/g, '')).not.toMatch(/[!-/:-@[-`{-~\n\r]/);
  expect(text).not.toMatch(/[@#][^<]|www\\?\.|:\\?\//i);
});
