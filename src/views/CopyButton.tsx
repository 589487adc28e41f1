// Copies a text and says so.
import { useState } from 'react';

interface CopyButtonProps {
  readonly text: string | (() => string);
  readonly label?: string;
}

export function CopyButton({ text, label = 'Copy' }: CopyButtonProps) {
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(typeof text === 'string' ? text : text());
      setSaid('Copied');
    } catch {
      setSaid('The browser does not let pages copy here');
    }
    setTimeout(() => setSaid(''), 2000);
  };
  return (
    <button type="button" className="button" data-kind="quiet" onClick={() => void copy()}>
      <span aria-live="polite">{said === '' ? label : said}</span>
    </button>
  );
}
