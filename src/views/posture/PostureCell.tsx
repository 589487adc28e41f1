// One cell of the posture: a number, or default deny as the gate draws it, with what is unknown and what changed.
import { groupedDigits } from '../../base/grouped-digits.ts';
import type { DefaultDeny } from '../../engine/posture/posture.ts';
import { flipMarks } from '../FlipWord.tsx';
import { GateGlyph } from '../GateGlyph.tsx';
import { NameText } from '../NameText.tsx';
import { SeverityMark } from '../SeverityMark.tsx';
import styles from './Posture.module.css';
import { cellWords, changeOf, countOf, type PostureColumn, type PostureRowFacts } from './posture-columns.ts';

interface PostureCellProps {
  readonly id: string;
  readonly row: PostureRowFacts;
  readonly column: PostureColumn;
  readonly isCursor: boolean;
  readonly onOpen: (row: PostureRowFacts, column: PostureColumn) => void;
}

const gates = { closed: 'governed', part: 'mixed', open: 'open', none: 'open' } as const;

function DenyContent({ deny, count, of }: { readonly deny: DefaultDeny; readonly count: number; readonly of: number }) {
  if (deny === 'none') return <span className={styles.none}>–</span>;
  return (
    <span className={styles.deny} data-deny={deny}>
      {deny === 'part' ? `${groupedDigits(count)}/${groupedDigits(of)}` : deny}
    </span>
  );
}

function Findings({ findings }: Pick<PostureRowFacts, 'findings'>) {
  const some = (['error', 'warning', 'info'] as const).filter((severity) => findings[severity] > 0);
  if (some.length === 0) return <span className={styles.none}>0</span>;
  return some.map((severity) => (
    <span key={severity} className={styles.finding}>
      <SeverityMark severity={severity} />
      {groupedDigits(findings[severity])}
    </span>
  ));
}

export function PostureCell({ id, row, column, isCursor, onOpen }: PostureCellProps) {
  const words = cellWords(row, column);
  const counts = countOf(row.now, column);
  const change = changeOf(row, column);
  const direction = column === 'ingress' || column === 'egress' ? column : undefined;
  return (
    <td id={id} data-column={column} data-cursor={isCursor} data-zero={counts?.count === 0}>
      <button
        type="button"
        tabIndex={-1}
        className={styles.cell}
        title={words}
        aria-label={words}
        onClick={() => onOpen(row, column)}
      >
        {column === 'name' && <NameText>{row.now.name}</NameText>}
        {column === 'name' && row.now.system && <span className={styles.system}>system</span>}
        {column === 'findings' && <Findings findings={row.findings} />}
        {change && (
          <span className={styles.change} data-flip={change} aria-hidden="true">
            {flipMarks[change]}
          </span>
        )}
        {direction && <GateGlyph state={gates[row.now[direction].defaultDeny]} direction={direction} />}
        {counts && direction && <DenyContent deny={row.now[direction].defaultDeny} {...counts} />}
        {counts && !direction && <span>{counts.of === 0 ? '–' : groupedDigits(counts.count)}</span>}
        {counts !== undefined && counts.unknown > 0 && (
          <span className={styles.unknown}>{groupedDigits(counts.unknown)}?</span>
        )}
      </button>
    </td>
  );
}
