// docs/findings.md is what the pages of help say: `npx vitest run src/testing/findings-page.test.ts -u` writes it.
import { expect, it } from 'vitest';
import { findingHelp } from '../client/finding-help.ts';
import { findingsMarkdown } from '../exporters/finding-help-markdown.ts';
import type { FindingHelp, FindingPage } from '../findings/finding-page.ts';
import { readerPages } from '../findings/reader-pages.ts';
import { allLints } from '../lints/all-lints.ts';

const helpOf = (pages: readonly Pick<FindingPage, 'code'>[]): FindingHelp[] =>
  pages.flatMap(({ code }) => findingHelp(code) ?? []);

it('is up to date', async () => {
  const text = findingsMarkdown(helpOf(allLints), helpOf(readerPages));
  expect(text.match(/^### /gm)).toHaveLength(allLints.length + readerPages.length);
  await expect(text).toMatchFileSnapshot('../../docs/findings.md');
});
