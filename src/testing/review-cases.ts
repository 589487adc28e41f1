// The corpus of reviews: small pairs of base and head, each about one idea.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from '../documents/source-file.ts';
import { defaultOptions } from '../engine/engine-options.ts';
import { EngineSession } from '../engine/engine-session.ts';
import type { Review } from '../engine/review/review.ts';
import { type DiffReport, diffReport } from '../exporters/diff-report.ts';

const corpus = join(import.meta.dirname, 'reviews');

export const reviewNames: readonly string[] = readdirSync(corpus).sort();

/** Where a golden output of a pair is kept. */
export const goldenPath = (name: string, file: string): string => join(corpus, name, file);

function filesIn(name: string, side: 'base' | 'head'): SourceFile[] {
  const folder = join(corpus, name, side);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
}

export interface ReviewCase {
  readonly review: Review;
  readonly report: DiffReport;
}

/** One pair, reviewed as the command does it in a checkout. */
export function reviewCase(name: string): ReviewCase {
  const session = new EngineSession(() => 0);
  const options = { ...defaultOptions, podCIDRs: ['10.244.0.0/16'] };
  const { report } = session.load(filesIn(name, 'head'), options, filesIn(name, 'base'));
  const search = session.review({ ports: 'declared', tenantLabel: 'tenant' });
  for (const _ of search.steps());
  const { review } = search;
  return { review, report: diffReport(review, report.problems) };
}
