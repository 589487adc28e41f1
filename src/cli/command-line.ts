// Arguments of a command, checked against its flags; whoever mistypes a flag is told the nearest one.
import { parseArgs } from 'node:util';
import { nearestName } from '../base/nearest-name.ts';
import { UsageError } from './usage-error.ts';

export interface FlagSpec {
  /** A switch with choices may say which: `--pending=promoted`. */
  readonly type: 'text' | 'switch';
  /** What stands for the value in the help text: `CIDR`. */
  readonly placeholder?: string;
  readonly choices?: readonly string[];
  /** May be given several times, or with commas. */
  readonly multiple?: true;
  /** A choice may name a file: `sarif=out.sarif`. */
  readonly toFile?: true;
  /** Whether a word after a value is one more value, and no argument of the command: `--pod-cidr A B`. */
  readonly goesOn?: (word: string) => boolean;
  readonly help: string;
}

export class CommandLine {
  readonly positionals: readonly string[];
  readonly #values: ReadonlyMap<string, readonly string[]>;

  constructor(positionals: readonly string[], values: ReadonlyMap<string, readonly string[]>) {
    this.positionals = positionals;
    this.#values = values;
  }

  isOn(flag: string): boolean {
    return this.#values.has(flag);
  }

  /** The value, the last one where it is given twice. */
  text(flag: string): string | undefined {
    return this.#values.get(flag)?.at(-1);
  }

  /** All values of a flag that may be repeated. */
  list(flag: string): readonly string[] {
    return this.#values.get(flag) ?? [];
  }
}

/** Throws UsageError. `--help` is always known. */
export function parseCommandLine(args: readonly string[], flags: Readonly<Record<string, FlagSpec>>): CommandLine {
  const options = Object.fromEntries(
    Object.entries(flags).map(([name, { type }]) => [name, { type: type === 'text' ? 'string' : 'boolean' } as const]),
  );
  const help = { help: { type: 'boolean', short: 'h' } } as const;
  const { tokens } = parseArgs({
    args: [...args],
    options: { ...options, ...help },
    strict: false,
    tokens: true,
    allowPositionals: true,
  });
  const positionals: string[] = [];
  const values = new Map<string, string[]>();
  let latest: string | undefined;
  for (const token of tokens) {
    if (token.kind === 'positional') {
      if (latest !== undefined && flags[latest]?.goesOn?.(token.value)) {
        values.get(latest)?.push(token.value);
        continue;
      }
      const before = latest === undefined ? undefined : flags[latest];
      if (before?.type === 'switch' && before.choices?.includes(token.value)) {
        throw new UsageError(`write --${latest}=${token.value}`);
      }
      positionals.push(token.value);
    }
    latest = token.kind === 'option' ? token.name : undefined;
    if (token.kind !== 'option') continue;
    const flag = token.name === 'help' ? ({ type: 'switch', help: '' } as const) : flags[token.name];
    if (flag === undefined) throw new UsageError(unknownFlag(token.rawName, Object.keys(flags)));
    const value = flagValue(token.rawName, flag, token.value, token.inlineValue === true);
    values.set(token.name, [...(values.get(token.name) ?? []), ...value]);
  }
  return new CommandLine(positionals, values);
}

function flagValue(name: string, flag: FlagSpec, value: string | undefined, inline: boolean): string[] {
  if (flag.type === 'switch') {
    const [usual] = flag.choices ?? [];
    if (usual !== undefined) {
      checkChoice(name, flag, value ?? usual);
      return [value ?? usual];
    }
    if (value !== undefined) throw new UsageError(`${name} takes no value`);
    return [''];
  }
  // `--format --level pod` forgot the value of the first.
  if (value === undefined || value === '' || (!inline && /^-./.test(value))) {
    throw new UsageError(`${name} needs a value${flag.choices === undefined ? '' : `: ${flag.choices.join(', ')}`}`);
  }
  const parts = flag.multiple ? value.split(',').filter((part) => part !== '') : [value];
  for (const part of parts) checkChoice(name, flag, part);
  return parts;
}

function checkChoice(name: string, { choices, toFile }: FlagSpec, given: string): void {
  const value = toFile ? given.replace(/=.*$/s, '') : given;
  if (choices === undefined || choices.includes(value)) return;
  const near = nearestName(value, choices);
  const hint = near === undefined ? '' : `; did you mean ${near}?`;
  throw new UsageError(`${name} ${value} is none of ${choices.join(', ')}${hint}`);
}

function unknownFlag(given: string, known: readonly string[]): string {
  const near = nearestName(given.replace(/^-+/, ''), known);
  return `unknown flag ${given}${near === undefined ? '; --help lists the flags' : `; did you mean --${near}?`}`;
}
