// Lessons as they are written: whatever is wrong is told with its place and what to do, and no file makes the reader throw.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../testing/property-runs.ts';
import { lessonLimits } from './lesson-limits.ts';
import { lessonTemplate } from './lesson-template.ts';
import { isLessonFile, readLesson } from './read-lesson.ts';

const { text } = lessonTemplate;

function varied(from: string | RegExp, to: string): string {
  const changed = text.replace(from, () => to);
  if (changed === text) throw new Error(`the template has no ${from}`);
  return changed;
}

/** `LINE code: message. advice`. */
function told(lesson: string): readonly string[] {
  const { lesson: read, diagnostics } = readLesson({ path: 'x', text: lesson });
  const lines = diagnostics.map(
    ({ code, message, advice, range }) =>
      `${lesson.slice(0, range.start).split('\n').length} ${code}: ${message}. ${advice}`,
  );
  expect(read === undefined, lines.join('\n')).toBe(lines.length > 0);
  return lines;
}

const step = text.slice(text.indexOf('  - title: Close'), text.indexOf('receipts:'));

it('reads what is written', () => {
  const { lesson, diagnostics } = readLesson(lessonTemplate);
  expect(diagnostics).toEqual([]);
  expect(lesson).toMatchObject({
    ...{ name: 'only-the-web', title: 'Only the web tier reads the database', minutes: 5, options: {} },
    start: [{ path: 'cluster/shop.yaml' }],
    receipts: [{ title: 'Kubernetes: Network policies' }],
  });
  expect(lesson?.steps).toMatchObject([
    {
      ...{ title: 'Close the database', open: 'policies/database.yaml', view: 'matrix', pending: false },
      look: { from: 'shop/batch', to: 'shop/database', protocol: 'TCP', port: 5432 },
      text: [{}, { fact: { at: 'start' } }, {}, { fact: { at: 'solution' } }],
      goals: [{ expect: 'allowed' }, { ports: 'all', expect: 'denied' }],
      solution: [{ path: 'policies/database.yaml' }],
      mistakes: [{ name: 'the web tier is shut out' }, { when: [{ type: 'flow', end: 'ingress', by: 'rule 1' }] }],
      looser: [{ opens: [{ expect: 'allowed' }] }],
    },
  ]);
  expect(lesson?.steps[0]?.hints).toHaveLength(3);
});

it('reads JSON, aliases, and what may be left out', () => {
  const json = JSON.stringify({
    ...{ apiVersion: 'sluice/v1', kind: 'Lesson', name: 'a', title: 'A', story: 'S.', start: { 'a.yaml': 'x' } },
    options: { semantics: 'kubernetes', podCIDRs: ['10.0.0.0/8'] },
    steps: [{ title: 'T', text: ['t'], goals: [], hints: ['1', '2', '3'], solution: { 'a.yaml': null } }],
    receipts: [{ title: 'R', url: 'https://kubernetes.io/' }],
  });
  expect(told(json)).toEqual([expect.stringMatching(/wrong-count: `goals` has 0 items; there must be at least 1/)]);
  const aliased = varied('solution:  ', 'solution: &answer').replace(
    / {8}example:[^#]*#[\s\S]*?(?= {6}- name)/,
    '        example: *answer\n',
  );
  expect(told(aliased)).toEqual([]);
});

describe('tells of', () => {
  it.each<readonly [what: string, lesson: string, problem: RegExp]>([
    ['nothing at all', '', /^1 wrong-type: A lesson is a map/],
    ['a list', '[]', /^1 wrong-type: A lesson is a map/],
    ['broken YAML', varied('steps:  ', 'steps: ]'), /^\d+ yaml-syntax/],
    ['two documents', `${text}---\na: 1\n`, /^\d+ wrong-count: A lesson is one document/],
    ['another kind', varied('kind: Lesson', 'kind: Lesion'), /^5 invalid-value: This is no `Lesson`/],
    [
      'a field of another name',
      varied('minutes:', 'minuets:'),
      /^9 unknown-field: Unknown field `minuets` in a lesson. Did you mean `minutes`/,
    ],
    ['a field nobody knows', varied('minutes:', 'colour:'), /^9 unknown-field: .* The fields of a lesson are/],
    ['a key that stands twice', varied('minutes: 5', 'minutes: 5\nminutes: 6'), /duplicate-key/],
    ['a name in capitals', varied('only-the-web  ', 'OnlyTheWeb  '), /^6 invalid-value: `name` is not in kebab case/],
    ['no name', varied(/^name:.*$/m, ''), /^4 required-field: `name` is missing in the lesson/],
    [
      'a long title',
      varied('Only the web tier', 'Only the '.repeat(9)),
      /^7 too-long: `title` has \d+ characters; there may be 60/,
    ],
    [
      'an unknown track',
      varied('minutes: 5', 'track: zero-thrust'),
      /^9 invalid-value: `track` cannot be `zero-thrust`. Did you mean `zero-trust`/,
    ],
    [
      'minutes that are words',
      varied('minutes: 5', 'minutes: five'),
      /^9 invalid-value: `minutes` must be a whole number/,
    ],
    ['an empty start', varied(/start:[\s\S]*?(?=steps:)/, 'start: {}\n'), /wrong-count: `start` holds 0 files/],
    ['a path that leaves', varied('cluster/shop.yaml', '../shop.yaml'), /invalid-value: `\.\.\/shop\.yaml` is no path/],
    ['an absolute path', varied('cluster/shop.yaml', '/etc/shop.yaml'), /is no path of a file/],
    [
      'a manifest that is a map',
      varied('cluster/shop.yaml: |', 'cluster/shop.yaml:\n    a:'),
      /yaml-syntax|wrong-type/,
    ],
    [
      'a removed file in the start',
      varied('steps:  ', '  gone.yaml: null\nsteps:'),
      /`gone\.yaml` must hold a text.*Put `\|`/,
    ],
    ['no steps', text.replace(step, '').replace(/^steps:.*$/m, 'steps: []'), /wrong-count: `steps` has 0 items/],
    [
      'too many steps',
      text.replace(step, step.repeat(lessonLimits.steps + 1)),
      /wrong-count: `steps` has 9 items; there must be at most 8/,
    ],
    [
      'four hints',
      varied('- Which label', '- More?\n      - Which label'),
      /wrong-count: `hints` has 4 items; there must be exactly 3/,
    ],
    ['a view nobody has', varied('view: matrix', 'view: matrx'), /invalid-value: `view` .* Did you mean `matrix`/],
    [
      'a look at many',
      varied('look: { from: shop/batch', "look: { from: 'shop/*'"),
      /`from` of `look` must name one thing/,
    ],
    [
      'a look at no port',
      varied('port: TCP/5432 }   # the flow', 'port: web }   # the flow'),
      /`port` of `look` must be one port/,
    ],
    ['a fact without checks', varied(/ {8}holds:\n.*no policy \}\n/, ''), /required-field: `holds` is missing/],
    [
      'a check that is none',
      varied(/- \{ from: shop\/database, to: internet.*/, '- { findng: dns-blocked }'),
      /unknown-field: This is no check. Did you mean `finding`/,
    ],
    [
      'a check of many with an end',
      varied(
        '{ from: shop/batch, to: shop/database, port: TCP/5432, expect: allowed, end: ingress, by: no',
        "{ from: 'shop/*', to: shop/database, port: TCP/5432, expect: allowed, end: ingress, by: no",
      ),
      /`end` and `by` go by the explanation of one flow/,
    ],
    [
      'others in a check',
      varied('{ from: shop/database, to: internet', '{ from: shop/database, to: others'),
      /`others` has a meaning among goals only/,
    ],
    [
      'a group',
      varied(
        'from: shop/web, to: shop/database, port: TCP/5432, expect: allowed }\n      -',
        'from: group:webs, to: shop/database, port: TCP/5432, expect: allowed }\n      -',
      ),
      /No group is called `webs`/,
    ],
    [
      'a goal without an end',
      varied('{ name: the batch job does not, from: shop/batch,', '{ name: the batch job does not,'),
      /required-field: An assertion needs `from`/,
    ],
    [
      'an opening that is shut',
      varied('port: TCP/22, expect: allowed', 'port: TCP/22, expect: denied'),
      /What is opened is allowed/,
    ],
    ['pending in words', varied('view: matrix', 'pending: sometimes'), /`pending` must be `true` or `false`/],
    [
      'a limit that is a word',
      varied('# limits: { policies: 1, rules: 1 }', 'limits: { policies: one }'),
      /`policies` must be a whole number/,
    ],
    [
      'a page that is none',
      varied('https://kubernetes.io/', 'http://kubernetes.io/'),
      /`url` is no address of a page. It begins with `https:/,
    ],
    ['a script for a page', varied(/url: .*/, 'url: "javascript:alert(1)"'), /`url` is no address of a page/],
    [
      'a link in a text',
      varied('Who can connect?', 'See [this](https://example.com).'),
      /invalid-text: `text`: links are not shown in it. Put the page under `receipts`/,
    ],
    ['HTML', varied('Who can connect?', 'Who <b>can</b> connect?'), /HTML is shown as it stands/],
    ['a backtick alone', varied('Who can connect?', 'Who `can connect?'), /a backtick is not closed/],
    ['stars alone', varied('Who can connect?', 'Who **can connect?'), /`\*\*` is not closed/],
    ['a block that goes on', varied(/ {8}```\n(?= {4}solution)/, ''), /a block begun with ``` is not closed/],
    [
      'what nobody sees',
      varied('Who can connect?', '"Who\\u202e can connect?"').replace(
        '- Look at the column of the database. "Who',
        '- "Who',
      ),
      /a sign that nobody sees \(U\+202E\)/,
    ],
    [
      'CIDRs that are none',
      varied(/# options: .*/, 'options: { podCIDRs: [ten] }'),
      /`podCIDRs` holds something that is no CIDR/,
    ],
    [
      'a reading nobody has',
      varied(/# options: .*/, 'options: { semantics: calico-3.99 }'),
      /`semantics` cannot be `calico-3\.99`/,
    ],
    ['a file too large', `${text}#${'x'.repeat(lessonLimits.file)}`, /reads at most/],
    ['a deep file', `a: ${'['.repeat(40)}${']'.repeat(40)}\n${text}`, /deep|nest/i],
  ])('%s', (_, lesson, problem) => expect(told(lesson).join('\n')).toMatch(problem));
});

it('knows lessons among files', () => {
  expect(isLessonFile(lessonTemplate)).toBe(true);
  expect(isLessonFile({ path: 'x', text: varied('hints:', 'hint:') })).toBe(true);
  expect(isLessonFile({ path: 'x', text: '# kind: Lesson of sluice/v1\nkind: Pod' })).toBe(false);
  expect(isLessonFile({ path: 'x', text: text.replaceAll(/^(?=.)/gm, '  ').replace(/^/, 'a:\n') })).toBe(false);
});

it('never throws, and says something of what it does not take', () => {
  const place = fc.nat(text.length);
  const signs = fc.oneof(
    fc.constantFrom('{', '}', '[', ']', ':', '- ', '\n', '|', '&a ', '*a ', '"', '`', 'null', '1e999', '\t', '---\n'),
    fc.string({ maxLength: 5 }),
  );
  const cut = fc.tuple(place, fc.nat(40), signs);
  fc.assert(
    fc.property(fc.array(cut, { minLength: 1, maxLength: 3 }), (cuts) => {
      let changed = text;
      for (const [at, length, sign] of cuts) changed = changed.slice(0, at) + sign + changed.slice(at + length);
      const { lesson, diagnostics } = readLesson({ path: 'x', text: changed });
      expect(lesson === undefined).toBe(diagnostics.some(({ severity }) => severity === 'error'));
      for (const { range, message } of diagnostics) {
        expect([range.start >= 0, range.end <= changed.length + 1, message !== '']).toEqual([true, true, true]);
      }
    }),
    runs(150),
  );
});
