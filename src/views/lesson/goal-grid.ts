// The goal matrix as rows to be drawn: short names, and for each cell what is wanted, what is, and whether they differ.
import type { GoalCell, GoalMatrix } from '../../engine/grading/grade.ts';

export interface GridCell extends GoalCell {
  /** Said of it: `dev/web to dev/db: goal denied, now allowed`. */
  readonly words: string;
  readonly differs: boolean;
}

export interface GoalGrid {
  readonly columns: readonly GridEnd[];
  readonly rows: readonly { readonly end: GridEnd; readonly cells: readonly GridCell[] }[];
}

export interface GridEnd {
  readonly text: string;
  /** Without the namespace where all ends share it, or where it is plain without. */
  readonly short: string;
}

/** `dev/web` as `web`; `dev/*`, addresses and selectors as they are. */
const lastPart = (text: string): string => /^[a-z][\w.-]*\/(?:[A-Z]\w*\/)?([\w.-]+[\w.*-]*)$/.exec(text)?.[1] ?? text;

/** Of several ends written together the first, and how many more. */
function shortName(text: string): string {
  const [first = text, ...rest] = text.split(', ').map(lastPart);
  if (rest.length === 0) return first;
  return rest.length === 1 ? `${first}, ${rest[0]}` : `${first} +${rest.length}`;
}

/** Names as short as they tell all ends apart. */
export function shortNames(texts: readonly string[]): ReadonlyMap<string, string> {
  const shorts = new Map([...new Set(texts)].map((text) => [text, shortName(text)]));
  const counts = new Map<string, number>();
  for (const short of shorts.values()) counts.set(short, (counts.get(short) ?? 0) + 1);
  return new Map([...shorts].map(([text, short]) => [text, counts.get(short) === 1 ? short : text]));
}

function wordsOf(from: string, to: string, { goal, now, parts }: GoalCell): string {
  const ports = [...new Set(parts.flatMap(({ port }) => port ?? []))];
  const on = ports.length === 0 ? '' : ` on ${ports.join(', ')}`;
  const wanted = goal === undefined ? 'no goal' : `goal ${goal}`;
  return `${from} to ${to}${on}: ${wanted}, now ${now ?? 'not known'}`;
}

export function goalGrid({ rows, columns, cells }: GoalMatrix): GoalGrid {
  const names = shortNames([...rows, ...columns].map(({ text }) => text));
  const end = (text: string): GridEnd => ({ text, short: names.get(text) ?? text });
  return {
    columns: columns.map(({ text }) => end(text)),
    rows: rows.map(({ text }, row) => ({
      end: end(text),
      cells: cells
        .filter((cell) => cell.row === row)
        .map((cell) => ({
          ...cell,
          differs: cell.holds === false,
          words: wordsOf(text, columns[cell.column]?.text ?? '', cell),
        })),
    })),
  };
}
