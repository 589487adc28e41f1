// Findings in the page: what each is about, and how one passes with a reason.

import { expect, test } from './watched-test.ts';
import { editorText, openTexts, tab } from './workbench-page.ts';

const policy = (name: string, more: string): string => `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata:
  name: ${name}
  namespace: shop
spec:
  selector: app == 'web'
${more}`;

const pod = `---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: web } }
`;

const files = {
  'close-web.yaml': policy('close-web', '  ingress:\n    - action: Allow\n') + pod,
  'ports.yaml': policy(
    'ports',
    '  types: [Ingress]\n  ingress:\n    - action: Deny\n      protocol: TCP\n      source:\n        ports: [80]\n',
  ),
};

test('a badge lists the findings of a policy; one is explained, and passes with a reason', async ({ page }) => {
  await openTexts(page, files);
  await page.getByRole('button', { name: /(warning|note)s? about close-web/ }).click();
  const list = page.getByTestId('findings');
  await expect(list.getByText('is not written')).toBeVisible();
  await expect(list.getByRole('region', { name: 'ports.yaml' })).toBeHidden();

  await list.getByRole('button', { name: 'Why? Help for types-implicit' }).press('Enter');
  const help = page.getByRole('dialog', { name: 'A Calico policy does not say which directions it governs' });
  await expect(help.getByRole('heading', { name: 'How to mend it' })).toBeVisible();
  await expect(help.getByRole('link', { name: 'Calico: NetworkPolicy' })).toHaveAttribute('href', /^https:\/\/docs/);
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();

  await list.getByRole('button', { name: 'Let types-implicit in line 6 pass' }).click();
  const ask = page.getByRole('dialog', { name: 'Let a finding pass' });
  await ask.getByRole('textbox').fill('ingress only, on purpose');
  await page.keyboard.press('Enter');
  await expect(await editorText(page)).toContainText('sluice-ignore types-implicit:');
  await expect(list.getByRole('button', { name: /^Let types-implicit/ })).toBeHidden();
  await list.getByText('1 finding let pass').click();
  await expect(list.getByText('ingress only, on purpose')).toBeVisible();
  await list.getByRole('button', { name: 'Show all' }).click();
  await expect(list.getByRole('region', { name: 'ports.yaml' })).toBeVisible();
});

test('a card of the tier board has the badge, and a sluice.yaml counts in the page', async ({ page }) => {
  const config = 'apiVersion: sluice/v1\nkind: Config\nignore:\n  - rule: types-implicit\n    reason: soon\n';
  await openTexts(page, { ...files, 'sluice.yaml': config });
  await tab(page, 'View', /Tiers/).click();
  await page
    .getByTestId('tier-board')
    .getByRole('button', { name: /(warning|note)s? about ports/ })
    .click();
  const list = page.getByTestId('findings');
  await expect(list.getByRole('region', { name: 'ports.yaml' })).toBeVisible();
  await expect(list.getByRole('region', { name: 'close-web.yaml' })).toBeHidden();
  await list.getByText('1 finding let pass').click();
  await expect(list.getByText('says sluice.yaml:4')).toBeVisible();
});
