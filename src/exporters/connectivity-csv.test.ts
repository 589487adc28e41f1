// RFC 4180, and nothing a spreadsheet would compute.
import { expect, it } from 'vitest';
import { connectivity, flow } from '../testing/draw-report.ts';
import { hostileNames } from '../testing/hostile-names.ts';
import { connectivityCsv } from './connectivity-csv.ts';

/** Cells of a CSV text as RFC 4180 reads them. */
function cells(text: string): string[][] {
  return text
    .split('\r\n')
    .slice(0, -1)
    .map((line) =>
      [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,"]*))/g)].map((m) =>
        (m[1] ?? m[2] ?? '').replaceAll('""', '"'),
      ),
    );
}

it('has a head and a row for each flow', () => {
  const report = connectivity([
    flow('a/Pod/x -> b/Pod/y TCP 80,443 allowed'),
    flow('internet -> b/Pod/y UDP all unknown'),
  ]);
  expect(connectivityCsv.export(report)).toBe(
    'src,dst,protocol,ports,verdict\r\na/Pod/x,b/Pod/y,TCP,"80,443",allowed\r\ninternet,b/Pod/y,UDP,all,unknown\r\n',
  );
});

it.each(hostileNames)('makes %j inert', (name) => {
  const rows = cells(
    connectivityCsv.export(connectivity([{ ...flow('a -> b TCP 80 allowed'), src: name, dst: name }])),
  );
  expect(rows).toHaveLength(2);
  expect(rows[1]).toHaveLength(5);
  expect(rows[1]?.[0]).not.toMatch(/^\s*[=+\-@]/);
});
