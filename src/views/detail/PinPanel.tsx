// The flows that are pinned: each with what must be and what is; a press explains it.

import { counted } from '../../base/counted.ts';
import { groupedDigits } from '../../base/grouped-digits.ts';
import type { AssertionReport, AssertionResult } from '../../engine/assertion-report.ts';
import { MessageText } from '../editor-pane/MessageText.tsx';
import { moveAmongRows } from '../move-among-rows.ts';
import { NameText } from '../NameText.tsx';
import { VerdictWord } from '../VerdictWord.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './DetailPane.module.css';
import { LocationLink } from './LocationLink.tsx';
import pinStyles from './PinPanel.module.css';

export function PinPanel() {
  const report = useWorkbench((state) => state.analysis?.assertions);
  if (!report || report.results.length === 0) {
    return (
      <p className={styles.empty}>
        No flow is pinned. Explain a flow and pin it, and every edit tells whether it stays as it is.
      </p>
    );
  }
  const sorted = [...report.results].sort((a, b) => Number(a.holds) - Number(b.holds));
  return (
    <>
      <header className={styles.head}>
        <h2 className={styles.title}>Pinned flows</h2>
        <span className={styles.kind}>{pinWords(report)}</span>
      </header>
      <div className={styles.scroll}>
        <ul className={pinStyles.list} aria-label="Pinned flows" onKeyDown={moveAmongRows}>
          {sorted.map((result) => (
            <PinRow key={`${result.location.file} ${result.location.start}`} result={result} />
          ))}
        </ul>
        {report.unjudged > 0 && (
          <p className={styles.empty}>
            {counted(report.unjudged, 'pinned flow')} not judged here, or not for all pairs: `sluice check` does.
          </p>
        )}
      </div>
    </>
  );
}

function PinRow({ result }: { readonly result: AssertionResult }) {
  const explain = useWorkbench((state) => state.explain);
  const { name, from, to, port, verdict, holds, isPartial, fault, query, location } = result;
  const [first] = result.odd;
  return (
    <li className={pinStyles.row} data-holds={holds || isPartial === true}>
      <button
        type="button"
        data-row
        className={pinStyles.flow}
        onClick={() => explain(query)}
        aria-label={`Explain ${name}`}
      >
        <span className={pinStyles.state}>{holds ? 'holds' : isPartial ? 'not judged' : 'broken'}</span>
        <span className={pinStyles.name}>{name}</span>
        <span className={pinStyles.ends}>
          <NameText>{from}</NameText> → <NameText>{to}</NameText> {port ?? 'every declared port'}
        </span>
        {first && result.pairs > 1 && (
          <span className={pinStyles.ends}>
            such as <NameText>{first.from}</NameText> → <NameText>{first.to}</NameText> {first.ports}
          </span>
        )}
      </button>
      <span className={pinStyles.verdict}>
        {verdict && <VerdictWord verdict={verdict} />}
        {!holds && fault === undefined && <span className={styles.note}>{differenceWords(result)}</span>}
        {fault !== undefined && (
          <span className={styles.note}>
            <MessageText>{fault}</MessageText>
          </span>
        )}
      </span>
      <LocationLink location={location} />
    </li>
  );
}

/** What must be, and of one that speaks of many pairs how many of them are not so. */
function differenceWords({ expect, pairs, oddPairs, isAtLeast, isPartial }: AssertionResult): string {
  if (isPartial) return `${counted(pairs, 'pair')}, too many to judge with every edit`;
  return pairs < 2
    ? `must be ${expect}`
    : `must be ${expect}, and is not for ${isAtLeast ? 'at least ' : ''}${groupedDigits(oddPairs)} of ${counted(pairs, 'pair')}`;
}

/** `14 pinned, 1 broken`. */
export function pinWords({ results, broken, unjudged }: AssertionReport): string {
  const all = `${(results.length + unjudged).toLocaleString('en-US')} pinned`;
  return broken === 0 ? all : `${all}, ${broken.toLocaleString('en-US')} broken`;
}
