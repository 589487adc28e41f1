// The built pages of Sluice, which lie beside the command: what is served, and what a report is made of.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PageReview, pageWithReview } from '../exporters/review-page.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** `index.html` with the review inside. Throws UsageError where the pages are not built. */
export function servedPage(terminal: Terminal, review: PageReview): string {
  return filled(terminal, 'index.html', review);
}

/** The review as one file that opens anywhere. */
export function reportOf(terminal: Terminal, review: PageReview): string {
  return filled(terminal, 'report.html', review);
}

function filled(terminal: Terminal, name: string, review: PageReview): string {
  const page = pageWithReview(readPage(join(terminal.pages, name)), review);
  if (page === undefined) throw new UsageError(`${name} of the built pages has no place for a review; build it again`);
  return page;
}

function readPage(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new UsageError(`the page is not built (${path} is missing); in a checkout, run: npm run build`);
  }
}

/** What the page asks for besides itself: address to file. Nothing else is served, so no address can lead out of the folder. */
export function pageFiles(terminal: Terminal): ReadonlyMap<string, string> {
  const assets = readdirSync(join(terminal.pages, 'assets')).map((name) => `assets/${name}`);
  const all = ['favicon.svg', 'fetch.html', ...assets];
  return new Map(all.map((name) => [`/${name}`, join(terminal.pages, name)]));
}
