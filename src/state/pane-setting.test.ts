// What is stored of the panes may be anything.
import { expect, it } from 'vitest';
import { readPanes } from './pane-setting.ts';

it.each([
  [undefined, { hidden: [] }],
  ['{"list":300,"editor":40,"hidden":["list"]}', { list: 300, editor: 40, hidden: ['list'] }],
  ['{"list":-1,"editor":"wide","other":5,"hidden":["map","list","list"]}', { hidden: ['list'] }],
  ['[1]', { hidden: [] }],
  ['not JSON', {}],
])('%s', (text, panes) => expect(readPanes(text)).toEqual(panes));
