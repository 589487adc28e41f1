// A review as SARIF 2.1.0: one result for all flips of one kind and risk that the same changes cause.

import { counted } from '../base/counted.ts';
import { shortHash } from '../base/short-hash.ts';
import type { FlipKind } from '../engine/results.ts';
import type { DiffReport, ExportedCause, Risk } from './diff-report.ts';
import type { Exporter } from './exporter.ts';
import { type CauseGroup, type FlipSection, flipSections } from './flip-groups.ts';
import { riskWords } from './risk-words.ts';
import { sarifText, sarifUri } from './sarif-text.ts';

/** Pairs that a message names. */
const MOST_NAMED = 5;
/** Results that services keep of one file. */
const MOST_RESULTS = 5000;

const LEVELS: Readonly<Record<Risk, 'error' | 'warning' | 'note'>> = {
  internet: 'error',
  asserted: 'error',
  tenants: 'error',
  dns: 'warning',
  'api-server': 'warning',
  kubelet: 'warning',
  namespaces: 'warning',
  'all-ports': 'warning',
  'higher-tier': 'note',
  none: 'note',
};

const VERBS: Readonly<Record<FlipKind, string>> = {
  opened: 'opens',
  closed: 'closes',
  unknown: 'changes what is known of',
};

const ruleOf = (risk: Risk): string => `flow-${risk === 'none' ? 'changed' : risk}`;

export const diffSarif: Exporter<DiffReport> = {
  format: 'sarif',
  export: (report) => {
    const sections = flipSections(report);
    const rules = [...new Set(sections.map(({ risk }) => risk))].map((risk) => ({
      id: ruleOf(risk),
      shortDescription: { text: risk === 'none' ? 'A flow changed' : `A flow changed ${riskWords[risk].phrase}` },
      fullDescription: { text: riskWords[risk].help },
      help: { text: riskWords[risk].help },
      defaultConfiguration: { level: LEVELS[risk] },
    }));
    const results = sections.flatMap((section) => section.groups.map((group) => resultOf(section, group, report)));
    const run = {
      tool: { driver: { name: 'sluice', rules } },
      columnKind: 'utf16CodeUnits',
      results: results.slice(0, MOST_RESULTS),
    };
    const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
    return `${JSON.stringify(log, null, 2)}\n`;
  },
};

function resultOf({ risk, kind }: FlipSection, group: CauseGroup, report: DiffReport) {
  const [first, ...others] = group.causes;
  const place = first ? placeOf(first) : anyPlace(report);
  const ids = group.causes.map(({ id }) => id);
  return {
    ruleId: ruleOf(risk),
    level: LEVELS[risk],
    message: { text: messageOf(risk, kind, group) },
    locations: place ? [locationOf(place)] : [],
    ...(others.length > 0
      ? {
          relatedLocations: others.map((cause, at) => ({
            id: at + 1,
            ...locationOf(placeOf(cause)),
            message: { text: sarifText(cause.change) },
          })),
        }
      : {}),
    // Made of what changed, and not of where: a result stays the same when lines move or files are arranged otherwise.
    partialFingerprints: { 'sluiceChange/v1': shortHash([ruleOf(risk), kind, ...ids].join('\n')) },
  };
}

/** In the head where that has the file: services show the head. */
const placeOf = ({ file, line, headPlace }: ExportedCause): { file: string; line: number } =>
  headPlace ?? { file, line };

/** For a flip without a cause. */
function anyPlace({ changes }: DiffReport): { file: string; line: number } | undefined {
  return changes.flatMap(({ hunks }) => hunks.flatMap(({ head, base }) => head ?? base ?? []))[0];
}

function locationOf({ file, line }: { readonly file: string; readonly line: number }) {
  return { physicalLocation: { artifactLocation: { uri: sarifUri(file) }, region: { startLine: line } } };
}

function messageOf(risk: Risk, kind: FlipKind, { causes, flows, count }: CauseGroup): string {
  const named = flows.slice(0, MOST_NAMED).map(({ src, dst, ports }) => `${src} → ${dst} ${ports}`);
  const left = flows.length - named.length;
  const list = `${named.join('; ')}${left > 0 ? `; and ${counted(left, 'more pair')}` : ''}`;
  const what = `${VERBS[kind]} ${counted(count, 'flow')}${risk === 'none' ? '' : ` ${riskWords[risk].phrase}`}`;
  const why = causes.length === 0 ? 'this change' : causes.map(({ change }) => change).join(' and ');
  const text = `${why}${causes.length === 0 ? '' : ', which'} ${what}: ${list}.`;
  return sarifText(`${text.charAt(0).toUpperCase()}${text.slice(1)}`);
}
