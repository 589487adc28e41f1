// Lessons on the page: found, answered, graded, explained, left and taken up again; a teacher's own; offline and on paper.
import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { axeViolations } from './axe-violations.ts';
import {
  answer,
  expectGraded,
  expectPassed,
  goal,
  lesson,
  mistake,
  openLesson,
  openLessonFile,
  openLessonList,
} from './lesson-page.ts';
import { expect, test } from './watched-test.ts';
import { editorText, openDemo, typeInstead } from './workbench-page.ts';

/** The lesson that teachers begin with: the web tier reads the database, and nobody else does. */
const own = readFileSync('src/lessons/template.lesson.yaml', 'utf8');

const policy = (peer: string, ports = ''): string => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: mine, namespace: shop }
spec:
  podSelector: { matchLabels: { app: database } }
  policyTypes: [Ingress]
  ingress:
    - from: [{ podSelector: ${peer} }]
${ports}`;
const web = '{ matchLabels: { app: web } }';
const tight = policy(web, '      ports: [{ protocol: TCP, port: 5432 }]\n');

test('a wrong answer is told why, a looser one what else it opens, a tight one that it is; all of it can be taken back', async ({
  page,
}) => {
  await openLessonList(page);
  await openLessonFile(page, own);
  await expectGraded(page);
  await expect(goal(page, 'the web tier reads')).toContainText('holds');
  await expect(goal(page, 'the batch job does not')).toContainText('not yet');
  await expect(page.getByTestId('explain')).toHaveAttribute('data-verdict', 'allowed');
  const matrix = lesson(page).getByRole('region', { name: 'Goals as a matrix' });
  await expect(matrix.getByRole('button', { name: /^Explain shop\/batch to shop\/database/ })).toBeVisible();

  await answer(page, policy('{}'));
  await expect(mistake(page)).toContainText('The empty selector stands for every pod');
  await lesson(page).getByRole('button', { name: 'Explain: the batch job does not' }).click();
  await expect(page.getByTestId('explain')).toContainText('mine rule 1');

  await typeInstead(page, policy(web));
  await expectPassed(page);
  await expect(mistake(page)).toBeHidden();
  await expect(lesson(page).getByRole('note', { name: 'Beyond the goals' })).toContainText(/opens [\d,]+ flows?/);
  await expect(
    lesson(page).getByRole('list', { name: 'Flows beyond the example solution' }).getByRole('listitem').first(),
  ).toContainText('shop/web → shop/database');
  await typeInstead(page, tight);
  await expect(lesson(page).getByRole('note', { name: 'Beyond the goals' })).toContainText('opens nothing beyond');

  await lesson(page).getByRole('button', { name: 'Reset step' }).click();
  await expect(lesson(page).getByRole('button', { name: /^Create/ })).toBeVisible();
  await page.getByRole('button', { name: 'Undo reset the step' }).click();
  await expectPassed(page);
});

test('hints come one by one, the solution is compared before it is used, and a reload goes on where one was', async ({
  page,
}) => {
  await openDemo(page);
  await page.keyboard.press('l');
  await openLessonFile(page, own);
  await page.getByRole('dialog', { name: 'Open the lesson?' }).getByRole('button', { name: 'Open the lesson' }).click();
  await expectGraded(page);
  for (const name of ['Show a hint', 'Show the next hint', 'Show the next hint']) {
    await lesson(page).getByRole('button', { name }).click();
  }
  await lesson(page).getByRole('button', { name: 'Show the solution' }).click();
  const solution = page.getByRole('region', { name: 'Example solution' });
  await expect(solution).toContainText('policies/database.yaml');
  await expect(page.getByTestId('lesson-state')).toHaveAttribute('data-passed', 'false');
  await solution.getByRole('button', { name: 'Use it' }).click();
  await expectPassed(page);
  await expect(page.getByTitle('Saved in this browser')).toBeVisible();

  await page.reload();
  await expectPassed(page);
  await expect(lesson(page).getByText('Hint 3 of 3')).toBeVisible();
  await lesson(page).getByRole('button', { name: 'Leave the lesson' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'dev-app demo' })).toBeVisible();
  await expect(lesson(page)).toBeHidden();
});

test('a damaged lesson is told of line by line, an unknown name with the nearest one, and a packed one opens', async ({
  page,
}) => {
  await openLessonList(page);
  await openLessonFile(page, own.replace('expect: denied', 'expect: refused'), 'damaged.lesson.yaml');
  await expect(page.getByRole('alert')).toContainText(/damaged\.lesson\.yaml:\d+:\d+/);
  await page.goto('/#lesson=defualt-deny');
  await expect(page.getByRole('alert')).toContainText('No lesson is called');
  await page.getByRole('alert').getByRole('button', { name: 'Open default-deny' }).click();
  await expect(lesson(page)).toContainText('Close everything first');

  const letters = deflateRawSync(own).toString('base64url');
  await page.goto(`/#lesson-file=1.${letters}`);
  await expect(lesson(page)).toContainText('Only the web tier reads the database');
});

test('once the list of lessons is there they work without a network', async ({ page, context }) => {
  await openLessonList(page);
  await expect(page.getByText('lessons work without a network now')).toBeVisible({ timeout: 60_000 });
  await context.setOffline(true);
  await page.getByRole('button', { name: /^\d? ?Close everything first/ }).click();
  await expectGraded(page);
  await editorText(page);
  await answer(
    page,
    `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: all, namespace: dev-app }
spec: { podSelector: {}, policyTypes: [Ingress] }
`,
  );
  await expectPassed(page);
});

test('on paper a lesson is a sheet; axe finds nothing on the screen', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openLesson(page, 'default-deny');
  await lesson(page).getByRole('button', { name: 'Show a hint' }).click();
  await lesson(page).getByRole('button', { name: 'What this rests on' }).first().click();
  expect(await axeViolations(page, '[data-testid="lesson"]')).toEqual([]);

  await page.emulateMedia({ media: 'print' });
  const sheet = page
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { level: 1, name: 'Close everything first' }) });
  await expect(sheet).toBeVisible();
  await expect(sheet.getByRole('heading', { name: 'Hints' })).toHaveCount(0);
  await expect(page.getByRole('banner')).toBeHidden();
});
