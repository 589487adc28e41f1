// The story of the demo on the real page, policy by policy: what each opens and closes, and why a claim does not hold.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './watched-test.ts';
import { chooseOfBaseline, expectImpact, graphEdge, graphNode, typeInstead, workload } from './workbench-page.ts';

const demo = join(import.meta.dirname, '../src/lessons/demo');
const application = ['00-namespaces.yaml', '01-application.yaml', '02-cluster-services.yaml'];
const policyText = (file: string): string => readFileSync(join(demo, 'policies', file), 'utf8');

const frontendEgress = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: allow-frontend-egress
  namespace: dev-app
spec:
  podSelector:
    matchLabels:
      app: frontend
  policyTypes: [Egress]
  egress:
    - to:
        - podSelector:
            matchLabels:
              app: backend
      ports:
        - protocol: TCP
          port: 8080
`;

async function accept(page: Page): Promise<void> {
  await chooseOfBaseline(page, /Accept/);
  await expectImpact(page, 0, 0);
}

/** A new policy file from the menu, with the text typed over the template. */
async function writePolicy(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'New policy' }).click();
  const menu = page.getByRole('dialog', { name: 'New policy' });
  await menu.getByRole('combobox', { name: 'Namespace' }).selectOption('dev-app');
  await menu.getByRole('button').first().click();
  await typeInstead(page, text);
}

async function explain(page: Page, from: string, to: string, port: number, protocol = 'TCP'): Promise<Locator> {
  const panel = page.getByTestId('explain');
  const form = panel.getByRole('form', { name: 'Flow to explain' });
  // A press in the text may have opened what a selector finds.
  const close = page.getByRole('region', { name: 'Detail', exact: true }).getByRole('button', { name: 'Close' });
  if (await close.isVisible()) await close.click();
  if (!(await form.isVisible()))
    await page
      .getByRole('button', { name: /Explain/ })
      .first()
      .click();
  await form.getByLabel('From').fill(from);
  await form.getByLabel('To', { exact: true }).fill(to);
  await form.getByLabel('Protocol').selectOption(protocol);
  await form.getByLabel('Port').fill(String(port));
  await form.getByRole('button', { name: 'Explain' }).click();
  return panel;
}

test('the story of the demo, step by step', async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto('/');
  await page.getByTestId('open-files').setInputFiles(application.map((file) => join(demo, file)));
  await expect(graphNode(page, workload('frontend'))).toBeVisible();

  await test.step('no policy: every flow is allowed', async () => {
    await expectImpact(page, 0, 0);
    const panel = await explain(page, 'dev-app/frontend', 'dev-app/backend', 8080);
    await expect(panel).toHaveAttribute('data-verdict', 'allowed');
    await expect(panel).toContainText('no policy governs');
  });

  await test.step('default deny: everything from and to dev-app closes', async () => {
    await writePolicy(page, policyText('1-default-deny.yaml'));
    // Per protocol and destination port: within dev-app 6 between tiers and 2 among replicas; to coredns 3 × 2, to
    // monitoring 3 × 3 (no declared port: all of TCP, UDP, SCTP), to the Internet 3 × 3; into dev-app from
    // coredns, monitoring and the Internet 3 × 3.
    await expectImpact(page, 0, 8 + 6 + 9 + 9 + 9);
    await expect(page.getByTestId('explain')).toHaveAttribute('data-verdict', 'denied');
    await accept(page);
  });

  await test.step('front end ingress from 0.0.0.0/0 TCP 80', async () => {
    await writePolicy(page, policyText('2-allow-frontend-ingress.yaml'));
    // From the Internet, monitoring and coredns; from dev-app itself nothing, because its egress stays isolated.
    await expectImpact(page, 3, 0);
    await expect(graphEdge(page, 'internet', workload('frontend'))).toHaveAttribute('data-verdict', 'allowed');
    await accept(page);
  });

  await test.step('front end to back end 8080: the claim does not hold, and the trace says why', async () => {
    await writePolicy(page, policyText('3-allow-frontend-to-backend.yaml'));
    await expectImpact(page, 0, 0);
    const panel = await explain(page, 'dev-app/frontend', 'dev-app/backend', 8080);
    await expect(panel).toHaveAttribute('data-verdict', 'denied');
    await expect(panel).toContainText(
      'default-deny selects dev-app/Deployment/frontend for egress, and no rule allows TCP 8080',
    );
    await expect(panel).toContainText('The destination would allow it');
    await expect(panel).toContainText('allow-frontend-to-backend');
    await accept(page);
  });

  await test.step('an egress rule opens it, live', async () => {
    await writePolicy(page, frontendEgress);
    await expectImpact(page, 1, 0);
    await expect(page.getByTestId('explain')).toHaveAttribute('data-verdict', 'allowed');
    await expect(graphEdge(page, workload('frontend'), workload('backend'))).toHaveAttribute('data-verdict', 'allowed');
    // Half a word typed is an error at its place, and the flow is closed again as long as the policy is rejected.
    await typeInstead(page, frontendEgress.replace('policyTypes', 'policyType'));
    await expectImpact(page, 0, 0);
    await expect(page.getByText(/unknown field/).first()).toBeVisible();
    await typeInstead(page, frontendEgress);
    await expectImpact(page, 1, 0);
    await accept(page);
  });

  await test.step('back end to database: only one side again', async () => {
    await writePolicy(page, policyText('4-allow-backend-to-database.yaml'));
    await expectImpact(page, 0, 0);
    await accept(page);
  });

  await test.step('DNS: all three may ask coredns over UDP 53', async () => {
    await writePolicy(page, policyText('5-allow-dns-egress.yaml'));
    await expectImpact(page, 3, 0);
    for (const name of ['frontend', 'backend', 'database']) {
      const toDns = graphEdge(page, workload(name), workload('coredns', 'kube-system'));
      await expect(toDns).toHaveAttribute('data-verdict', 'allowed');
    }
    const panel = await explain(page, 'dev-app/frontend', 'kube-system/coredns', 53);
    await expect(panel).toHaveAttribute('data-verdict', 'denied');
  });
});
