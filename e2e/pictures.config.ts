// The run of `npm run pictures`: everything as in the browser tests, but for what is run.
import { defineConfig } from '@playwright/test';
import tests from '../playwright.config.ts';

export default defineConfig({
  ...tests,
  testDir: '.',
  testMatch: 'pictures.ts',
  outputDir: '../test-results/run',
  reporter: 'line',
});
