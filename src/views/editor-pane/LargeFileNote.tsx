// In place of the editor: a file that is too large for one.
import type { SourceFile } from '../../documents/source-file.ts';
import { NameText } from '../NameText.tsx';
import styles from './EditorPane.module.css';

export function LargeFileNote({ file }: { readonly file: SourceFile }) {
  const size = Math.ceil((file.large?.bytes ?? 0) / 1024 / 1024);
  return (
    <div className={styles.empty}>
      <p>
        <NameText>{file.path}</NameText> has {size} MiB, which is too large to edit here. Its pods, workloads and
        services are on the map; its policies are files of their own in the list, and can be edited.
      </p>
    </div>
  );
}
