// Two buttons that open the browser's own dialogs: for files, and for a folder.
import { type ChangeEvent, useRef } from 'react';
import { entriesOfFiles, type PageEntry } from '../../state/gather-entries.ts';

interface Picker {
  readonly label: string;
  /** What the input behind the button is called, where the label alone would not tell. */
  readonly name?: string;
  readonly testId?: string;
}

interface FilePickerProps {
  readonly files: Picker;
  readonly folder: Picker;
  readonly isPrimary?: boolean;
  readonly onPick: (entries: readonly PageEntry[]) => void;
}

const readable = '.yaml,.yml,.json,.zip,.gz,.tgz,.txt';

export function FilePicker({ files, folder, isPrimary = false, onPick }: FilePickerProps) {
  const fileInput = useRef<HTMLInputElement>(null);
  const folderInput = useRef<HTMLInputElement>(null);
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    const entries = entriesOfFiles(event.target.files ?? []);
    // The same files may be chosen again.
    event.target.value = '';
    onPick(entries);
  };
  return (
    <>
      <button
        type="button"
        className="button"
        data-kind={isPrimary ? 'primary' : undefined}
        onClick={() => fileInput.current?.click()}
      >
        {files.label}
      </button>
      <button type="button" className="button" onClick={() => folderInput.current?.click()}>
        {folder.label}
      </button>
      <input
        ref={fileInput}
        hidden
        type="file"
        multiple
        accept={readable}
        aria-label={files.name ?? files.label}
        data-testid={files.testId}
        onChange={chosen}
      />
      <input
        ref={(input) => {
          folderInput.current = input;
          if (input) input.webkitdirectory = true;
        }}
        hidden
        type="file"
        aria-label={folder.name ?? folder.label}
        data-testid={folder.testId}
        onChange={chosen}
      />
    </>
  );
}
