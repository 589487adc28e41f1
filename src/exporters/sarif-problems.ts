// Problems as a log of SARIF 2.1.0: rules with what they are about, a place and a lasting fingerprint for each result.
import { shortHash } from '../base/short-hash.ts';
import type { Location, Problem } from '../engine/results.ts';
import type { FindingPage } from '../findings/finding-page.ts';
import { sarifText, sarifUri } from './sarif-text.ts';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

/** Results that services keep of one file. */
const MOST_RESULTS = 5000;

/** `known`: what is known of rules by their code; others are told by their code alone. */
export function sarifLog(problems: readonly Problem[], known: readonly FindingPage[] = []): string {
  const facts = new Map(known.map((rule) => [rule.code, rule]));
  const rules = [...new Set(problems.map(({ code }) => code))].map((code) => ruleOf(code, facts.get(code)));
  const prints = fingerprints(problems);
  const run = {
    tool: { driver: { name: 'sluice', rules } },
    columnKind: 'utf16CodeUnits',
    results: problems.slice(0, MOST_RESULTS).map((problem, at) => resultOf(problem, prints[at] ?? '')),
  };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf(code: string, facts: FindingPage | undefined) {
  if (!facts) {
    const words = code.replaceAll('-', ' ');
    return { id: code, shortDescription: { text: words.charAt(0).toUpperCase() + words.slice(1) } };
  }
  const { title, why, fix, source, severity } = facts;
  const more = `\`sluice lint --explain ${code}\` and docs/findings.md#${code} say more.`;
  const link = source ? ` See [${source.title}](${source.url}).` : '';
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: {
      text: `${why}\n\nTo mend it: ${fix}\n\n${more}`,
      markdown: `${why}\n\n**To mend it:** ${fix}${link}\n\n${more}`,
    },
    ...(source ? { helpUri: source.url } : {}),
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

/** Made of what is said and of what, not of where: a result stays the same when lines move. Equal ones are numbered. */
function fingerprints(problems: readonly Problem[]): readonly string[] {
  const counts = new Map<string, number>();
  return problems.map(({ code, object, message, location }) => {
    const said = JSON.stringify([code, object ?? location.file, message]);
    const number = (counts.get(said) ?? 0) + 1;
    counts.set(said, number);
    return shortHash(`${said} ${number}`);
  });
}

function placeOf({ file, line, column, endLine, endColumn, origin }: Location) {
  const region = origin
    ? { startLine: origin.line, startColumn: origin.column }
    : { startLine: line, startColumn: column, endLine, endColumn };
  return { physicalLocation: { artifactLocation: { uri: sarifUri(origin?.file ?? file) }, region } };
}

function resultOf({ code, severity, message, advice, location, related = [] }: Problem, fingerprint: string) {
  const text = advice === undefined ? message : `${message.replace(/[.;]$/, '')}. ${advice}`;
  const relatedLocations = related.map((one, at) => ({
    id: at + 1,
    ...placeOf(one.location),
    message: { text: sarifText(one.message) },
  }));
  return {
    ruleId: code,
    level: LEVELS[severity],
    message: { text: sarifText(text) },
    locations: [placeOf(location)],
    ...(relatedLocations.length > 0 ? { relatedLocations } : {}),
    partialFingerprints: { 'sluiceFinding/v1': fingerprint },
  };
}
