// What a policy is called in the tree, and what there is to tell beside it; by tier also where it stands and what it is.
import type { ReactNode } from 'react';
import { kindWords } from '../../exporters/policy-words.ts';
import { NameText } from '../NameText.tsx';
import styles from './SidePane.module.css';

interface PolicyRowNameProps {
  readonly policy: {
    readonly kind: string;
    readonly namespace: string;
    readonly name: string;
    readonly tier?: string;
    readonly order?: number;
  };
  readonly isTiered: boolean;
  readonly isStaged: boolean;
  /** Its place in the tier; undefined where it takes none. */
  readonly place?: string | undefined;
  readonly aside: ReactNode;
}

export function PolicyRowName({ policy, isTiered, isStaged, place, aside }: PolicyRowNameProps) {
  const { kind, namespace, name, tier } = policy;
  if (!isTiered) {
    return (
      <>
        <span className={styles.label}>
          <NameText>{name}</NameText>
        </span>
        {aside}
      </>
    );
  }
  // Names often begin with the tier's, which the list says already: that part makes room first.
  const prefix = tier !== undefined && name.startsWith(`${tier}.`) ? `${tier}.` : '';
  return (
    <>
      <span className={styles.order} title={place === 'last' ? 'No order: last in its tier' : 'Order in its tier'}>
        {place}
      </span>
      <span className={styles.twoLines}>
        <span className={styles.label}>
          {prefix !== '' && (
            <span className={styles.prefix}>
              <NameText tail={0}>{prefix}</NameText>
            </span>
          )}
          <NameText tail={12}>{name.slice(prefix.length)}</NameText>
        </span>
        <span className={styles.what}>
          {isStaged && <span className={styles.staged}>staged</span>}
          <span className={styles.kind}>{isStaged ? kindWords(kind).replace(/^Staged/, '') : kindWords(kind)}</span>
          {namespace !== '' && (
            <span className={styles.where}>
              <NameText tail={0}>{namespace}</NameText>
            </span>
          )}
          {aside}
        </span>
      </span>
    </>
  );
}
