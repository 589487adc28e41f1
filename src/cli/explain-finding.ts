// `sluice lint --explain CODE` and `sluice lint --list`: help for findings, without any manifests.
import { nearestName } from '../base/nearest-name.ts';
import { findingHelp, findingRules } from '../client/finding-help.ts';
import { findingHelpExporters, findingListExporters } from '../exporters/all-exporters.ts';
import type { Exporter } from '../exporters/exporter.ts';
import { type ExitStatus, exitStatus } from './exit-status.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';
import { type ChosenFormat, writeReports } from './write-reports.ts';

/** Throws UsageError for a code that nobody has. */
export function explainFinding(code: string, formats: readonly ChosenFormat[], terminal: Terminal): ExitStatus {
  checkFormats(formats, findingHelpExporters);
  const help = findingHelp(code);
  if (!help) {
    const near = nearestName(
      code,
      findingRules().map((rule) => rule.code),
    );
    const hint = near === undefined ? '--list has all of them' : `did you mean ${near}?`;
    throw new UsageError(`no finding is called ${code}; ${hint}`);
  }
  writeReports(formats, findingHelpExporters, help, terminal);
  return exitStatus.clean;
}

export function listFindings(formats: readonly ChosenFormat[], terminal: Terminal): ExitStatus {
  checkFormats(formats, findingListExporters);
  writeReports(formats, findingListExporters, findingRules(), terminal);
  return exitStatus.clean;
}

function checkFormats(chosen: readonly ChosenFormat[], exporters: readonly Exporter<never>[]): void {
  const known = exporters.map(({ format }) => format);
  const odd = chosen.find(({ format }) => !known.includes(format));
  if (odd) throw new UsageError(`help for findings is written as ${known.join(' or ')}, not as ${odd.format}`);
}
