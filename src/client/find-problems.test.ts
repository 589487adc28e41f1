// Lints in slices: in order, for the draft that was asked about, and out of the way of edits.
import { expect, it } from 'vitest';
import { defaultOptions } from '../engine/engine-options.ts';
import { EngineSession } from '../engine/engine-session.ts';
import { findProblems } from './find-problems.ts';

const policy = (name: string, spec: string): string =>
  `---\napiVersion: projectcalico.org/v3\nkind: NetworkPolicy\nmetadata: { name: ${name}, namespace: shop }\nspec: { ${spec} }\n`;
const files = [
  { path: 'b.yaml', text: policy('b', "selector: app == 'x' && app == 'y', types: [Ingress]") },
  {
    path: 'a.yaml',
    text: policy('a', 'selector: all()') + policy('c', "selector: a == 'x' && a == 'y', types: [Ingress]"),
  },
];

function loaded(): EngineSession {
  const session = new EngineSession(() => 0);
  session.load(files, defaultOptions);
  return session;
}

/** So that every lint is a slice of its own. */
function impatientClock(): () => number {
  let time = 0;
  return () => {
    time += 1000;
    return time;
  };
}

it('gives problems by severity, file and place, with lines', async () => {
  const session = loaded();
  const { snapshot, problems } = await findProblems(session, impatientClock());
  expect(snapshot).toBe(session.draft.id);
  expect(
    problems.map(({ code, severity, location }) => `${location.file}:${location.line} ${severity} ${code}`),
  ).toEqual([
    'a.yaml:10 warning selector-matches-nothing',
    'b.yaml:5 warning selector-matches-nothing',
    'a.yaml:5 info types-implicit',
  ]);
});

it.each([0, 5])('gives way to an edit that comes meanwhile, after %i ms of quiet', async (quiet) => {
  const session = loaded();
  const { id } = session.draft;
  const answer = findProblems(session, impatientClock(), quiet);
  session.edit([{ path: 'b.yaml', text: '' }]);
  expect(await answer).toEqual({ snapshot: id, problems: [] });
});
