// Ports of several flows as one list.
import { expect, it } from 'vitest';
import { joinPorts } from './merge-by-namespace.ts';

it.each([
  [['80'], '80'],
  [['443', '80'], '80,443'],
  [['80,443', '440-450'], '80,440-450'],
  [['1-5', '6-9', '11'], '1-9,11'],
  [['80', 'all'], 'all'],
  [['type 8', 'type 0-3,type 8'], 'type 8,type 0-3'],
])('%j: %s', (lists, joined) => expect(joinPorts(lists)).toBe(joined));
