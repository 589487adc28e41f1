// One missing fact with a field to give it right there: what is wrong with it is said below the field.
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import styles from './FactForms.module.css';

interface FactFormProps {
  /** Name of the form: `Labels of shop`. */
  readonly name: string;
  readonly label: ReactNode;
  readonly placeholder: string;
  readonly button: string;
  readonly known?: string;
  /** What it is good for, a sentence. */
  readonly hint?: string;
  /** Takes what was typed; gives a sentence where it is wrong. */
  readonly onGive: (text: string) => string | undefined;
  /** Among others of its kind in a narrow column: its button is there once there is something to give. */
  readonly isNarrow?: boolean;
  /** What was given goes elsewhere, and the field waits for the next. */
  readonly clears?: boolean;
  /** Beside the button. */
  readonly children?: ReactNode;
}

export function FactForm(props: FactFormProps) {
  const {
    name,
    label,
    placeholder,
    button,
    known = '',
    hint,
    onGive,
    isNarrow = false,
    clears = false,
    children,
  } = props;
  const [text, setText] = useState(known);
  const [before, setBefore] = useState(known);
  // Undo takes a fact back while the form is open.
  if (before !== known) {
    setBefore(known);
    setText(known);
  }
  const [wrong, setWrong] = useState<string>();
  const inputId = useId();
  const said = wrong ?? hint;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const fault = onGive(text);
    setWrong(fault);
    if (clears && fault === undefined) setText('');
  };
  return (
    <form className={styles.fact} data-narrow={isNarrow} onSubmit={submit} aria-label={name}>
      <label htmlFor={inputId}>{label}</label>
      <input
        id={inputId}
        className="field"
        value={text}
        placeholder={placeholder}
        spellCheck={false}
        aria-invalid={wrong !== undefined}
        aria-describedby={said === undefined ? undefined : `${inputId}-said`}
        onChange={(event) => setText(event.target.value)}
      />
      {(!isNarrow || text !== known) && (
        <button type="submit" className="button">
          {button}
        </button>
      )}
      {children}
      {said !== undefined && (
        <p id={`${inputId}-said`} className={styles.said} data-wrong={wrong !== undefined}>
          {said}
        </p>
      )}
    </form>
  );
}
