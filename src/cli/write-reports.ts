// `--format`: one report for standard output, and as many as are wanted into files (`--format text --format sarif=out.sarif`).
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Exporter } from '../exporters/exporter.ts';
import type { CommandLine, FlagSpec } from './command-line.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

export interface ChosenFormat {
  readonly format: string;
  /** Undefined: standard output. */
  readonly file: string | undefined;
}

export function formatFlag(exporters: readonly Exporter<never>[], others: readonly string[] = []): FlagSpec {
  return {
    type: 'text',
    choices: [...exporters.map(({ format }) => format), ...others],
    multiple: true,
    toFile: true,
    help: 'how to write it (default: text); FORMAT=FILE writes it into a file beside that',
  };
}

/** Throws UsageError for two reports that would run into one another. Asked for before anything is computed. */
export function chosenFormats(line: CommandLine): readonly ChosenFormat[] {
  const chosen = line.list('format').map((word): ChosenFormat => {
    const at = word.indexOf('=');
    return at < 0 ? { format: word, file: undefined } : { format: word.slice(0, at), file: word.slice(at + 1) };
  });
  if (chosen.some(({ file }) => file === '')) throw new UsageError('--format FORMAT=FILE needs the name of a file');
  const plain = chosen.filter(({ file }) => file === undefined);
  if (plain.length > 1) {
    const [first, second] = plain;
    throw new UsageError(
      `${first?.format} and ${second?.format} cannot both go to standard output; write one into a file: --format ${second?.format}=FILE`,
    );
  }
  return plain.length > 0 ? chosen : [{ format: 'text', file: undefined }, ...chosen];
}

/** Throws UsageError for a file that cannot be written. */
export function writeReports<Report>(
  chosen: readonly ChosenFormat[],
  exporters: readonly Exporter<Report>[],
  report: Report,
  terminal: Terminal,
): void {
  for (const { format, file } of chosen) {
    const text = exporters.find((one) => one.format === format)?.export(report) ?? '';
    if (file === undefined) terminal.out(text);
    else write(file, text, terminal);
  }
}

function write(file: string, text: string, { cwd }: Terminal): void {
  try {
    writeFileSync(resolve(cwd, file), text);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new UsageError(`${file}: the report could not be written (${code})`);
  }
}
