// Pages of help as `sluice/finding/v1`, and the list of them as `sluice/findings/v1`.
import type { FindingHelp, FindingPage } from '../findings/finding-page.ts';
import type { Exporter } from './exporter.ts';

export const findingHelpJson: Exporter<FindingHelp> = {
  format: 'json',
  export: ({ code, ...page }) => `${JSON.stringify({ schema: 'sluice/finding/v1', rule: code, ...page }, null, 2)}\n`,
};

export const findingListJson: Exporter<readonly FindingPage[]> = {
  format: 'json',
  export: (pages) => {
    const findings = pages.map(({ code, ...page }) => ({ rule: code, ...page }));
    return `${JSON.stringify({ schema: 'sluice/findings/v1', findings }, null, 2)}\n`;
  },
};
