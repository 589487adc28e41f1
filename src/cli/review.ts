// `sluice review`: shows a change in the page, served from here to this machine only.
import type { EngineOptions } from '../engine/engine-options.ts';
import { importFiles } from '../importers/import-entries.ts';
import type { ImportNotice } from '../importers/importer.ts';
import { pageFiles, servedPage } from './built-pages.ts';
import {
  alignedFiles,
  changeName,
  changeUsage,
  configOfChange,
  gitFlag,
  readEnds,
  tenantFlag,
  tenantsOf,
  trustFlag,
} from './change-ends.ts';
import { type Command, loadingFlags, portsFlag } from './command.ts';
import type { CommandLine } from './command-line.ts';
import { exitStatus } from './exit-status.ts';
import { engineOptions } from './load-manifests.ts';
import { openInBrowser } from './open-in-browser.ts';
import type { FoundEntries } from './read-paths.ts';
import { servePage } from './serve-page.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

const { 'allow-incomplete': _, ...readingFlags } = loadingFlags;

export const review: Command = {
  name: 'review',
  summary: 'Shows a change in the browser: flips by risk, the lines that cause them, the graph.',
  usage: changeUsage,
  examples: [
    ['sluice review --git main...HEAD manifests/', 'of a branch; prints the address to open, Ctrl+C ends it'],
    ['sluice review before/ after/ --open', 'of two folders, and opens the browser'],
  ],
  flags: {
    git: gitFlag,
    'trust-config': trustFlag,
    port: { type: 'text', placeholder: 'NUMBER', help: 'where to serve on 127.0.0.1 (default: a free port)' },
    open: { type: 'switch', help: 'open the address in the browser' },
    'tenant-label': tenantFlag,
    ports: portsFlag,
    ...readingFlags,
  },
  run: runReview,
};

async function runReview(line: CommandLine, terminal: Terminal) {
  const port = portOf(line);
  const found = await readEnds(line, terminal);
  const config = await configOfChange(line, found, terminal);
  const options: EngineOptions = engineOptions(line, config);
  const base = await filesOf(found.base);
  const head = await filesOf(found.head);
  if (base.files.length + head.files.length === 0) throw new UsageError('no YAML or JSON manifests found there');
  const name = changeName(line);
  const html = servedPage(terminal, {
    name,
    ...alignedFiles({ base: base.files, head: head.files }, line),
    options,
    ...tenantsOf(line, config),
    notices: [...new Map([...base.notices, ...head.notices].map((one) => [JSON.stringify(one), one])).values()],
  });
  const served = await servePage({ html, files: pageFiles(terminal), port });
  terminal.out(`The review of ${name} is ready: ${served.address}  (Ctrl+C ends it)\n`);
  if (line.isOn('open')) openInBrowser(served.address, terminal);
  await terminal.stopped();
  served.close();
  return exitStatus.clean;
}

/** Within the limits of the page; what it leaves out is told there. */
async function filesOf({ entries, notices }: FoundEntries) {
  const imported = await importFiles(entries);
  return { files: imported.files, notices: [...notices, ...imported.notices] satisfies ImportNotice[] };
}

function portOf(line: CommandLine): number {
  const text = line.text('port') ?? '0';
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65535) throw new UsageError(`--port ${text} is no port; write one like 4180`);
  return port;
}
