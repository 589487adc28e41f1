// Reverse lookup: what a selector in the editor finds, at the end of its line, in a panel, on the map; and its nearest miss.
import { axeViolations } from './axe-violations.ts';
import { expect, test } from './watched-test.ts';
import {
  editorText,
  expectImpact,
  graphNode,
  openDemo,
  openIngress,
  openTexts,
  showFile,
  typeInstead,
  workload,
} from './workbench-page.ts';

const hint = '[class*="int"]';

test('the count at a selector opens the list and lights it on the map; a name in the list selects it', async ({
  page,
}) => {
  await openDemo(page);
  await showFile(page, /3-allow-frontend-to-backend/);
  const lines = await editorText(page);
  await lines.locator(hint).getByText('← 2 pods').first().click();
  const found = page.getByRole('list', { name: 'Found' });
  await expect(found.getByRole('listitem')).toHaveText([/dev-app\/backend.*2 pods/]);
  await expect(graphNode(page, workload('backend'))).toHaveAttribute('data-dimmed', 'false');
  await expect(graphNode(page, workload('frontend'))).toHaveAttribute('data-dimmed', 'true');
  expect(await axeViolations(page, 'section[aria-label="Detail"]')).toEqual([]);
  await found.getByRole('button').click();
  await expect(page.getByRole('heading', { name: 'Who can reach it' })).toBeVisible();
});

test('by the keyboard, and for one that finds nothing with what it comes near to', async ({ page }) => {
  await openTexts(page, {
    'pods.yaml': `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: webb } }
spec: { containers: [{ name: main, image: img }] }
`,
    'policy.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }\n',
  });
  await expect(graphNode(page, 'workload:shop/Pod/web')).toBeVisible();
  await showFile(page, /policy\.yaml/);
  await typeInstead(
    page,
    "apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: { name: web }\nspec:\n  selector: app == 'web'\n  types: [Ingress]\n",
  );
  const lines = await editorText(page);
  await expect(lines).toContainText('← no pods');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('End');
  await page.keyboard.press('Alt+Enter');
  await expect(page.getByText("app == 'web' matches nothing; app == 'webb' is on 1 pod.")).toBeVisible();
});

test('a node says by which words policies apply to it or name it, each leading to its line', async ({ page }) => {
  await openDemo(page);
  await graphNode(page, workload('backend')).click();
  const applying = page.getByRole('region', { name: 'Policies for ingress' });
  const why = applying.getByRole('button', { name: /podSelector app: backend met by app=backend/ });
  await expect(why).toBeVisible();
  await expect(applying.getByRole('button', { name: /podSelector {} means every pod of dev-app/ })).toBeVisible();
  await why.click();
  const editor = page.getByTestId('editor');
  await expect(editor.locator('.line-numbers.active-line-number')).toHaveText('10');
  await expect(editor.locator('.view-lines').first()).toContainText('app: backend');
  const naming = page.getByRole('region', { name: 'Named as a peer by' });
  await naming.getByRole('button', { name: 'ingress rule 1 of allow-backend-to-database' }).click();
  await expect(editor.locator('.view-lines').first()).toContainText('port: 3306');
  await expect(naming.getByRole('button', { name: /podSelector app: backend met by app=backend/ })).toBeVisible();
  expect(await axeViolations(page, 'section[aria-label="Detail"]')).toEqual([]);
});

test('the light bulb at a selector shows what it finds, and writes the nearest miss', async ({ page }) => {
  await openDemo(page);
  await showFile(page, /3-allow-frontend-to-backend/);
  await typeInstead(page, openIngress('bakend'));
  const lines = await editorText(page);
  await expect(lines).toContainText('← no pods; app: backend?');
  for (let line = 0; line < 4; line++) await page.keyboard.press('ArrowUp');
  const menu = page.locator('.action-widget:visible');
  // What is found out about a new text closes the menu.
  await expect(async () => {
    if (!(await menu.isVisible())) await page.keyboard.press('ControlOrMeta+.');
    await expect(menu.getByText('Show why this selector finds nothing')).toBeVisible({ timeout: 2000 });
    await menu.getByText('Write app: backend, which is on 2 pods').click({ timeout: 2000 });
  }).toPass();
  await expectImpact(page, 3, 0);
  await expect(lines).toContainText('← 2 pods');
  const found = page.getByRole('list', { name: 'Found' }).getByRole('listitem');
  await expect(async () => {
    if (!(await menu.isVisible())) await page.keyboard.press('ControlOrMeta+.');
    await menu.getByText('Show what this selector finds: 2 pods').click({ timeout: 2000 });
    await expect(found).toHaveText([/dev-app\/backend.*2 pods/], { timeout: 2000 });
  }).toPass();
});
