// A file too large for an editor: read piece by piece, its policies editable, there again after a reload.
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

const pod = (i: number): object => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name: `web-${i}`,
    namespace: `team-${i % 20}`,
    labels: { app: 'web' },
    annotations: { note: 'x'.repeat(3000) },
  },
  spec: { containers: [{ name: 'web', image: 'web', ports: [{ containerPort: 8080 }] }] },
  status: { phase: 'Running', podIP: `10.1.${i >> 8}.${i & 255}` },
});
const policy = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'closed', namespace: 'team-3' },
  spec: { podSelector: {}, policyTypes: ['Ingress'] },
};
const items = [policy, ...Array.from({ length: 3000 }, (_, i) => pod(i))];
const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items });

test('a list of 3,000 pods loads for its facts, and its policy can be edited', async ({ page }) => {
  await page.goto('/');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open files' }).click();
  await (await chooser).setFiles({ name: 'cluster.json', mimeType: 'application/json', buffer: Buffer.from(list) });
  await expect(page.getByText('3,000 pods')).toBeVisible();

  const side = page.getByTestId('side');
  await page.getByRole('tab', { name: 'Files' }).click();
  await side.getByRole('button', { name: 'cluster.json', exact: true }).click();
  await expect(page.getByText('too large to edit here')).toBeVisible();

  await page.getByRole('tab', { name: 'Policies' }).click();
  await side.getByRole('button', { name: /^closed/ }).click();
  await expect(page.getByTestId('editor-column').getByText('"closed"')).toBeVisible();

  await expect(page.getByRole('heading', { level: 1 })).toHaveAttribute('title', 'Saved in this browser');
  await page.reload();
  await expect(page.getByText('3,000 pods')).toBeVisible();
  await expect(side.getByRole('button', { name: /^closed/ })).toBeVisible();
});

test('the same packed by gzip is unpacked as it is read; a damaged one is named', async ({ page }) => {
  await page.goto('/');
  const packed = gzipSync(list);
  const open = (name: string, buffer: Buffer) =>
    page.getByTestId('open-files').setInputFiles({ name, mimeType: 'application/gzip', buffer });
  const damaged = Buffer.from(packed);
  damaged.fill(0, packed.length - 8, packed.length - 4);
  await open('damaged.json.gz', damaged);
  await expect(page.getByText(/gzip file is damaged/)).toBeVisible();
  await open('cluster.json.gz', packed);
  await expect(page.getByText('3,000 pods')).toBeVisible();
});
