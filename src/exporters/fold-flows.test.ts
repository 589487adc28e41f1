// What comes together in a line, and what does not.
import { expect, it } from 'vitest';
import { flow } from '../testing/draw-report.ts';
import { foldFlows } from './fold-flows.ts';

const folded = (...lines: string[]) =>
  foldFlows(lines.map(flow)).map(({ src, dst, ports, verdict }) => `${src} ${dst} ${ports} ${verdict}`);

it('joins the protocols of a pair', () =>
  expect(folded('a -> b TCP 80,443 allowed', 'a -> b UDP 53 allowed', 'a -> c TCP 80 allowed')).toEqual([
    'a b TCP 80,443 · UDP 53 allowed',
    'a c TCP 80 allowed',
  ]));

it('says all ports only where all protocols have them', () => {
  expect(folded('a -> b SCTP all allowed', 'a -> b TCP all allowed', 'a -> b UDP all allowed')).toEqual([
    'a b all ports allowed',
  ]);
  expect(folded('a -> b TCP all allowed', 'a -> b UDP all allowed')).toEqual([
    'a b TCP all ports · UDP all ports allowed',
  ]);
});

it('tells ICMP and the other protocols beside the ports', () => {
  const ports = ['SCTP', 'TCP', 'UDP'].map((protocol) => `a -> b ${protocol} all allowed`);
  const flowsOf = (...rest: string[]) => folded(...ports, ...rest.map((one) => `a -> b ${one} allowed`));
  expect(flowsOf('ICMP type_8')).toEqual(['a b all ports · ICMP type_8 allowed']);
  expect(flowsOf('ICMP all', 'ICMPv6 all')).toEqual(['a b all ports · ICMP · ICMPv6 allowed']);
  const others = { ...flow('a -> b x all allowed'), protocol: 'other protocols' };
  const all = [...ports, 'a -> b ICMP all allowed', 'a -> b ICMPv6 all allowed'].map(flow);
  expect(foldFlows([...all, others]).map((one) => one.ports)).toEqual(['all traffic']);
  expect(
    foldFlows([
      { ...others, ports: '47,89' },
      { ...others, dst: 'c', ports: '47' },
    ]).map((one) => one.ports),
  ).toEqual(['protocols 47,89', 'protocol 47']);
});

it('keeps verdicts apart', () =>
  expect(folded('a -> b TCP 80 allowed', 'a -> b UDP 53 unknown')).toEqual([
    'a b TCP 80 allowed',
    'a b UDP 53 unknown',
  ]));
