// The tier board: the way of a flow lit over it, cards moved with the pointer and with keys, and every move undone as one step.
import type { Locator, Page } from '@playwright/test';
import { axeViolations } from './axe-violations.ts';
import { openPlatform } from './open-platform.ts';
import { expect, test } from './watched-test.ts';
import { editorText, expectImpact, explain, openTexts, tab } from './workbench-page.ts';

const pod = (name: string, port: number): string => `---
apiVersion: v1
kind: Pod
metadata: { name: ${name}, namespace: shop, labels: { app: ${name} } }
spec: { containers: [{ name: main, image: img, ports: [{ containerPort: ${port} }] }] }
`;
const tier = (name: string, order: number): string => `---
apiVersion: projectcalico.org/v3
kind: Tier
metadata: { name: ${name} }
spec: { order: ${order} }
`;
const toDb = (name: string, order: number, rule: string): string => `---
apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: security.${name}, namespace: shop }
spec:
  tier: security
  order: ${order} # asked in turn
  selector: app == 'db'
  types: [Ingress]
  ingress:
    - ${rule}
`;
const files = {
  'cluster.yaml': [pod('web', 80), pod('db', 3306), pod('cli', 9000), tier('security', 100), tier('edge', 50)].join(''),
  'policies.yaml': [
    toDb('deny-db', 10, '{ action: Deny }'),
    toDb('allow-db', 20, "{ action: Allow, source: { selector: app == 'web' } }"),
    toDb('log-db', 30, '{ action: Log }'),
  ].join(''),
  'web.yaml': `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec: { podSelector: { matchLabels: { app: web } }, ingress: [{}] }
`,
};

async function openBoard(page: Page): Promise<Locator> {
  await openTexts(page, files);
  await tab(page, 'View', 'Tiers').click();
  const board = page.getByTestId('tier-board');
  await expect(card(board, /^security\.deny-db/)).toBeVisible();
  return board;
}

const column = (board: Locator, name: string): Locator => board.getByRole('region', { name: `Tier ${name}` });
const card = (board: Locator, name: RegExp): Locator =>
  board.getByRole('listitem').getByRole('button', { name }).first();
const namesOf = (board: Locator, name: string): Promise<string[]> =>
  column(board, name)
    .getByRole('listitem')
    .evaluateAll((items) =>
      items
        .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
        .map((item) => item.querySelector('button')?.textContent?.match(/[a-z]+\.[a-z]+-db/)?.[0] ?? ''),
    );
const orderOf = (board: Locator, name: string) => expect.poll(() => namesOf(board, name));

test('the way of a flow is lit, and its cards open their manifests', async ({ page }) => {
  const board = await openBoard(page);
  await explain(page, 'shop/web', 'shop/db', 3306);
  await expect(board.getByText('ingress: decided here')).toHaveCount(1);
  const deciding = board.locator('li > [data-decided="denied"]');
  await expect(deciding).toContainText('deny-db');
  await expect(deciding).toContainText('ingress 1');
  await expect(deciding).toContainText('rule 1 denies');
  await expect(board.locator('[data-dimmed="true"]')).toHaveCount(3);
  await expect(board.getByRole('region', { name: 'After all tiers' })).toContainText('egress 1');
  await card(board, /^security\.deny-db/).focus();
  await page.keyboard.press('Enter');
  await expect(await editorText(page)).toContainText('security.deny-db');
  await board.getByRole('button', { name: 'Hide its way' }).click();
  await expect(board.locator('[data-dimmed="true"]')).toHaveCount(0);
});

test('the board begins at its first column, and moves only as far as the deciding tier needs', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 700 });
  await openPlatform(page);
  await tab(page, 'View', 'Tiers').click();
  const board = page.getByTestId('tier-board');
  const edges = async (name: string) => {
    const [box, around] = await Promise.all([column(board, name).boundingBox(), board.boundingBox()]);
    const [left, right] = [box?.x ?? 0, (box?.x ?? 0) + (box?.width ?? 0)];
    const [from, to] = [around?.x ?? 0, (around?.x ?? 0) + (around?.width ?? 0)];
    return { before: Math.round(left - from), beyond: Math.round(to - right) };
  };
  await expect.poll(() => edges('failsafe ports')).toMatchObject({ before: 0 });
  await explain(page, 'orders/checkout', 'payments/payments-api', 8443);
  await expect(column(board, 'tenants').getByText('ingress: decided here')).toBeAttached();
  await expect.poll(() => edges('tenants')).toMatchObject({ beyond: 0 });
});

test('a card is dragged within its tier: flips while it hovers, one edit that keeps comments, and undone', async ({
  page,
}) => {
  const board = await openBoard(page);
  const from = card(board, /^security\.allow-db/);
  const to = await card(board, /^security\.deny-db/).boundingBox();
  if (!to) throw new Error('no card');
  await from.hover();
  await page.mouse.down();
  await page.mouse.move(to.x + 40, to.y + 12, { steps: 4 });
  await page.mouse.move(to.x + 40, to.y + 4, { steps: 4 });
  await expect(board.getByTestId('drop-slot')).toContainText('1 opened');
  await page.mouse.up();
  await orderOf(board, 'security').toEqual(['security.allow-db', 'security.deny-db', 'security.log-db']);
  await expectImpact(page, 1, 0);
  await from.click();
  await expect(await editorText(page)).toContainText('order: 5 # asked in turn');
  await from.focus();
  await page.keyboard.press('ControlOrMeta+z');
  await orderOf(board, 'security').toEqual(['security.deny-db', 'security.allow-db', 'security.log-db']);
  await expectImpact(page, 0, 0);
});

test('a card is dragged to another tier, and takes the name of the tier along', async ({ page }) => {
  const board = await openBoard(page);
  await card(board, /^security\.allow-db/).dragTo(column(board, 'edge').locator('[data-column]'));
  await orderOf(board, 'edge').toEqual(['edge.allow-db']);
  await expectImpact(page, 1, 0);
  await expect(board.getByRole('status').last()).toContainText('position 1 of 1 in tier edge, as edge.allow-db');
});

test('everything works with keys: the board is one tab stop, and a card is lifted, tried and dropped', async ({
  page,
}) => {
  const board = await openBoard(page);
  await board.getByRole('searchbox', { name: /^Filter policies/ }).focus();
  await page.keyboard.press('Tab');
  await expect(card(board, /^security\.deny-db/)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  const moved = card(board, /^security\.allow-db/);
  await expect(moved).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowUp');
  const words = board.getByRole('status').last();
  await expect(words).toHaveText('security.allow-db, position 1 of 3 in tier security; would open 1 flow');
  await page.keyboard.press('Escape');
  await expect(words).toHaveText('security.allow-db stays where it is');
  await expectImpact(page, 0, 0);
  await page.keyboard.press('Alt+ArrowUp');
  await orderOf(board, 'security').toEqual(['security.allow-db', 'security.deny-db', 'security.log-db']);
  await expect(words).toHaveText('Moved: security.allow-db, position 1 of 3 in tier security; opened 1 flow');
  await expectImpact(page, 1, 0);
  await expect(moved).toBeFocused();
  await page.keyboard.press('Alt+ArrowLeft');
  await orderOf(board, 'edge').toEqual(['edge.allow-db']);
  await expect(card(board, /^edge\.allow-db/)).toBeFocused();
  await page.keyboard.press('l');
  await expect(card(board, /^security\.log-db/)).toBeFocused();
});

test('what cannot be moved says why, and the menu holds every move', async ({ page }) => {
  const board = await openBoard(page);
  const locked = card(board, /^web ?, cannot be moved: Kubernetes network policies have no order/);
  await locked.focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(board.getByRole('status').last()).toContainText(
    'web cannot be moved: Kubernetes network policies have no order',
  );
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menuitem', { name: /^Cannot be moved/ })).toBeDisabled();
  await page.getByRole('menuitem', { name: /^Show what it applies to/ }).click();
  await expect(page.getByRole('dialog', { name: 'web applies to' })).toContainText('web');
  await page.keyboard.press('Escape');
  await expect(locked).toBeFocused();
  await board.getByRole('button', { name: 'More about security.allow-db' }).click();
  await page.getByRole('menuitem', { name: 'Move down' }).click();
  await orderOf(board, 'security').toEqual(['security.deny-db', 'security.log-db', 'security.allow-db']);
  await board.getByRole('searchbox').fill('log');
  await orderOf(board, 'security').toEqual(['security.log-db']);
  await expect(board).toContainText('1 of 4 policies');
});

test('a tier is moved before another', async ({ page }) => {
  const board = await openBoard(page);
  await board.getByRole('button', { name: /^security order 100/ }).focus();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect
    .poll(() => board.getByRole('region', { name: /^Tier/ }).first().getAttribute('aria-label'))
    .toBe('Tier security');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing to object to on the board, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const judge = () => axeViolations(page);
    await openTexts(page, files);
    await tab(page, 'View', 'Tiers').click();
    const board = page.getByTestId('tier-board');
    await expect(card(board, /^security\.deny-db/)).toBeVisible();
    await explain(page, 'shop/web', 'shop/db', 3306);
    await expect(board.locator('li > [data-decided="denied"]')).toBeVisible();
    await board.getByRole('button', { name: 'More about security.deny-db' }).click();
    await expect(page.getByRole('menu')).toBeVisible();
    expect(await judge()).toEqual([]);
  });
}
