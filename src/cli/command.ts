// What a command is, and the flags that several commands share.
import { parseCidr } from '../net/cidr.ts';
import type { CommandLine, FlagSpec } from './command-line.ts';
import type { ExitStatus } from './exit-status.ts';
import { configFlags } from './find-config.ts';
import type { Terminal } from './terminal.ts';

export interface Command {
  readonly name: string;
  readonly summary: string;
  /** After the name: `PATH… [flags]`. */
  readonly usage: string;
  /** Whole command lines with what they do. */
  readonly examples: readonly (readonly [line: string, does: string])[];
  readonly flags: Readonly<Record<string, FlagSpec>>;
  /** Throws UsageError for arguments that make no sense. */
  run(line: CommandLine, terminal: Terminal): Promise<ExitStatus>;
}

const isCidr = (word: string): boolean => parseCidr(word) !== undefined;

/** Flags of every command that loads manifests. */
export const loadingFlags = {
  semantics: {
    type: 'text',
    choices: ['calico-3.32', 'calico-3.31', 'calico-enterprise', 'kubernetes'],
    help: 'whose reading counts where implementations differ (default: calico-3.32)',
  },
  pending: {
    type: 'switch',
    choices: ['calico', 'promoted'],
    help: 'count staged policies too, as Calico computes pending verdicts; --pending=promoted: in place of those they stage',
  },
  domain: {
    type: 'text',
    placeholder: 'NAME=IP[,IP]',
    multiple: true,
    help: 'the addresses behind a domain name that policies use',
  },
  'pod-cidr': {
    type: 'text',
    placeholder: 'CIDR',
    multiple: true,
    goesOn: isCidr,
    help: 'where pods without a known address get theirs',
  },
  'service-cidr': {
    type: 'text',
    placeholder: 'CIDR',
    multiple: true,
    goesOn: isCidr,
    help: 'where services get their addresses',
  },
  ...configFlags,
  'allow-incomplete': {
    type: 'switch',
    help: 'documents that could not be read or do not count are a warning, not exit status 3',
  },
} as const satisfies Record<string, FlagSpec>;

export const portsFlag = {
  type: 'text',
  choices: ['declared', 'all'],
  help: 'count the ports that destinations declare (default), or every port',
} as const satisfies FlagSpec;
