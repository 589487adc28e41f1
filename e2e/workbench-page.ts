// The workbench as a person works it: opening, typing, choosing, and the hooks of the page that carry the answers.
import { expect, type Locator, type Page } from '@playwright/test';

export const workload = (name: string, namespace = 'dev-app'): string => `workload:${namespace}/Deployment/${name}`;

export const graphNode = (page: Page, id: string): Locator =>
  page.getByTestId('graph').locator(`[data-node-id="${id}"]`);

export const graphEdge = (page: Page, from: string, to: string): Locator =>
  page.getByTestId('graph').locator(`[data-edge-id="${from}->${to}"]`);

export const tab = (page: Page, list: string, name: string | RegExp): Locator =>
  page.getByRole('tablist', { name: list }).getByRole('tab', { name });

/** Opens the demo and waits until it is drawn. */
export async function openDemo(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByTestId('demo').click();
  await expect(graphNode(page, workload('frontend'))).toBeVisible();
}

/** Opens the texts as files of these names. */
export async function openTexts(page: Page, texts: Readonly<Record<string, string>>): Promise<void> {
  if (page.url() === 'about:blank') await page.goto('/');
  const files = Object.entries(texts).map(([name, text]) => ({
    name,
    mimeType: 'text/plain',
    buffer: Buffer.from(text),
  }));
  await page.getByTestId('open-files').setInputFiles(files);
}

/** Waits for Monaco. */
export async function editorText(page: Page): Promise<Locator> {
  const lines = page.getByTestId('editor').locator('.view-lines').first();
  await expect(lines).toBeVisible();
  return lines;
}

/** Replaces the text of the file on show. */
export async function typeInstead(page: Page, text: string): Promise<void> {
  await (await editorText(page)).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
}

/** The counts of the impact line, once they answer the text as typed. */
export async function expectImpact(page: Page, opened: number, closed: number, unknown = 0): Promise<void> {
  const impact = page.getByTestId('impact');
  const counts = async () => ({
    stale: await impact.getAttribute('data-stale'),
    opened: Number(await impact.getAttribute('data-opened')),
    closed: Number(await impact.getAttribute('data-closed')),
    unknown: Number(await impact.getAttribute('data-unknown')),
  });
  await expect.poll(counts).toEqual({ stale: 'false', opened, closed, unknown });
}

/** An item of the baseline's menu. */
export async function chooseOfBaseline(page: Page, item: RegExp): Promise<void> {
  await page.getByRole('button', { name: /^Baseline/ }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** A file of the workspace, from the list. */
export async function showFile(page: Page, name: RegExp): Promise<void> {
  await tab(page, 'List', 'Files').click();
  await page.getByRole('tabpanel', { name: 'files' }).getByRole('button', { name }).click();
}

/** The detail of a flow, asked for with the form. */
export async function explain(page: Page, from: string, to: string, port: number): Promise<Locator> {
  const panel = page.getByTestId('explain');
  const form = panel.getByRole('form', { name: 'Flow to explain' });
  if (!(await form.isVisible())) await page.getByRole('button', { name: 'Explain a flow' }).click();
  await form.getByLabel('From').fill(from);
  await form.getByLabel('To', { exact: true }).fill(to);
  await form.getByLabel('Port').fill(String(port));
  await form.getByRole('button', { name: 'Explain' }).click();
  return panel;
}

/** A policy that lets the pods of `dev-app` with a label be reached by every pod of the namespace. */
export const openIngress = (app: string): string => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: open-${app}
  namespace: dev-app
spec:
  podSelector:
    matchLabels:
      app: ${app}
  policyTypes: [Ingress]
  ingress:
    - {}
`;
