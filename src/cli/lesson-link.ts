// `sluice lesson link`: an address that holds a whole lesson, compressed, behind its `#`; nothing is stored anywhere.

import { isProven } from '../exporters/lesson-report.ts';
import { deflateToLetters, LONGEST_LINK } from '../importers/compress-text.ts';
import type { CommandLine } from './command-line.ts';
import { type ExitStatus, exitStatus } from './exit-status.ts';
import { proven, readLessonFiles } from './lesson-check.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** A page's address without what stands behind `#`. */
function pageAddress(page: string): string {
  const address = URL.canParse(page) ? new URL(page) : undefined;
  const isPage = address && ['http:', 'https:', 'file:'].includes(address.protocol);
  if (!isPage) throw new UsageError(`--page ${page} is no address of a page, such as https://sluice.example.com/`);
  address.hash = '';
  return address.href;
}

/** Throws UsageError for what no link may hold. */
export async function linkLesson(line: CommandLine, paths: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const page = line.text('page');
  const address = page === undefined ? '' : pageAddress(page);
  const [file, second] = await readLessonFiles(paths, terminal);
  if (!file || second) throw new UsageError('a link holds one lesson; name one file');
  const lesson = proven(file);
  if (lesson.name === undefined) {
    const [first] = lesson.problems;
    const place = first ? `${first.location.line}:${first.location.column}: ${first.message}; ` : '';
    throw new UsageError(`${file.path}:${place}sluice lesson check ${file.path} tells more`);
  }
  const fragment = `lesson-file=1.${await deflateToLetters(file.text)}`;
  if (fragment.length > LONGEST_LINK) {
    const size = Math.ceil(fragment.length / 1024);
    throw new UsageError(`${file.path} makes a link of ${size} KiB; ${LONGEST_LINK / 1024} KiB is the most`);
  }
  terminal.out(`${address}#${fragment}\n`);
  if (address === '') terminal.message('sluice: put it behind the address of your page, or name that with --page URL');
  if (!isProven(lesson)) terminal.message(`sluice: ${file.path} is not proven; sluice lesson check tells why`);
  return exitStatus.clean;
}
