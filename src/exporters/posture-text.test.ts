// Lines of a posture: sentences, then a table.
import { expect, it } from 'vitest';
import { postureOf } from '../testing/posture-of.ts';
import { postureText } from './posture-text.ts';

it('says what stands out, then a line for each namespace, those of the system last', () =>
  expect(postureText.export(postureOf()).split('\n')).toEqual([
    '2 namespaces, 2 workloads, 2 pods; 1 system namespace apart.',
    'Default deny: ingress of 1 of 2 pods; egress of 0 of 2 pods.',
    'Isolated: ingress of 1 of 2 pods; egress of 0 of 2 pods.',
    'The Internet may reach 1 of 2 pods; 2 of 2 pods may reach it.',
    'Across namespaces 2 of 4 pairs of workloads may connect.',
    'Every pod of the cluster may reach 1 of 2 pods, as far as their own policies go.',
    '3 assertions, 1 broken.',
    'About the whole cluster: 1 error.',
    '',
    'namespace    pods  ingress  egress  from internet  to internet   from others  to others  open to all  findings',
    'lab          1     open     open    1: 80          1: all ports  2/2          1/2        1            0',
    'shop         1     closed   open    0              1: all ports  0/2          2/2        0            2 warnings, 1 note',
    'kube-system  1     open     open    1: 80          1: all ports  2/2          1/2        1            0',
    '',
    'ingress, egress: default deny by effect, what becomes of flows that no rule names.',
    'What a missing fact leaves open is counted apart as unknown, and never as allowed or denied.',
    '',
  ]));

it('says that input is incomplete, and has no table where there is nothing', () => {
  const text = postureText.export(postureOf('', true));
  expect(text).toContain('incomplete');
  expect(text).not.toContain('namespace  ');
});
