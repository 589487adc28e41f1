// A review as texts to take along.
import { diffExporters } from '../../exporters/all-exporters.ts';
import type { DiffReport } from '../../exporters/diff-report.ts';

const exported = (report: DiffReport, format: string): string =>
  diffExporters.find((one) => one.format === format)?.export(report) ?? '';

export const reviewMarkdown = (report: DiffReport): string => exported(report, 'md');

/** What can be saved, in the order of the menu. */
export const reviewFiles = [
  { format: 'md', file: 'review.md', label: 'Markdown', note: 'For a comment' },
  { format: 'json', file: 'review.json', label: 'JSON', note: 'For a program' },
  { format: 'sarif', file: 'review.sarif', label: 'SARIF', note: 'For code scanning' },
] as const;

export function reviewText(report: DiffReport, { format }: (typeof reviewFiles)[number]): string {
  return exported(report, format);
}
