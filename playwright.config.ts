// Browser tests: the built page, served as `npm start` serves it, in a real Chromium.
import { execFileSync } from 'node:child_process';
import { defineConfig } from '@playwright/test';

const port = Number(process.env.E2E_PORT ?? 4179);

// Workers read this file again; they find the path in the environment they inherit.
process.env.CHROME_PATH ??= execFileSync(process.execPath, ['.ci/find-browser.mjs'], { encoding: 'utf8' }).trim();

/** Quiet and offline: the browser itself asks no server for anything. (Playwright adds `--no-sandbox`.) */
const browserFlags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Text and colours as little as possible like the machine's own: pictures are kept of them.
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
];

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  retries: 0,
  workers: 2,
  // Shared machines can be very slow; only a page that hangs takes as long as this.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env.CI !== undefined,
  use: {
    actionTimeout: 30_000,
    baseURL: `http://127.0.0.1:${port}`,
    // A trace of each step costs more than the steps; `--trace on` makes one of a test that fails.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: process.env.CHROME_PATH, args: browserFlags },
  },
  webServer: {
    command: `npx vite preview --host 127.0.0.1 --port ${port} --strictPort`,
    url: `http://127.0.0.1:${port}`,
    cwd: import.meta.dirname,
    reuseExistingServer: false,
    timeout: 60_000,
  },
});
