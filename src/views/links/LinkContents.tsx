// What a link holds: how many files and letters, and whose names.

import { counted } from '../../base/counted.ts';
import { LONGEST_FRAGMENT } from '../../state/links/link-codec.ts';
import type { MadeLink } from '../../state/links/link-slice.ts';
import { NameText } from '../NameText.tsx';
import styles from './LinkDialog.module.css';

/** More are counted. */
const mostListed = 8;

export function LinkContents({ link }: { readonly link: MadeLink }) {
  const { files, characters, fragment, isDemo } = link;
  const kibibytes = (count: number) => `${Math.max(1, Math.round(count / 1024)).toLocaleString('en-US')} KiB`;
  return (
    <section aria-label="What is in the link" className={styles.contents}>
      <dl className={styles.sizes}>
        <div>
          <dt>Manifests</dt>
          <dd>
            {isDemo && files.length === 0
              ? 'the demo, by its name'
              : `${counted(files.length, 'file')}, ${kibibytes(characters)}${isDemo ? ', on top of the demo' : ''}`}
          </dd>
        </div>
        <div>
          <dt>Length</dt>
          <dd>
            {kibibytes(fragment.length)} of at most {kibibytes(LONGEST_FRAGMENT)}
          </dd>
        </div>
      </dl>
      {files.length > 0 && (
        <>
          <p>
            Whoever has the link can read these files: the names of namespaces, workloads and policies, their labels and
            addresses.
          </p>
          <ul className={styles.files} aria-label="Files in the link">
            {files.slice(0, mostListed).map((path) => (
              <li key={path}>
                <NameText tail={16}>{path}</NameText>
              </li>
            ))}
            {files.length > mostListed && <li>and {files.length - mostListed} more</li>}
          </ul>
        </>
      )}
    </section>
  );
}
