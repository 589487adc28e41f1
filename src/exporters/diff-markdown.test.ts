// A comment that a host accepts, in which names are names.
import { describe, expect, it } from 'vitest';
import { drawnDiff, flip } from '../testing/draw-diff.ts';
import { hostileNames } from '../testing/hostile-names.ts';
import { renderMarkdown } from '../testing/rendered-markdown.ts';
import { diffMarkdown } from './diff-markdown.ts';

const opened = (count: number, change = 'p.yaml:7: adds P') =>
  Array.from({ length: count }, (_, at) =>
    flip(`a/Pod/x${at} -> internet TCP all allowed`, 'denied', 'internet', `${change} ${at}`),
  );

it('is a sentence, counts, and tables to be opened', () =>
  expect(diffMarkdown.export(drawnDiff(opened(1), { incomplete: true })).split('\n')).toEqual([
    '**This change opens 1 flow with addresses outside the cluster.**',
    '',
    '> Incomplete: some documents could not be read or do not count, so this may lack something.',
    '',
    '| flows | opened | closed | to or from unknown |',
    '| --- | ---: | ---: | ---: |',
    '| with addresses outside the cluster | 1 | 0 | 0 |',
    '',
    '<details open><summary>Opened, with addresses outside the cluster (1)</summary>',
    '',
    '- `p.yaml:7` adds P 0',
    '',
    '| source | destination | ports |',
    '| --- | --- | --- |',
    '| `a/Pod/x0` | `internet` | TCP all ports |',
    '',
    '</details>',
    '',
  ]));

it('stays below the limit of a comment, and tells every title with its count', () => {
  const closed = Array.from({ length: 2000 }, (_, at) =>
    flip(`a/Pod/x${at} -> a/Pod/y TCP 80 denied`, 'allowed', 'none', `p.yaml:7: removes P ${at}`),
  );
  const text = diffMarkdown.export(drawnDiff([...opened(2000), ...closed]));
  expect(text.length).toBeLessThanOrEqual(60_000);
  expect(text).toMatch(
    /<summary>Opened, with addresses outside the cluster \(2,000\)<\/summary>[\s\S]* more flows, which did not fit\n/,
  );
  expect(text).toContain('<summary>Closed (2,000)</summary>');
  expect(text.match(/<details/g)?.length).toBe(text.match(/<\/details>/g)?.length);
});

/** What of a text a host would make something else of: code spans out, escapes out, comments out. */
function active(markdown: string): string {
  return markdown
    .replaceAll(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, 'CODE')
    .replaceAll(/\\[!-/:-@[-`{-~]/g, 'ESCAPED')
    .replaceAll('<!-- -->', '');
}

describe.each(hostileNames)('with %j', (name) => {
  const one = flip('a -> b TCP 80 allowed', 'denied', 'none');
  const risks = [{ id: 'namespaces', reason: name }] as const;
  const causes = [{ file: name, line: 1, change: name, id: name }];
  const text = diffMarkdown.export(drawnDiff([{ ...one, src: name, risks: [...risks, ...risks], causes }]));

  it('keeps the row a row', () => {
    const row = text.split('\n').find((line) => line.includes('`b`')) ?? '';
    expect([...row.matchAll(/(?<!\\)\|/g)]).toHaveLength(5);
  });

  it('is text: no link, no mention, no HTML, no other line', () => {
    const plain = diffMarkdown.export(
      drawnDiff([
        {
          ...one,
          src: 'n',
          risks: [...risks, ...risks],
          causes: [{ ...causes[0], file: 'n', line: 1, change: 'n', id: 'n' }],
        },
      ]),
    );
    expect(text.split('\n')).toHaveLength(plain.split('\n').length);
    const rest = active(text).replaceAll(/<\/?(details|summary)( open)?>/g, '');
    expect(rest).not.toMatch(/[<[\]@#]|https?:|www\.\w|javascript:/);
  });

  it('is drawn as text by a renderer', () => {
    const { active: acting, cells } = renderMarkdown(text);
    expect(acting).toEqual([]);
    expect(cells).toContain('b');
  });
});
