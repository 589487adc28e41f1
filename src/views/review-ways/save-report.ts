// Saves the review on show as one file: the page itself with base and head inside, which opens anywhere, offline.
import { pageWithReview } from '../../exporters/review-page.ts';
import type { WorkbenchState } from '../../state/workbench-state.ts';
import { saveBlob } from '../save-text-file.ts';

/** False in a report, which is saved already. */
export const canSaveReport = import.meta.env.MODE !== 'report';

/** Fails with a sentence. */
export async function saveReport(
  state: Pick<WorkbenchState, 'name' | 'baseline' | 'files' | 'options' | 'tenantLabel' | 'importNotices'>,
): Promise<string | undefined> {
  const { name, baseline, files, options, tenantLabel, importNotices } = state;
  const large = [...files, ...baseline].find((file) => file.large);
  if (large) return `${large.path} is too large to be put into a report.`;
  const { reportPage } = await import('virtual:report-page');
  const page =
    reportPage &&
    pageWithReview(reportPage, { name, base: baseline, head: files, options, tenantLabel, notices: importNotices });
  if (!page) return 'This page has no report to save.';
  saveBlob(`${fileName(name)}.html`, new Blob([page], { type: 'text/html' }));
  return undefined;
}

/** The name with nothing that a file system could take for more than a name. */
function fileName(name: string): string {
  const plain = name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[-.]+|[-.]+$/g, '');
  return `sluice-review${plain === '' ? '' : `-${plain.slice(0, 80)}`}`;
}
