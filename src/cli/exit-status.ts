// What the command's exit status means; scripts rely on it.

export const exitStatus = {
  clean: 0,
  /** `--fail-on` found what it names, an assertion is broken, a lesson is not proven, or a recorded case disagrees. */
  found: 1,
  /** Wrong usage, configuration, assertions or lessons. */
  usage: 2,
  /** A document was unreadable, rejected, not evaluated or over budget, so the answer may lack something. */
  incomplete: 3,
  internal: 4,
} as const;

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];
