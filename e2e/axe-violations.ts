// What axe finds against a page.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Every violation as one line: rule, what it is about, and the elements. Monaco answers for itself; what a selection has
 * nothing to do with is dimmed on purpose.
 */
export async function axeViolations(page: Page, part = 'html', rules: 'all' | 'colours' = 'all'): Promise<string[]> {
  const axe = new AxeBuilder({ page }).include(part).exclude('.monaco-editor').exclude('[data-dimmed="true"]');
  const { violations, passes } = await (rules === 'all'
    ? axe.withTags(standards)
    : axe.withRules(['color-contrast', 'link-in-text-block'])
  ).analyze();
  expect(passes.length).toBeGreaterThan(0);
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}
