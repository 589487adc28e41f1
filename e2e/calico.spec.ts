// Calico's tiers on the real page: their order, whose reading counts, staged policies, corrections, facts, and why a flow is judged as it is.
import type { Locator, Page } from '@playwright/test';
import { calicoManifests } from './calico-manifests.ts';
import { expect, test } from './watched-test.ts';
import { editorText, expectImpact, graphNode, openTexts, showFile, tab } from './workbench-page.ts';

test.beforeEach(async ({ page }) => {
  await openTexts(page, calicoManifests);
  // What was rejected opens the load report.
  await page.getByRole('dialog', { name: 'Load report' }).getByRole('button', { name: 'Close' }).click();
  await expect(graphNode(page, 'host:worker-1')).toBeVisible();
});

const tier = (page: Page, name: string): Locator =>
  page.getByTestId('policy-tree').getByRole('list', { name: `Tier ${name}` });

async function chooseSemantics(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name: /^Semantics/ }).click();
  await page.getByRole('menuitemradio', { name }).click();
}

interface Asked {
  readonly protocol?: string;
  readonly port?: number;
}

async function explain(page: Page, from: string, to: string, { protocol = 'TCP', port }: Asked): Promise<Locator> {
  const panel = page.getByTestId('explain');
  const form = panel.getByRole('form', { name: 'Flow to explain' });
  if (!(await form.isVisible())) await page.getByRole('button', { name: 'Explain a flow' }).click();
  await form.getByLabel('From').fill(from);
  await form.getByLabel('To', { exact: true }).fill(to);
  await form.getByLabel('Protocol').selectOption(protocol);
  if (port !== undefined) await form.getByLabel('Port').fill(String(port));
  await form.getByRole('button', { name: 'Explain' }).click();
  return panel;
}

test('policies by tier; a correction from the list of problems or the light bulb, and back', async ({ page }) => {
  const tree = page.getByTestId('policy-tree');
  await expect(tree.getByRole('button', { name: /order [\d,]+$/ })).toHaveText([
    'securityorder 100',
    'platformorder 200',
    'defaultbuilt in, order 1,000,000',
  ]);
  await expect(tier(page, 'platform').locator('[data-row]')).toHaveText([
    /^10platform\.allow-dns.*5 pods$/,
    /^20platform\.allow-ping.*5 pods$/,
    /^30platform\.protect-nodes.*1 host$/,
    /^40platform\.partners-only.*staged/,
    /^platform\.protect-nodes.*staged.*delete$/,
  ]);
  await expect(tier(page, 'platform')).toContainText('no rule matches: next tier');
  await expect(tier(page, 'default')).toContainText('no rule matches: not allowed');
  const lost = tree.getByRole('region', { name: 'Left out of the answer' });
  await expect(lost.getByRole('button', { name: /security\.no-telnet/ })).toContainText('its denies are gone too');

  await showFile(page, /staged/);
  await tab(page, 'List', /^Problems/).click();
  await page.getByTestId('findings').getByRole('button', { name: 'Apply fix: Write Deny' }).click();
  const lines = await editorText(page);
  await expect(lines).toContainText('action: Deny');
  await expectImpact(page, 0, 9);

  await page.keyboard.press('ControlOrMeta+z');
  await expect(lines).toContainText('action: deny');
  await expectImpact(page, 0, 0);

  await page.keyboard.press('ControlOrMeta+.');
  await page.getByRole('option', { name: /^Write Deny/ }).click();
  await expect(lines).toContainText('action: Deny');
  await expectImpact(page, 0, 9);
  await tab(page, 'List', 'Policies').click();
  await expect(tier(page, 'security')).toContainText('security.no-telnet');
});

test('staged policies: enforced, as Calico computes pending, and after promotion', async ({ page }) => {
  const staging = page.getByRole('region', { name: 'Staged policies' });
  await expect(staging).toContainText('2 staged policies (1 deletion) have no effect now');
  await expectImpact(page, 0, 0);

  await staging.getByText('Pending').click();
  await expectImpact(page, 0, 1);
  await expect(staging).toContainText('That closes 1 flow.');
  await expect(page.getByRole('region', { name: 'Impact against what is enforced' })).toBeVisible();
  await expect(tier(page, 'platform').getByRole('button', { name: /partners-only/ })).toContainText('3 pods');

  await staging.getByText('After promotion').click();
  await expectImpact(page, 5, 1);
  await expect(staging).toContainText('That opens 5 flows and closes 1 flow.');
  await expect(tier(page, 'platform').getByRole('button', { name: /^30/ })).toContainText('replaced');
  const panel = await explain(page, 'shop/web', '203.0.113.9', { port: 443 });
  await expect(panel).toHaveAttribute('data-verdict', 'denied');
  await expect(panel.locator('[aria-current="step"]').first()).toContainText(/platform\.partners-only.*staged/);

  await staging.getByText('Enforced', { exact: true }).click();
  await expectImpact(page, 0, 0);
  await expect(panel).toHaveAttribute('data-verdict', 'allowed');
});

test('whose reading counts: Kubernetes ignores what is Calico’s, Enterprise knows domains', async ({ page }) => {
  await chooseSemantics(page, /^Kubernetes/);
  await expect(page.getByRole('button', { name: 'Semantics: Kubernetes, 12 policies ignored' })).toBeVisible();
  await expect(graphNode(page, 'host:worker-1')).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Staged policies' })).toHaveCount(0);
  await expect(page.getByTestId('policy-tree').getByRole('list', { name: 'shop' }).locator('[data-row]')).toHaveText([
    /^api/,
  ]);

  await chooseSemantics(page, /Calico Enterprise/);
  await expect(tier(page, 'default')).toContainText('to-payments');
  const panel = await explain(page, 'shop/db', '203.0.113.9', { port: 443 });
  await expect(panel).toHaveAttribute('data-verdict', 'unknown');
  const domain = panel.getByRole('form', { name: 'Addresses of api.payments.example' });
  await domain.getByLabel('api.payments.example').fill('203.0.113');
  await domain.getByRole('button', { name: 'Apply' }).click();
  await expect(domain).toContainText('203.0.113 is no address');
  await domain.getByLabel('api.payments.example').fill('203.0.113.9');
  await domain.getByRole('button', { name: 'Apply' }).click();
  await expect(panel).toHaveAttribute('data-verdict', 'allowed');
  await expect(panel.getByRole('region', { name: 'Egress at the source' })).toContainText('to-payments');
});

test('why: through the tiers, at hosts and sets, for ping and for a service; and what a node shows', async ({
  page,
}) => {
  const panel = await explain(page, 'shop/api', 'shop/db', { port: 5432 });
  await expect(panel).toHaveAttribute('data-verdict', 'allowed');
  const ingress = panel.getByRole('region', { name: 'Ingress at the destination' });
  await ingress.getByText(/steps before: none decides/).click();
  await expect(ingress.getByText(/^tier /).filter({ visible: true })).toHaveText([
    /security$/,
    /platform$/,
    /default$/,
  ]);
  await expect(ingress.getByRole('listitem').filter({ hasText: 'logs' })).toContainText('security.log-production');
  await expect(ingress).toContainText('namespace label stage=production');
  await expect(ingress).toContainText('end of tier: passes on');
  await expect(ingress.locator('[aria-current="step"]')).toContainText(/100.*db.*rule 1.*allows/);
  await ingress.getByText(/policies not asked/).click();
  await expect(ingress.getByRole('region', { name: /not valid/ })).toContainText('security.no-telnet');

  await explain(page, 'shop/web', 'set:known-bad', { port: 443 });
  await expect(panel).toHaveAttribute('data-verdict', 'denied');
  await explain(page, 'kube-system/coredns', 'host:worker-1', { port: 9100 });
  await expect(panel).toHaveAttribute('data-verdict', 'denied');
  await expect(panel.locator('[aria-current="step"]').last()).toContainText('platform.protect-nodes');
  await explain(page, 'monitoring/prometheus', 'shop/web', { protocol: 'ICMP' });
  await expect(panel).toHaveAttribute('data-verdict', 'allowed');
  await expect(panel.getByLabel('Type')).toHaveValue('8');
  await explain(page, 'shop/web', 'svc:kube-system/kube-dns', { protocol: 'UDP', port: 53 });
  await expect(panel).toContainText('leads to kube-system/Pod/coredns UDP 53');

  await page.getByRole('region', { name: 'Explain' }).getByRole('button', { name: 'Close' }).click();
  await graphNode(page, 'host:worker-1').click();
  const detail = page.getByRole('region', { name: 'Detail' });
  await expect(detail).toContainText('host endpoint of node worker-1');
  await expect(detail.getByRole('region', { name: 'Policies for ingress' })).toContainText('failsafe ports');
  await expect(graphNode(page, 'host:worker-1')).toBeInViewport();

  await graphNode(page, 'set:partners').click();
  await expect(detail).toContainText('198.51.100.64/28');
  const edge = page.getByTestId('graph').locator('[data-edge-id="workload:kube-system/Pod/coredns->set:partners"]');
  await expect(edge).toHaveAccessibleName(/all traffic/);
  await page
    .getByRole('checkbox', { name: /Hosts/ })
    .or(page.getByRole('button', { name: 'Hosts' }))
    .click();
  await expect(graphNode(page, 'host:worker-1')).toHaveCount(0);
});
