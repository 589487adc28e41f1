// Missing facts and labels: the load report by severity and kind, and what is given or changed right there; each can be undone.
import { expect, test } from './watched-test.ts';
import { editorText, graphNode, openTexts, tab } from './workbench-page.ts';

const workload = (namespace: string, name: string): string => `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
  namespace: ${namespace}
  labels: { app: ${name} }
spec:
  containers: [{ name: main, image: main, ports: [{ containerPort: 80 }] }]
`;
const policy = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: from-team, namespace: shop }
spec:
  podSelector: {}
  policyTypes: [Ingress]
  ingress:
    - from: [{ namespaceSelector: { matchLabels: { team: web } } }]
`;

test('labels given to a namespace become its manifest, change verdicts, and are undone', async ({ page }) => {
  await openTexts(page, {
    'pods.yaml': `${workload('shop', 'db')}---\n${workload('front', 'web')}`,
    'policy.yaml': policy,
  });
  await page.getByRole('button', { name: 'Load report' }).click();
  const report = page.getByRole('dialog', { name: 'Load report' });
  const form = report.getByRole('form', { name: 'Labels of namespace front' });
  await form.getByRole('textbox').fill('team');
  await form.getByRole('button', { name: 'Write manifest' }).click();
  await expect(form).toContainText('team is no label');
  await form.getByRole('textbox').fill('team=web');
  await form.getByRole('textbox').press('Enter');
  await expect(form).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('impact')).not.toHaveAttribute('data-opened', '0');
  await tab(page, 'List', 'Files').click();
  const written = page.getByRole('tabpanel', { name: 'files' }).getByRole('button', { name: /namespace-front\.yaml/ });
  await expect(written.first()).toBeVisible();
  await page.getByRole('button', { name: 'Undo add namespace front' }).click();
  await expect(page.getByTestId('impact')).toHaveAttribute('data-opened', '0');
  await expect(written).toHaveCount(0);
});

test('address ranges and nodes are given, and undone', async ({ page }) => {
  await openTexts(page, { 'pods.yaml': workload('shop', 'db') });
  await page.getByRole('button', { name: 'Load report' }).click();
  const report = page.getByRole('dialog', { name: 'Load report' });
  const range = report.getByRole('textbox', { name: 'Pod address range' });
  await range.fill('10.244.0.0/99');
  await range.press('Enter');
  await expect(range).toHaveAttribute('aria-invalid', 'true');
  await range.fill('10.244.0.0/16');
  await range.press('Enter');
  await expect(range).toHaveAttribute('aria-invalid', 'false');
  const node = report.getByRole('textbox', { name: 'Node and its addresses' });
  await node.fill('node-1 10.0.0.11');
  await node.press('Enter');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Undo add node node-1' }).click();
  await page.getByRole('button', { name: 'Undo give the pod address range' }).click();
  await page.getByRole('button', { name: 'Load report' }).click();
  await expect(range).toHaveValue('');
});

test('problems are shown by severity, and many of a kind once', async ({ page }) => {
  const bad = (at: number): string =>
    policy.replace('from-team', `p-${at}`).replace('podSelector: {}', 'podSelectr: {}');
  const texts = { 'bad.yaml': Array.from({ length: 5 }, (_, at) => bad(at)).join('---\n') };
  await openTexts(page, texts);
  const report = page.getByRole('dialog', { name: 'Load report' });
  const problems = report.getByRole('region', { name: 'Problems' });
  const more = problems.getByText('4 more of this kind').first();
  await expect(more).toBeVisible();
  await more.click();
  await problems.getByRole('button', { name: /^line/ }).nth(1).click();
  await expect(report).toHaveCount(0);
});

test('a label of a declared namespace is added, changed and removed in its panel, as edits of its manifest', async ({
  page,
}) => {
  const namespace = (name: string): string => `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${name}\n`;
  await openTexts(page, {
    'namespaces.yaml': `${namespace('shop')}---\n${namespace('front')}`,
    'pods.yaml': `${workload('shop', 'db')}---\n${workload('front', 'web')}`,
    'policy.yaml': policy,
  });
  await graphNode(page, 'namespace:front').focus();
  await page.keyboard.press('Enter');
  const labels = page.getByRole('region', { name: 'Labels of namespace front' });
  await labels.getByRole('textbox', { name: 'New label' }).fill('team=web');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('impact')).toHaveAttribute('data-opened', '1');
  const field = labels.getByRole('textbox', { name: 'team' });
  await field.fill('not this');
  await labels.getByRole('button', { name: 'Change' }).click();
  await expect(labels).toContainText('is no label');
  await field.fill('other');
  await field.press('Enter');
  await expect(page.getByTestId('impact')).toHaveAttribute('data-opened', '0');
  await page.getByRole('button', { name: 'Undo label namespace front with team=other' }).click();
  await expect(field).toHaveValue('web');
  await labels.getByRole('button', { name: /namespaces\.yaml/ }).click();
  await expect(await editorText(page)).toContainText('team: web');
  await labels.getByRole('button', { name: 'Remove label team' }).click();
  await expect(field).toHaveCount(0);
  await expect(await editorText(page)).not.toContainText('team: web');
  await expect(labels.getByRole('textbox', { name: 'New label' })).toBeFocused();
});
