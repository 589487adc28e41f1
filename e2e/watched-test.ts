// Playwright's test, with a watch on the page: any request but for the page's own files, any violated policy and any error fails the test.
import { test as base, expect } from '@playwright/test';

/** What the built page consists of. */
const ownFile = /^\/(assets\/[\w.-]+|favicon\.svg|fetch\.html)?$/;

interface Watch {
  /** One sentence for each thing that must not happen. A test that provokes some takes them out. */
  readonly faults: string[];
}

export const test = base.extend<Watch>({
  faults: [
    async ({ context, baseURL }, use) => {
      const faults: string[] = [];
      context.on('request', (request) => {
        const url = new URL(request.url());
        const isInline = url.protocol === 'data:' || url.protocol === 'blob:';
        const isOwn = url.origin === baseURL && url.search === '' && ownFile.test(url.pathname);
        if (!isInline && (!isOwn || request.method() !== 'GET')) faults.push(`request: ${request.url()}`);
      });
      context.on('console', (message) => {
        if (message.type() === 'error') faults.push(`console: ${message.text()}`);
      });
      context.on('weberror', (error) => faults.push(`error: ${error.error().message}`));
      context.on('dialog', (dialog) => {
        faults.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      await context.addInitScript(() =>
        addEventListener('securitypolicyviolation', (event) =>
          console.error(`policy violated: ${event.effectiveDirective} ${event.blockedURI}`),
        ),
      );
      await use(faults);
      expect(faults, 'requests, violations and errors that must not be').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
