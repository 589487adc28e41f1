// The list under the search field: groups with a heading each, one entry lit.
import { visibleText } from '../../base/visible-text.ts';
import { KeyHint } from '../actions/KeyHint.tsx';
import { NameText } from '../NameText.tsx';
import styles from './SearchField.module.css';
import type { SearchEntry } from './search-entry.ts';
import type { FoundGroup } from './search-everything.ts';

interface SearchResultsProps {
  readonly id: string;
  readonly groups: readonly FoundGroup[];
  readonly lit: SearchEntry | undefined;
  readonly onLight: (entry: SearchEntry) => void;
  readonly onChoose: (entry: SearchEntry) => void;
}

/** Id of an entry's element, for `aria-activedescendant`. */
export const entryId = (listId: string, entry: SearchEntry): string => `${listId}-${encodeURIComponent(entry.key)}`;

export function SearchResults({ id, groups, lit, onLight, onChoose }: SearchResultsProps) {
  return groups.map(({ group, entries, more }) => (
    // biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields
    <div key={group} role="group" aria-label={group} className={styles.group}>
      <p className={styles.heading} aria-hidden="true">
        {group}
        {more > 0 && <span> {more} more</span>}
      </p>
      {entries.map((entry) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the combobox's
        <div
          key={entry.key}
          id={entryId(id, entry)}
          role="option"
          tabIndex={-1}
          aria-selected={entry === lit}
          className={styles.entry}
          onMouseDown={(event) => event.preventDefault()}
          onMouseMove={() => onLight(entry)}
          onClick={() => onChoose(entry)}
        >
          {entry.isName ? (
            <NameText>{entry.name}</NameText>
          ) : (
            <span className={styles.words}>{visibleText(entry.name)}</span>
          )}
          <span className={styles.detail}>{visibleText(entry.detail)}</span>
          {entry.keys?.[0] !== undefined && <KeyHint chord={entry.keys[0]} />}
        </div>
      ))}
    </div>
  ));
}
