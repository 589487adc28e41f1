// `sluice connectivity`: all possible flows of a set of manifests.
import { createInProcessClient, type InProcessClient } from '../client/in-process-client.ts';
import type { EngineOptions } from '../engine/engine-options.ts';
import type { SourceRequest } from '../engine/engine-session.ts';
import type { LoadedFile } from '../engine/read-workspace.ts';
import type { ReportBrief } from '../engine/report.ts';
import type { FlowRow, NodeId } from '../engine/results.ts';
import { connectivityExporters } from '../exporters/all-exporters.ts';
import { connectivityJson, jsonFrame } from '../exporters/connectivity-json.ts';
import type { ExportedFlow } from '../exporters/connectivity-report.ts';
import { nodeName } from '../exporters/node-name.ts';
import { FlowWriter } from '../exporters/write-flows.ts';
import { type Command, loadingFlags, portsFlag } from './command.ts';
import type { CommandLine } from './command-line.ts';
import { exportedFlow, sortedFlows } from './exported-flow.ts';
import { loadConfig, pathsOf } from './find-config.ts';
import { findNode } from './find-node.ts';
import { analyse, engineOptions, finalStatus, importManifests, listProblems } from './load-manifests.ts';
import { mergeByNamespace } from './merge-by-namespace.ts';
import { readPaths } from './read-paths.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

const levels = ['namespace', 'workload', 'pod'] as const;
type Level = (typeof levels)[number];

export const connectivity: Command = {
  name: 'connectivity',
  summary: 'All flows that are possible between workloads, and with addresses outside.',
  usage: 'PATH… [flags]',
  examples: [
    ['sluice connectivity manifests/', 'every possible flow, by source'],
    ['sluice connectivity manifests/ --focus dev-app/backend', 'what reaches the back end, and what it reaches'],
    ['kubectl get ns,pods,netpol -A -o yaml | sluice connectivity - --format json', 'of a cluster, for a script'],
  ],
  flags: {
    format: {
      type: 'text',
      choices: connectivityExporters.map((one) => one.format),
      help: 'how to write it (default: text)',
    },
    level: { type: 'text', choices: levels, help: 'what flows run between (default: workload)' },
    focus: {
      type: 'text',
      placeholder: 'NS/NAME',
      help: 'only flows from or to this workload, pod, namespace, CIDR, or internet',
    },
    ports: portsFlag,
    ...loadingFlags,
  },
  run: runConnectivity,
};

async function runConnectivity(line: CommandLine, terminal: Terminal) {
  const config = await loadConfig(line, terminal);
  const paths = pathsOf(line, config, terminal);
  const options = engineOptions(line, config);
  const level = (line.text('level') ?? 'workload') as Level;
  const exporter = connectivityExporters.find((one) => one.format === (line.text('format') ?? 'text'));
  const found = await readPaths(paths, terminal);
  const { files, lacking } = await importManifests(found, terminal, { large: true });
  const client = createInProcessClient();
  const { report, focus } = await load(client, files, options, line.text('focus'), terminal);
  const request: SourceRequest = {
    ports: options.ports,
    level: level === 'pod' ? 'pod' : 'workload',
    ...(focus === undefined ? {} : { focus }),
  };
  const { counts, assumptions, problems } = report;
  const result = { level, counts, assumptions, problems, incomplete: report.incomplete || lacking };
  if (exporter === connectivityJson && level !== 'namespace') {
    writeJson(result, client, request, terminal);
  } else {
    const rows = client.rows(request, nodeName);
    const flows = level === 'namespace' ? mergeByNamespace(rows).map(exportedFlow) : heldFlows(rows);
    terminal.out(exporter?.export({ ...result, flows: sortedFlows(flows) }) ?? '');
  }
  return finalStatus(result.incomplete, false, line, terminal);
}

/** Evaluates the files; names of nodes are looked up only where one is asked for. */
async function load(
  client: InProcessClient,
  files: readonly LoadedFile[],
  options: EngineOptions,
  name: string | undefined,
  terminal: Terminal,
): Promise<{ readonly report: ReportBrief; readonly focus?: NodeId }> {
  if (name !== undefined) {
    const { report } = await analyse(client, files, options, terminal);
    return { report, focus: findNode(report, name) };
  }
  const report = client.loadBriefly(files, options);
  listProblems(report.problems, terminal);
  return { report };
}

/** Flows that formats other than JSON, which are written whole, can hold. */
const MAX_HELD = 1_000_000;

function heldFlows(rows: Iterable<FlowRow>): ExportedFlow[] {
  const flows: ExportedFlow[] = [];
  for (const row of rows) {
    if (flows.length === MAX_HELD) {
      throw new UsageError(
        'there are more than 1,000,000 flows: take --format json, which is written as it is computed, --level namespace, or --focus NS/NAME',
      );
    }
    flows.push(exportedFlow(row));
  }
  return flows;
}

/** Writes flows while they are computed: there may be millions of them. */
function writeJson(
  report: Parameters<typeof jsonFrame>[0],
  client: InProcessClient,
  request: SourceRequest,
  terminal: Terminal,
): void {
  const { head, tail } = jsonFrame(report);
  terminal.out(head);
  let hasFlows = false;
  const writer = new FlowWriter(sortedFlows, client.missing);
  for (const bytes of writer.write(client.sources(request, nodeName))) {
    // The first flow has no comma before it.
    terminal.out(hasFlows ? bytes : bytes.subarray(1));
    hasFlows = true;
  }
  terminal.out(tail(hasFlows));
}
