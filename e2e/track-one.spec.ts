// The first track as a learner goes through it: every policy typed, and the trap of forgotten egress fallen into once.
import type { Page } from '@playwright/test';
import { expectGraded, expectPassed, goal, lesson, mistake, openLessonList } from './lesson-page.ts';
import { completeField, typeManifest } from './type-manifest.ts';
import { expect, test } from './watched-test.ts';
import { editorText } from './workbench-page.ts';

const HEAD = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  namespace: dev-app
  name: `;

const pods = (app: string): string => `{ matchLabels: { app: ${app} } }`;

const rule = (list: 'from' | 'to', app: string, port: number): string => `    - ${list}: [{ podSelector: ${pods(app)} }]
      ports: [{ port: ${port} }]
`;

const egress = (app: string): string => `spec:
  podSelector: ${pods(app)}
  policyTypes: [Egress]
  egress:
`;

/** Makes the file that the step speaks of. */
async function create(page: Page): Promise<void> {
  await lesson(page)
    .getByRole('button', { name: /^Create / })
    .click();
  await (await editorText(page)).click();
}

/** Makes the file and types a policy into it; what all of them begin with is pasted, as everybody does. */
async function write(page: Page, name: string, text: string): Promise<string> {
  await create(page);
  await page.keyboard.insertText(HEAD + name);
  await typeManifest(page, text, HEAD + name);
  return `${HEAD}${name}\n${text}`;
}

/** Goes on at the end of the file, below what is there. */
async function add(page: Page, there: string, text: string): Promise<void> {
  await (await editorText(page)).click();
  await page.keyboard.press('ControlOrMeta+End');
  await typeManifest(page, text, there);
}

/** The step is passed by what was typed; on by this button. */
async function passAnd(goOn: 'Next step' | 'Next lesson', page: Page): Promise<void> {
  await expectPassed(page);
  await page.getByTestId('lesson-state').getByRole('button', { name: goOn }).click();
  await expect(page.getByTestId('lesson-state')).toHaveAttribute('data-passed', 'false');
  await expectGraded(page);
}

test('the first track, from the first key to the last', async ({ page }) => {
  await openLessonList(page);
  await page.getByRole('button', { name: /^Begin with / }).click();

  // One field is taken from what the editor offers, which writes a line more and indents it.
  await create(page);
  const begun = `${HEAD}database\nspec:\n`;
  await typeManifest(page, begun);
  await completeField(page, '  podS', 'podSelector', begun);
  await page.keyboard.type('matchLabels:');
  const selected = `${begun}  podSelector:\n    matchLabels:\n`;
  const rest = '      app: database\n  policyTypes:\n    - Ingress\n';
  await typeManifest(page, rest, selected);
  await passAnd('Next step', page);
  await add(page, selected + rest, `  ingress:\n${rule('from', 'backend', 3306)}`);
  await passAnd('Next lesson', page);

  const deny = await write(page, 'default-deny', 'spec:\n  podSelector: {}\n  policyTypes:\n    - Ingress\n');
  await passAnd('Next step', page);
  await add(page, deny, '    - Egress');
  await passAnd('Next lesson', page);

  const controller = `spec:
  podSelector: ${pods('frontend')}
  ingress:
    - from:
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: ingress-nginx
          podSelector: ${pods('ingress-controller')}
      ports: [{ port: 80 }]
`;
  await write(page, 'frontend', controller);
  await passAnd('Next lesson', page);

  const ingress = `spec:\n  podSelector: ${pods('backend')}\n  ingress:\n${rule('from', 'frontend', 8080)}`;
  const accept = await write(page, 'accept', ingress);
  await expect(mistake(page)).toContainText('Here is the trap');
  const flow = goal(page, 'the front end reaches the back end');
  await expect(flow).toContainText('not yet');
  await flow.getByRole('button', { name: 'Explain' }).click();
  const explained = page.getByTestId('explain');
  await expect(explained).toContainText('Not allowed at the source');
  await expect(explained).toContainText('The destination would allow it, by rule 1 of accept');
  await (await editorText(page)).click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText(`\n---\n${HEAD}call`);
  await typeManifest(page, egress('frontend') + rule('to', 'backend', 8080), `${accept}---\n${HEAD}call`);
  await expect(mistake(page)).toBeHidden();
  await passAnd('Next lesson', page);

  await write(page, 'call', egress('backend') + rule('to', 'database', 3306));
  await passAnd('Next lesson', page);

  const dns = `spec:
  podSelector: {}
  policyTypes: [Egress]
  egress:
    - to:
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: kube-system
          podSelector: { matchLabels: { k8s-app: kube-dns } }
      ports: [{ port: 53, protocol: UDP }, { port: 53 }]
`;
  await write(page, 'dns', dns);
  await expectPassed(page);
  await lesson(page).getByRole('button', { name: 'All lessons' }).click();
  const rows = page.getByRole('region', { name: 'Zero trust from nothing' }).getByRole('listitem');
  await expect(rows.filter({ hasText: /passed/i })).toHaveCount(6);
});
