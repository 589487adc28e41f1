// Where the cursor stands after Enter.
import { expect, it } from 'vitest';
import { indentAfter } from './line-break.ts';

it.each([
  ['', 0],
  ['kind: Pod', 0],
  ['spec:', 2],
  ['  podSelector: # which', 4],
  ['  # note:', 2],
  ['    app: web', 4],
  ['    - from:', 8],
  ['      - port: 80', 8],
  ['  - Ingress', 2],
  ['  - ', 2],
  ['      url: "a:"', 6],
])('after %j: %i', (before, indent) => expect(indentAfter(before)).toHaveLength(indent));
