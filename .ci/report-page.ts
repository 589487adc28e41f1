// Builds the page of saved reports: the same page as one file that opens from anywhere, with its own policy and a place for a review.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, type Plugin, type PluginOption, type Rollup } from 'vite';

const root = join(import.meta.dirname, '..');

/** The module that has the report's page as a text, for the page to save reports with. */
const templateModule = 'virtual:report-page';

/** Monaco is three quarters of the page, and a report is read more than written. */
const instead: Readonly<Record<string, string>> = {
  './EditorSurface.tsx': `export { PlainSurface as EditorSurface } from ${JSON.stringify(join(root, 'src/views/editor-pane/PlainSurface.tsx'))};`,
};

/** Modules that a report goes without: it is a review that one sends, so it holds no lessons, and no Monaco for them. */
const leftOut: Readonly<Record<string, string>> = {
  'src/lessons/all-lessons.ts': 'export const allLessons = []; export const lessonFile = undefined;',
  'src/views/lesson/preload-lessons.ts': 'export const preloadLessons = () => () => undefined;',
};

/** Gives the page's build the report's page: as a text in a chunk of its own, and as `report.html` for the command. */
export function reportPage(): Plugin {
  let made: Promise<string> | undefined;
  return {
    name: 'report-page',
    apply: (_, { mode }) => mode !== 'cli',
    resolveId: (id) => (id === templateModule ? `\0${templateModule}` : undefined),
    async load(id) {
      if (id !== `\0${templateModule}`) return undefined;
      made ??= buildReportPage();
      return `export const reportPage = ${JSON.stringify(await made)};`;
    },
    async generateBundle() {
      made ??= buildReportPage();
      this.emitFile({ type: 'asset', fileName: 'report.html', source: await made });
    },
  };
}

async function buildReportPage(): Promise<string> {
  const { script, style } = await bundle('src/main.tsx', 'es', [react(), inlined]);
  const index = readFileSync(join(root, 'index.html'), 'utf8');
  const icon = readFileSync(join(root, 'public/favicon.svg'), 'utf8');
  return [
    (html: string) => html.replace(/\s*<script type="module"[^>]*><\/script>/, () => `\n    <style>${style}</style>`),
    (html: string) =>
      html.replace('href="/favicon.svg"', () => `href="data:image/svg+xml,${encodeURIComponent(icon)}"`),
    (html: string) => html.replace('<meta charset', () => `${policyMeta(script)}\n    <meta charset`),
    // After the place for the review: whoever looks for that finds it first.
    (html: string) => html.replace('</body>', () => `<script type="module">${script}</script>\n  </body>`),
  ].reduce((html, step) => step(html), index);
}

/** Nothing is fetched, no script runs but this one, and workers only from what this script made. */
function policyMeta(script: string): string {
  const hash = createHash('sha256').update(script).digest('base64');
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${hash}'`,
    'worker-src blob:',
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types engine-worker layout-worker',
  ];
  return `<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}" />`;
}

/** In place of addresses of workers, their code as a blob; no template, for a report is saved already; no Monaco. */
const inlined: Plugin = {
  name: 'inlined-in-report',
  enforce: 'pre',
  async resolveId(id, importer) {
    if (id === templateModule) return `\0${templateModule}`;
    if (Object.hasOwn(instead, id)) return `\0instead:${id}`;
    const [, path] = /^(.*)\?(?:worker&url|url)$/.exec(id) ?? [];
    const resolved = path === undefined ? null : await this.resolve(path, importer);
    return resolved ? `\0inlined:${resolved.id}` : undefined;
  },
  async load(id) {
    if (id === `\0${templateModule}`) return 'export const reportPage = undefined;';
    if (id.startsWith('\0instead:')) return instead[id.slice('\0instead:'.length)];
    const code = Object.entries(leftOut).find(([path]) => id === join(root, path))?.[1];
    if (code !== undefined || !id.startsWith('\0inlined:')) return code;
    const path = id.slice('\0inlined:'.length);
    const worker = path.endsWith('.ts') ? (await bundle(path, 'iife', [])).script : readFileSync(path, 'utf8');
    return `export default URL.createObjectURL(new Blob([${JSON.stringify(worker)}], { type: 'text/javascript' }));`;
  },
};

/** One script and one style sheet of everything that `entry` imports, now or later. */
async function bundle(entry: string, format: 'es' | 'iife', plugins: readonly PluginOption[]) {
  const built = await build({
    root,
    configFile: false,
    mode: 'report',
    logLevel: 'error',
    plugins: [...plugins],
    publicDir: false,
    build: {
      write: false,
      target: 'es2023',
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      cssCodeSplit: false,
      modulePreload: false,
      rollupOptions: {
        input: entry,
        output: { format, codeSplitting: false, ...(format === 'iife' && { name: 'worker' }) },
        checks: { bundlerTimings: false },
      },
    },
  });
  const { output } = (Array.isArray(built) ? built[0] : built) as Rollup.RollupOutput;
  const scripts = output.filter((file) => file.type === 'chunk');
  const styles = output.filter((file) => file.type === 'asset' && file.fileName.endsWith('.css'));
  if (scripts.length !== 1) throw new Error(`${entry} became ${scripts.length} scripts, not one`);
  return {
    // Nothing in it may end its element.
    script: (scripts[0]?.code ?? '').replaceAll('</script', '<\\/script').replaceAll('<!--', '\\x3c!--'),
    style: styles
      .map((file) => String(file.type === 'asset' ? file.source : ''))
      .join('\n')
      .replaceAll('</style', '<\\/style'),
  };
}
