// What is wanted beside what is: one table of sources and destinations with the goal's cells and the draft's, those that differ framed.
import { Fragment, useMemo } from 'react';
import { visibleText } from '../../base/visible-text.ts';
import type { GoalMatrix } from '../../engine/grading/grade.ts';
import { useWorkbench } from '../workbench-context.ts';
import styles from './GoalMatrixTable.module.css';
import { type GridCell, type GridEnd, goalGrid } from './goal-grid.ts';

const marks = { allowed: '→', denied: '⊣', unknown: '?', mixed: '⇸' } as const;
/** More ends on a side make no small picture. */
const MOST = 14;

export function GoalMatrixTable({ matrix }: { readonly matrix: GoalMatrix }) {
  const { columns, rows } = useMemo(() => goalGrid(matrix), [matrix]);
  if (rows.length === 0 || rows.length > MOST || columns.length > MOST) return null;
  const heads = (side: string) =>
    columns.map((end, at) => (
      <th key={`${side} ${end.text}`} scope="col" className={at === 0 ? styles.first : undefined}>
        <Head end={end} />
      </th>
    ));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className={styles.scroll} tabIndex={0} aria-label="Goals as a matrix">
      <table className={styles.table}>
        <caption className="visually-hidden">Who is to reach whom, beside who reaches whom now</caption>
        <thead>
          <tr>
            <td />
            <th scope="colgroup" colSpan={columns.length} className={styles.first}>
              Goal
            </th>
            <th scope="colgroup" colSpan={columns.length} className={styles.first}>
              Now
            </th>
          </tr>
          <tr className={styles.heads}>
            <td />
            {heads('goal')}
            {heads('now')}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ end, cells }) => (
            <tr key={end.text}>
              <th scope="row" title={end.text}>
                <bdi>{visibleText(end.short)}</bdi>
              </th>
              {cells.map((cell) => (
                <Fragment key={cell.column}>
                  <Wanted cell={cell} />
                </Fragment>
              ))}
              {cells.map((cell) => (
                <Present key={cell.column} cell={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Head({ end }: { readonly end: GridEnd }) {
  return (
    <bdi className={styles.name} title={end.text}>
      {visibleText(end.short)}
    </bdi>
  );
}

function Wanted({ cell: { goal, column } }: { readonly cell: GridCell }) {
  return (
    <td className={column === 0 ? styles.first : undefined}>
      <span className={styles.cell} data-verdict={goal}>
        <span aria-hidden="true">{goal ? marks[goal] : ''}</span>
        <span className="visually-hidden">{goal ?? 'no goal'}</span>
      </span>
    </td>
  );
}

function Present({ cell: { goal, now, differs, words, query, column } }: { readonly cell: GridCell }) {
  const explain = useWorkbench((state) => state.explain);
  const mark = now ? marks[now] : '';
  return (
    <td className={column === 0 ? styles.first : undefined}>
      {differs && query ? (
        <button
          type="button"
          className={styles.cell}
          data-verdict={now}
          data-differs
          aria-label={`Explain ${words}`}
          title={words}
          onClick={() => explain(query)}
        >
          {mark}
        </button>
      ) : (
        <span
          className={styles.cell}
          data-verdict={now}
          data-differs={differs || undefined}
          data-beside={goal === undefined || undefined}
          title={words}
        >
          <span aria-hidden="true">{mark}</span>
          <span className="visually-hidden">{now ?? 'not known'}</span>
        </span>
      )}
    </td>
  );
}
