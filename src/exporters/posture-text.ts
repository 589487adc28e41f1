// A posture as text: what stands out in sentences, then a line for each namespace.
import { visibleText } from '../base/visible-text.ts';
import type { Exporter } from './exporter.ts';
import {
  listedNamespaces,
  type PostureReport,
  postureCells,
  postureColumns,
  postureSentences,
} from './posture-report.ts';
import { postureWords, unknownWords } from './posture-words.ts';
import { textTable } from './text-table.ts';

export const postureText: Exporter<PostureReport> = {
  format: 'text',
  export(report) {
    const rows = listedNamespaces(report.posture).map((one) => [visibleText(one.name), ...postureCells(one, report)]);
    const head = ['namespace', ...postureColumns.map((fact) => postureWords[fact].title.toLowerCase())];
    return [
      ...postureSentences(report),
      ...(report.incomplete ? ['The input is incomplete: the numbers may be off in either direction.'] : []),
      '',
      ...(rows.length > 0 ? [...textTable([head, ...rows]), ''] : []),
      'ingress, egress: default deny by effect, what becomes of flows that no rule names.',
      unknownWords,
      '',
    ].join('\n');
  },
};
