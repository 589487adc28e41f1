// A comment that a host accepts.
import { expect, it } from 'vitest';
import { drawnDiff, flip } from '../testing/draw-diff.ts';
import { hostileNames } from '../testing/hostile-names.ts';
import { diffMarkdown } from './diff-markdown.ts';

const opened = (count: number) =>
  Array.from({ length: count }, (_, at) => flip(`a/Pod/x${at} -> internet TCP all allowed`, 'denied', 'internet'));

it('is a sentence and tables', () =>
  expect(diffMarkdown.export(drawnDiff({ opened: opened(1), incomplete: true })).split('\n')).toEqual([
    '**This change opens 1 flow (1 with addresses outside the cluster).**',
    '',
    '> Incomplete: some documents could not be read or do not count, so this may lack something.',
    '',
    '### Opened (1)',
    '',
    '| source | destination | ports | verdict | risk | cause |',
    '| --- | --- | --- | --- | --- | --- |',
    '| `a/Pod/x0` | `internet` | TCP all ports | denied → allowed | internet | `p.yaml:7` changed NetworkPolicy a\\/p |',
    '',
  ]));

it('stays below the limit of a comment and counts what is left out', () => {
  const text = diffMarkdown.export(drawnDiff({ opened: opened(2000), closed: opened(2000) }));
  expect(text.length).toBeLessThan(65_536);
  expect(text).toMatch(/### Opened \(2000\)[\s\S]* and \d+ more\n/);
  expect(text).toContain('### Closed (2000)');
});

it.each(hostileNames)('keeps the row a row with %j', (name) => {
  const one = flip('a -> b TCP 80 allowed', 'denied', 'namespace');
  const text = diffMarkdown.export(
    drawnDiff({ opened: [{ ...one, src: name, causes: [{ file: name, line: 1, change: name }] }] }),
  );
  expect(text.split('\n')).toHaveLength(8);
  expect([...(text.split('\n')[6] ?? '').matchAll(/(?<!\\)\|/g)]).toHaveLength(7);
});
