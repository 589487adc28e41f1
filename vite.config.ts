// Builds the page (default) and the `sluice` command (`--mode cli`); also configures the unit tests.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { reportPage } from './.ci/report-page.ts';
import { pageHeaders, pagePolicy } from './src/cli/page-headers.ts';

/** The policy of each page inside it, and served with it. */
const pagePolicies: Plugin = {
  name: 'page-policies',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { path, server }) =>
      server
        ? []
        : [
            {
              tag: 'meta',
              attrs: { 'http-equiv': 'Content-Security-Policy', content: pagePolicy(path) },
              injectTo: 'head-prepend',
            },
          ],
  },
  configurePreviewServer({ middlewares }) {
    middlewares.use((request, response, next) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      for (const [name, value] of Object.entries(pageHeaders(pathname))) response.setHeader(name, value);
      next();
    });
  },
};

/** Makes the command start fast: its bundle is in ASCII, half the work to read, and V8's code of it stands beside it. */
const codeCache: Plugin = {
  name: 'code-cache-of-the-command',
  apply: (_, { mode }) => mode === 'cli',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue;
      file.code = file.code.replace(/[\u0080-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
    }
    this.emitFile({ type: 'asset', fileName: 'package.json', source: '{ "type": "commonjs" }\n' });
  },
  writeBundle({ dir }) {
    if (!dir) return;
    try {
      const script = join(import.meta.dirname, '.ci/write-code-cache.mjs');
      execFileSync(process.execPath, [script, dir], { stdio: ['ignore', 'ignore', 'pipe'] });
    } catch (error) {
      this.warn(`the command will start slowly: ${error}`);
    }
  },
};

/** The texts of all lessons are one file, fetched when the first of them is wanted. */
const lessonsApart = {
  codeSplitting: { groups: [{ name: 'lesson-texts', test: /[\\/]src[\\/]lessons[\\/]tracks[\\/]/ }] },
};

export default defineConfig(({ mode }) => ({
  plugins: [react(), pagePolicies, reportPage(), codeCache],
  worker: { format: 'es' },
  publicDir: mode === 'cli' ? false : 'public',
  build:
    mode === 'cli'
      ? {
          target: 'node20',
          outDir: 'dist-cli',
          ssr: true,
          rollupOptions: {
            input: { sluice: 'src/cli/start.ts', command: 'src/cli/main.ts' },
            output: {
              format: 'cjs',
              entryFileNames: '[name].js',
              ...lessonsApart,
              banner: ({ name }) => (name === 'sluice' ? '#!/usr/bin/env node' : ''),
            },
            checks: { bundlerTimings: false },
          },
        }
      : {
          target: 'es2023',
          chunkSizeWarningLimit: 5000,
          rollupOptions: {
            input: ['index.html', 'fetch.html'],
            output: lessonsApart,
            checks: { bundlerTimings: false, pluginTimings: false },
          },
        },
  ssr: { noExternal: true },
  // Its build for Node looks for worker threads, which the command has no use for.
  ...(mode === 'cli' && { resolve: { alias: { fflate: 'fflate/browser' } } }),
  // Shared machines can be very slow; a test that hangs is found by the longest time as well.
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
    environment: 'node',
    // Modules are read once for each worker and not for each file, which took longer than the tests. No test changes a module.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
}));
