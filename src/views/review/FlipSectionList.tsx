// The flips of one risk, in groups that the same changes make.
import { memo } from 'react';
import { visibleText } from '../../base/visible-text.ts';
import type { ReviewedFlip } from '../../engine/review/review.ts';
import type { ExportedFlip } from '../../exporters/diff-report.ts';
import type { FlipSection } from '../../exporters/flip-groups.ts';
import { riskWords } from '../../exporters/risk-words.ts';
import { flipMarks } from '../FlipWord.tsx';
import { CauseLine } from './CauseLine.tsx';
import { FlipRows } from './FlipRows.tsx';
import styles from './ReviewPanes.module.css';

interface FlipSectionListProps {
  readonly section: FlipSection;
  readonly flipOf: ReadonlyMap<ExportedFlip, ReviewedFlip>;
  readonly onShowChange: (() => void) | undefined;
}

export const FlipSectionList = memo(function FlipSectionList({ section, flipOf, onShowChange }: FlipSectionListProps) {
  const { kind, title, count, groups, risk } = section;
  return (
    <section className={styles.section} aria-label={`${title}: ${count}`}>
      <h3 className={styles.sectionTitle} data-flip={kind} title={riskWords[risk].help}>
        <span aria-hidden="true">{flipMarks[kind]}</span>
        <span>{title}</span>
        <span className={styles.number}>{count.toLocaleString('en-US')}</span>
      </h3>
      {groups.map((group) => (
        <div key={group.causes.map(({ id, line }) => `${id} ${line}`).join()} className={styles.group}>
          {group.heading !== undefined && <p className={styles.causeHeading}>{visibleText(group.heading)}</p>}
          {group.causes.map((cause) => (
            <CauseLine key={cause.id} cause={cause} onShow={onShowChange} />
          ))}
          <FlipRows flows={group.flows} flipOf={flipOf} />
        </div>
      ))}
    </section>
  );
});
