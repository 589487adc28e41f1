// The field of the query, with completion: fields first, then their values.
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { visibleText } from '../../base/visible-text.ts';
import { withPart } from '../../state/edit-query.ts';
import { selectReport } from '../../state/selectors.ts';
import { NameText } from '../NameText.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './QueryBar.module.css';
import { type Completion, completeQuery } from './query-completion.ts';

/** Shortcuts find the field by it. */
const queryFieldId = 'flow-query';

export function QueryField({ problemsId }: { readonly problemsId: string | undefined }) {
  const report = useWorkbench(selectReport);
  const text = useWorkbench((state) => state.flowFilter);
  const setTable = useWorkbench((state) => state.setTable);
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  /** Where the caret is while completions are on offer. */
  const [caret, setCaret] = useState<number>();
  const [at, setAt] = useState(-1);
  /** All fields are offered to who asks; otherwise the list would lie over the flows before anything is typed. */
  const [isAsked, setAsked] = useState(false);
  const offer = useMemo(() => {
    const isInWord = caret !== undefined && /\S$/.test(text.slice(0, caret));
    return report && caret !== undefined && (isInWord || isAsked) ? completeQuery(text, caret, report) : undefined;
  }, [report, text, caret, isAsked]);
  const options = offer?.options ?? [];

  const close = () => {
    setCaret(undefined);
    setAsked(false);
    setAt(-1);
  };
  const ask = () => {
    setCaret(field.current?.selectionStart ?? undefined);
    setAsked(true);
    setAt(-1);
  };
  const choose = (option: Completion | undefined) => {
    if (!option || !offer || !field.current) return;
    // A field wants its value next; after a value comes the next word.
    const written = option.text.endsWith(':') || offer.to < text.length ? option.text : `${option.text} `;
    const next = offer.from + written.length;
    setTable({ flowFilter: withPart(text, offer, written) });
    requestAnimationFrame(() => field.current?.setSelectionRange(next, next));
    setCaret(next);
    setAsked(false);
    setAt(-1);
  };
  const pressed = (event: KeyboardEvent<HTMLInputElement>) => {
    const isOpen = options.length > 0;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (!isOpen) ask();
      else if (event.key === 'ArrowDown') setAt((now) => (now + 1) % options.length);
      else setAt((now) => (now <= 0 ? options.length : now) - 1);
    } else if (event.key === 'Enter' && at >= 0) choose(options[at]);
    else if (event.key === 'Enter') close();
    else if (event.key === 'Escape' && isOpen) close();
    else if (event.key === 'Escape' && text !== '') setTable({ flowFilter: '' });
    else if (event.key === 'Escape') field.current?.blur();
    else return;
    event.preventDefault();
  };

  return (
    <div className={styles.query}>
      <input
        ref={field}
        id={queryFieldId}
        className={`field ${styles.input}`}
        type="text"
        role="combobox"
        aria-label="Filter flows"
        aria-expanded={options.length > 0}
        aria-controls={listId}
        aria-activedescendant={at >= 0 ? `${listId}-${at}` : undefined}
        aria-autocomplete="list"
        aria-invalid={problemsId !== undefined}
        aria-describedby={problemsId}
        autoComplete="off"
        spellCheck={false}
        placeholder="Filter flows: from:dev-app/* port:3306 verdict:denied"
        value={text}
        onBlur={close}
        onChange={(event) => {
          setTable({ flowFilter: event.target.value });
          setCaret(event.target.selectionStart ?? undefined);
          setAt(-1);
        }}
        onKeyDown={pressed}
      />
      {text !== '' && (
        <button
          type="button"
          className={styles.clear}
          aria-label="Clear the filter"
          title="Clear the filter"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => setTable({ flowFilter: '' })}
        >
          ×
        </button>
      )}
      <div id={listId} className={styles.list} role="listbox" aria-label="Completions" hidden={options.length === 0}>
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the combobox's
          <div
            key={option.text}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={styles.option}
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => setAt(index)}
            onClick={() => choose(option)}
          >
            {option.isName ? <NameText>{option.text}</NameText> : <code>{option.text}</code>}
            <span className={styles.detail}>{visibleText(option.detail)}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
