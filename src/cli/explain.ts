// `sluice explain`: the verdict of one flow, and why.
import { createInProcessClient } from '../client/in-process-client.ts';
import type { SnapshotReport } from '../engine/results.ts';
import { explainExporters } from '../exporters/all-exporters.ts';
import { type Command, loadingFlags } from './command.ts';
import type { CommandLine } from './command-line.ts';
import { loadConfig, pathsOf } from './find-config.ts';
import { nodeCalled, workloadsOf } from './find-node.ts';
import { analyse, engineOptions, finalStatus, importManifests } from './load-manifests.ts';
import { readPaths } from './read-paths.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

export const explain: Command = {
  name: 'explain',
  summary: 'Why one flow is allowed, denied or unknown: the policies and rules on both ends.',
  usage: 'PATH… --from A --to B [--protocol TCP] [--port 8080] [flags]',
  examples: [
    [
      'sluice explain manifests/ --from dev-app/frontend --to dev-app/backend --port 8080',
      'from one workload to another',
    ],
    [
      'sluice explain manifests/ --from 203.0.113.9 --to dev-app/Deployment/frontend',
      'from an address; the port is the one that is declared',
    ],
    ['sluice explain manifests/ --from dev-app/frontend --to dev-app/backend --protocol ICMP', 'a ping'],
  ],
  flags: {
    from: {
      type: 'text',
      placeholder: 'A',
      help: 'ns/pod, ns/name of a workload, ns/Kind/name, an IP address, set:[ns/]name, host:name of a host endpoint, or internet',
    },
    to: { type: 'text', placeholder: 'B', help: 'the same for the destination, or svc:ns/name of a service' },
    protocol: { type: 'text', placeholder: 'NAME', help: 'TCP (default), UDP, SCTP, ICMP, ICMPv6 or a number' },
    port: {
      type: 'text',
      placeholder: 'PORT',
      help: 'destination port; default: the one that the destination declares',
    },
    'icmp-type': { type: 'text', placeholder: 'TYPE', help: 'ICMP type; default: an echo request' },
    'icmp-code': { type: 'text', placeholder: 'CODE', help: 'ICMP code; default: 0' },
    format: {
      type: 'text',
      choices: explainExporters.map((one) => one.format),
      help: 'how to write it (default: text)',
    },
    ...loadingFlags,
  },
  run: runExplain,
};

async function runExplain(line: CommandLine, terminal: Terminal) {
  const from = line.text('from');
  const to = line.text('to');
  const config = await loadConfig(line, terminal);
  const paths = pathsOf(line, config, terminal);
  if (from === undefined || to === undefined) throw new UsageError('name both ends: --from A --to B');
  const exporter = explainExporters.find((one) => one.format === (line.text('format') ?? 'text'));
  const port = readNumber(line, 'port', 1, 65535);
  const icmpType = readNumber(line, 'icmp-type', 0, 255);
  const icmpCode = readNumber(line, 'icmp-code', 0, 255);
  const protocol = line.text('protocol');
  const { files, lacking } = await importManifests(await readPaths(paths, terminal), terminal, {
    large: true,
  });
  const client = createInProcessClient();
  const { report } = await analyse(client, files, engineOptions(line, config), terminal);
  checkMessage(protocol, { port, icmpType, icmpCode });
  const declared = port === undefined && hasPorts(protocol) ? declaredTraffic(report, to, protocol) : undefined;
  const traffic = declared ?? {
    protocol: protocol ?? 'TCP',
    ...(protocol === undefined ? { isProtocolOpen: true as const } : {}),
    ...(port === undefined ? {} : { port }),
    ...(icmpType === undefined ? {} : { icmpType }),
    ...(icmpCode === undefined ? {} : { icmpCode }),
  };
  const answer = await client.explain({ from, to, ...traffic });
  if ('error' in answer) throw new UsageError(answer.error);
  terminal.out(exporter?.export(answer) ?? '');
  return finalStatus(report.incomplete || lacking, false, line, terminal);
}

function readNumber(line: CommandLine, flag: string, from: number, to: number): number | undefined {
  const text = line.text(flag);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < from || value > to) {
    const noun = flag.replace('icmp-', 'ICMP ');
    throw new UsageError(`--${flag} ${text} is no ${noun}; write a number from ${from} to ${to}`);
  }
  return value;
}

/** Only some protocols have ports, and others have types. */
function checkMessage(
  protocol: string | undefined,
  { port, icmpType, icmpCode }: Record<'port' | 'icmpType' | 'icmpCode', number | undefined>,
): void {
  const isIcmp = protocol !== undefined && /^(icmp(v6)?|1|58)$/i.test(protocol);
  if (isIcmp && port !== undefined) throw new UsageError('ICMP has no ports; leave out --port');
  if (isIcmp) return;
  if (icmpType !== undefined) throw new UsageError('--icmp-type goes with --protocol ICMP or ICMPv6');
  if (icmpCode !== undefined) throw new UsageError('--icmp-code goes with --protocol ICMP or ICMPv6');
}

/** Whether flows of the protocol need a port; what is no protocol at all is told later. */
function hasPorts(protocol: string | undefined): boolean {
  return protocol === undefined || /^(tcp|udp|sctp)$/i.test(protocol);
}

/**
 * The one port that the destination declares, of the protocol where one is given. Undefined for a service, whose ports the
 * engine knows, and for what may be one or nothing at all.
 */
function declaredTraffic(
  report: SnapshotReport,
  to: string,
  protocol: string | undefined,
): { protocol: string; port: number } | undefined {
  const workloads = workloadsOf(report);
  const id = /^(set|host):/.test(to) ? undefined : nodeCalled(report, to);
  if (id === undefined && !/^(set|host):/.test(to)) return undefined;
  const workload = workloads.find((one) => one.id === id || one.pods.some((pod) => pod.id === id));
  const declared = (workload?.declaredPorts ?? []).filter(
    (one) => protocol === undefined || one.startsWith(`${protocol.toUpperCase()} `),
  );
  const [only] = declared;
  if (only === undefined || declared.length > 1) {
    throw new UsageError(
      declared.length > 1
        ? `${to} declares ${declared.join(', ')}; choose one with --port`
        : `${to} declares no port; give one with --port`,
    );
  }
  const [name = 'TCP', number = ''] = only.split(' ');
  return { protocol: name, port: Number(number) };
}
