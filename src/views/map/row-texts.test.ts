// Rows as text.
import { expect, it } from 'vitest';
import { rowsAsCsv, rowsAsMarkdown, rowsAsTabs } from './row-texts.ts';

const flow = {
  src: 'workload:dev-app/Deployment/web',
  dst: 'cidr:10.0.0.0/8',
  protocol: 'TCP',
  ports: '80,443',
  verdict: 'allowed',
  decided: [{ direction: 'egress', id: 'NetworkPolicy/dev-app/out', policy: 'out', rule: 2 }],
} as const;

it('writes flows', () => {
  expect(rowsAsCsv([flow])).toBe(
    'src,dst,protocol,ports,verdict,decided by\r\ndev-app/Deployment/web,10.0.0.0/8,TCP,"80,443",allowed,egress: out rule 2\r\n',
  );
  expect(rowsAsTabs([flow])).toContain(
    'dev-app/Deployment/web\t10.0.0.0/8\tTCP\t80,443\tallowed\tegress: out rule 2\n',
  );
});

it('writes flips with what was', () => {
  expect(rowsAsMarkdown([{ ...flow, was: 'denied', flip: 'opened' }])).toBe(
    '| src | dst | protocol | ports | verdict | decided by | was | flip |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n' +
      '| `dev-app/Deployment/web` | `10.0.0.0/8` | TCP | 80\\,443 | allowed | egress\\: out rule 2 | denied | opened |\n',
  );
});

it('lets no name act as a formula or part a row', () => {
  expect(rowsAsTabs([{ ...flow, src: 'workload:=1+1\t2/Pod/x' }]).split('\n')[1]).toMatch(/^'=1\+1 2\/Pod\/x\t/);
});
