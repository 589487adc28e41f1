// A review as Markdown for a pull-request comment: the sentence and counts in the open, the flips by risk folded away.

import { counted } from '../base/counted.ts';
import { groupedDigits } from '../base/grouped-digits.ts';
import type { FlipKind } from '../engine/results.ts';
import type { DiffReport, ExportedCause } from './diff-report.ts';
import { diffSentence } from './diff-sentence.ts';
import type { Exporter } from './exporter.ts';
import { type CauseGroup, type FlipSection, flipSections, idleChanges, otherRisks } from './flip-groups.ts';
import { verdictWords } from './flow-words.ts';
import { markdownName, markdownText } from './markdown-text.ts';
import { riskOrder, riskWords } from './risk-words.ts';

/** GitHub takes comments of at most 65,536 characters; what does not fit is counted. */
const MAX_LENGTH = 60_000;
/** Pairs that are listed of one group. */
const MOST_FLOWS = 25;
const MOST_IDLE = 20;
/** Room for the words that tell of what is left out. */
const RESERVE = 400;

export const diffMarkdown: Exporter<DiffReport> = {
  format: 'md',
  export: (report) => {
    const head = [`**${diffSentence(report)}**\n`, ...notes(report), countTable(report)].join('');
    const sections = flipSections(report);
    let text = head;
    for (const [at, one] of sections.entries()) {
      // Each title is told with its count, whatever room there is for its flips.
      const titles = sections.slice(at + 1).reduce((sum, next) => sum + titleLength(next), 0);
      text += section(one, at === 0, MAX_LENGTH - text.length - titles - RESERVE);
    }
    return text + idle(report, MAX_LENGTH - text.length);
  },
};

function notes({ incomplete, isPartial, flips, impact: { opened, closed, unknown } }: DiffReport): string[] {
  const said: string[] = [];
  if (incomplete)
    said.push('Incomplete: some documents could not be read or do not count, so this may lack something.');
  if (isPartial) {
    said.push(
      `Of ${counted(opened + closed + unknown, 'flip')} the first ${counted(flips.length, 'one')} are looked into.`,
    );
  }
  return said.map((note) => `\n> ${note}\n`);
}

/** One row for each gravest risk. */
function countTable({ flips }: DiffReport): string {
  if (flips.length === 0) return '';
  const rows = riskOrder.flatMap((risk) => {
    const own = flips.filter((flip) => flip.risk === risk);
    const count = (kind: FlipKind): string => groupedDigits(own.filter(({ flip }) => flip === kind).length);
    if (own.length === 0) return [];
    return [`| ${riskWords[risk].phrase} | ${count('opened')} | ${count('closed')} | ${count('unknown')} |\n`];
  });
  return `\n| flows | opened | closed | to or from unknown |\n| --- | ---: | ---: | ---: |\n${rows.join('')}`;
}

const titleOf = ({ title, count }: FlipSection): string => `${title} (${groupedDigits(count)})`;

const openingOf = (section: FlipSection, isOpen: boolean): string =>
  `\n<details${isOpen ? ' open' : ''}><summary>${titleOf(section)}</summary>\n`;

const CLOSING = '\n</details>\n';

const titleLength = (section: FlipSection): number => openingOf(section, false).length + CLOSING.length + 60;

function section(one: FlipSection, isOpen: boolean, room: number): string {
  let text = openingOf(one, isOpen);
  let told = 0;
  for (const group of one.groups) {
    const next = groupText(group, one.kind);
    if (text.length + next.length + CLOSING.length > room) {
      return `${text}\n… and ${counted(one.count - told, 'more flow')}, which did not fit\n${CLOSING}`;
    }
    text += next;
    told += group.count;
  }
  return text + CLOSING;
}

const causeText = ({ file, line, change }: ExportedCause): string =>
  `- ${markdownName(`${file}:${line}`)} ${markdownText(change)}\n`;

function groupText({ causes, heading, flows, count }: CauseGroup, kind: FlipKind): string {
  const shown = flows.slice(0, MOST_FLOWS);
  const left = count - shown.reduce((sum, { count: own }) => sum + own, 0);
  const isPlain = kind !== 'unknown' && shown.every(({ first }) => first.mixed === undefined);
  const also = shown.some(({ first }) => otherRisks(first) !== '');
  const titles = ['source', 'destination', 'ports', ...(isPlain ? [] : ['verdict']), ...(also ? ['also'] : [])];
  const rows = shown.map(({ src, dst, ports, first }) => [
    markdownName(src),
    markdownName(dst),
    markdownText(ports),
    ...(isPlain ? [] : [`${first.was} → ${verdictWords(first)}`]),
    ...(also ? [otherRisks(first)] : []),
  ]);
  const table = [titles, titles.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
  const lead = heading === undefined ? '' : `${heading.charAt(0).toUpperCase()}${heading.slice(1)}\n\n`;
  const more =
    left > 0 ? `\n… and ${groupedDigits(left)} more by the same ${causes.length > 1 ? 'changes' : 'change'}\n` : '';
  return `\n${lead}${causes.map(causeText).join('')}${causes.length > 0 ? '\n' : ''}${table}${more}`;
}

function idle(report: DiffReport, room: number): string {
  const hunks = idleChanges(report);
  if (hunks.length === 0) return '';
  const items = hunks.slice(0, MOST_IDLE).map(({ sentence, base, head, change }) => {
    const place = (change === 'removed' ? base : head) ?? base;
    return `- ${place ? `${markdownName(`${place.file}:${place.line}`)} ` : ''}${markdownText(sentence)}\n`;
  });
  const left = hunks.length - items.length;
  const rest = left > 0 ? `- … and ${groupedDigits(left)} more\n` : '';
  const title = `\n<details><summary>Flips nothing (${groupedDigits(hunks.length)})</summary>\n`;
  const text = `${title}\n${items.join('')}${rest}${CLOSING}`;
  if (text.length <= room) return text;
  return title.length + CLOSING.length <= room ? `${title}${CLOSING}` : '';
}
