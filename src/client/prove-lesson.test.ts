// Lessons that break one rule of the proof each: the template with one thing changed, and what is said of it.
import { expect, it } from 'vitest';
import { lessonTemplate } from '../lessons/lesson-template.ts';
import { proofLines } from '../testing/prove-lessons.ts';

const { text } = lessonTemplate;

/** The template with a part of it replaced; the part must be there. */
function varied(from: string | RegExp, to: string): string {
  const changed = text.replace(from, () => to);
  if (changed === text) throw new Error(`the template has no ${from}`);
  return changed;
}

/** From one line of the template up to another. */
const between = (from: string, to: string): string => text.slice(text.indexOf(from), text.indexOf(to));

const rule = `          ingress:
            - from:
                - podSelector: { matchLabels: { app: web } }
              ports:
                - { protocol: TCP, port: 5432 }
`;
const firstMistake = between('      - name: the web tier is shut out', '      - name: the rule names every pod');
const secondMistake = between('      - name: the rule names every pod', '    looser:');
const goals = between('      - { name: the web tier reads', '    # limits:');
const looser = between('    looser:', 'receipts:');
const facts = /- fact: (.*)\n(?: {8}at: .*\n)? {8}holds:\n {10}- .*\n/g;

it.each<readonly [rule: string, lesson: string, problems: readonly RegExp[]]>([
  [
    'a start that is the answer',
    varied(goals, '      - { from: shop/web, to: shop/database, port: TCP/5432, expect: allowed }\n'),
    [
      /^53:\d+: Every goal holds as the step begins.*\[start-passes\]/m,
      /The example of mistake `the rule names every pod` passes.*\[mistake-passes\]/,
    ],
  ],
  [
    'a solution that fails a goal',
    varied(rule, ''),
    [
      /^5\d:9: Goal `the web tier reads the database` fails with the solution: shop\/web to shop\/database on TCP\/5432 is denied, not allowed \(egress no policy → allowed; ingress .*\[solution-fails\]/m,
    ],
  ],
  [
    'goals that name nobody',
    varied(/shop\/batch, to: shop\/database, port: all/, 'shop/bach, to: shop/database, port: all'),
    [/Goal `the batch job does not` fails with the solution: .*`shop\/bach`; did you mean.*\[solution-fails\]/],
  ],
  [
    'a solution beyond its limits',
    varied('# limits: { policies: 1, rules: 1 }', 'limits: { policies: 0, rules: 1 }'),
    [/The solution has 1 policies beyond the start, and `limits` lets it have 0.*\[solution-over-limit\]/],
  ],
  [
    'a solution with an error',
    varied(`          policyTypes: [Ingress]\n${rule}`, `          policyTypes: [Ingress, Sideways]\n${rule}`),
    [/With the solution, `policies\/database.yaml` has an error: .*\[solution-error\]/],
  ],
  [
    'a fact that is not so',
    varied('port: TCP/443, expect: allowed', 'port: TCP/443, expect: denied'),
    [
      /A fact does not hold with the solution: shop\/database does not reach internet on TCP\/443; in the engine: allowed.*\[fact-fails\]/,
    ],
  ],
  [
    'a fact that is so only later',
    varied('        at: solution                      # start', '        at: start #').replace(
      'to: internet, port: TCP/443, expect: allowed',
      'to: internet, port: TCP/443, expect: allowed }\n          - { from: shop/batch, to: shop/database, port: TCP/5432, expect: denied',
    ),
    [/A fact does not hold as the step begins: shop\/batch does not reach.*\[fact-fails\]/],
  ],
  [
    'too few facts',
    text.replace(facts, '- $1\n'),
    [/The lesson has 0 sentences of fact; there must be at least 1.*\[too-few\]/],
  ],
  ['too few mistakes', varied(secondMistake, ''), [/The lesson has 1 mistakes; there must be at least 2.*\[too-few\]/]],
  ['no looser answer', varied(looser, ''), [/The lesson has 0 looser answers; there must be at least 1.*\[too-few\]/]],
  [
    'a mistake that passes',
    varied('                    - podSelector: {}', '                    - podSelector: { matchLabels: { app: web } }'),
    [/The example of mistake `the rule names every pod` passes, so it is no mistake.*\[mistake-passes\]/],
  ],
  [
    'a mistake that its checks do not know',
    varied('expect: allowed, end: ingress, by: rule 1', 'expect: allowed, end: ingress, by: rule 7'),
    [
      /The example of mistake `the rule names every pod` does not do what `when` says: .*by `rule 7` \(in the engine: allowed \(ingress: .*rule 1.*\[mistake-unknown\]/,
    ],
  ],
  [
    'a mistake that another hides',
    varied(firstMistake, firstMistake.replace(/- \{ from: shop\/web.*\}/, '- { policy: shop/database, pods: 1 }')),
    [
      /The example of mistake `the rule names every pod` is told the message of `the web tier is shut out`.*\[mistake-confused\]/,
    ],
  ],
  [
    'a mistake that is there at first',
    varied('expect: allowed, end: ingress, by: rule 1', 'expect: allowed'),
    [/Mistake `the rule names every pod` fits as the step begins.*\[mistake-at-start\]/],
  ],
  [
    'two mistakes with one message',
    varied(/say: The empty selector.*/, (/say: Now nobody.*/.exec(text) ?? [''])[0]),
    [/Another mistake of the lesson is told the same as `the rule names every pod`.*\[same-message\]/],
  ],
  [
    'two mistakes with one name',
    varied('- name: the rule names every pod', '- name: the web tier is shut out'),
    [/Another mistake of the step is called `the web tier is shut out`.*\[duplicate-name\]/],
  ],
  [
    'a looser answer that fails',
    text.slice(0, text.indexOf(looser)) +
      looser.replace('app: web', 'app: nobody') +
      text.slice(text.indexOf('receipts:')),
    [/A looser answer does not pass: `the web tier reads the database`.*\[looser-fails\]/],
  ],
  [
    'a looser answer that is the solution',
    text.slice(0, text.indexOf(looser)) +
      looser.replace(/( {16}- from:\n.*\n)/, '$1                  ports: [{ port: 5432 }]\n') +
      text.slice(text.indexOf('receipts:')),
    [
      /A looser answer opens nothing that the solution does not.*\[looser-opens-nothing\]/,
      /TCP\/22` is among what a looser answer opens, and it does not.*\[looser-keeps-shut\]/,
    ],
  ],
  [
    'an opening that was there',
    varied('port: TCP/22', 'port: TCP/5432'),
    [/is among what a looser answer opens, and the solution opens it too.*\[looser-open-anyway\]/],
  ],
  [
    'a hint that tells',
    varied(/- Which label does the .*/, "- 'Write `podSelector: { matchLabels: {  app: web } }` in it.'"),
    [/Hint 1 holds what the solution writes: `podSelector: \{ matchLabels: \{ app: web \} \}`.*\[hint-tells\]/],
  ],
  [
    'a file that nobody has',
    varied('open: policies/database.yaml ', 'open: policies/databse.yaml '),
    [/`policies\/databse.yaml` is a file that neither the step nor any of its answers has.*\[no-file\]/],
  ],
  [
    'a look at nothing',
    varied('look: { from: shop/batch', 'look: { from: shop/bach'),
    [/`look` cannot be explained: .*\[no-flow\]/],
  ],
  [
    'no such finding',
    varied('- { from: shop/database, to: internet, port: TCP/443, expect: allowed }', '- { noFinding: dns-blokked }'),
    [/No finding has the code `dns-blokked`.*\[unknown-code\]/],
  ],
])('tells of %s', (_, lesson, problems) => {
  const { lines } = proofLines({ path: 'x', text: lesson });
  const told = lines.map((line) => line.replace(/^x:/, '')).join('\n');
  for (const problem of problems) expect(told).toMatch(problem);
  expect(lines.length).toBeLessThanOrEqual(problems.length + 3);
});

it('takes a mistake that is there at first where it is meant so', () => {
  const at = 'expect: allowed, end: ingress, by: rule 1 }\n';
  expect(proofLines({ path: 'x', text: varied(at, 'expect: allowed }\n        unchanged: true\n') }).lines).toEqual([]);
});

it('proves each step on what the solutions before it left', () => {
  const second = `  - title: Open it again
    text:
      - fact: Only the web tier connects.
        holds:
          - { from: shop/batch, to: shop/database, port: TCP/5432, expect: denied }
    goals:
      - { name: the batch job connects, from: shop/batch, to: shop/database, port: TCP/5432, expect: allowed }
    hints: ['Why?', 'Where?', Remove it.]
    solution: { policies/database.yaml: null }
`;
  const lesson = text.replace('receipts:', `${second}receipts:`);
  const { lines, counts } = proofLines({ path: 'x', text: lesson });
  expect(lines).toEqual([]);
  expect(counts).toEqual({ steps: 2, goals: 3, mistakes: 2, looser: 1, facts: 3 });
  const wrong = lesson.replace('expect: denied }\n    goals', 'expect: allowed }\n    goals');
  expect(proofLines({ path: 'x', text: wrong }).lines.join()).toContain('[fact-fails]');
});
