// Builds the page (default) and the `sluice` command (`--mode cli`); also configures the unit tests.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** What the served page may do. `connect-src 'none'`: manifests cannot leave the tab. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'none'",
  "manifest-src 'self'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  // Texts never become markup or code: a sink takes only what these policies made. Ours make worker addresses, the others are Monaco's.
  "require-trusted-types-for 'script'",
  `trusted-types ${[
    'engine-worker',
    'editor-worker',
    'layout-worker',
    'defaultWorkerFactory',
    'diffEditorWidget',
    'diffReview',
    'domLineBreaksComputer',
    'editorGhostText',
    'editorViewLayer',
    'richScreenReaderContent',
    'standaloneColorizer',
    'stickyScrollViewLayer',
    'tokenizeToString',
  ].join(' ')}`,
].join('; ');

/** The same policy inside the built page, for hosts that send no headers. A page's own policy cannot speak of frames around it. */
const policyInPage: Plugin = {
  name: 'content-security-policy-in-page',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: {
        'http-equiv': 'Content-Security-Policy',
        content: contentSecurityPolicy.replace("; frame-ancestors 'none'", ''),
      },
      injectTo: 'head-prepend',
    },
  ],
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

export default defineConfig(({ mode }) => ({
  plugins: [react(), policyInPage, codeCache],
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
              banner: ({ name }) => (name === 'sluice' ? '#!/usr/bin/env node' : ''),
            },
            checks: { bundlerTimings: false },
          },
        }
      : { target: 'es2023', chunkSizeWarningLimit: 4000, rollupOptions: { checks: { bundlerTimings: false } } },
  ssr: { noExternal: true },
  // Its build for Node looks for worker threads, which the command has no use for.
  ...(mode === 'cli' && { resolve: { alias: { fflate: 'fflate/browser' } } }),
  preview: {
    headers: {
      'Content-Security-Policy': contentSecurityPolicy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
    },
  },
  // Shared machines can be very slow; a test that hangs is found by the longest time as well.
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
    environment: 'node',
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
}));
