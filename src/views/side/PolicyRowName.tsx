// What a policy is called in the tree; by tier also where it stands and what it is.
import { kindWords } from '../../exporters/policy-words.ts';
import { NameText } from '../NameText.tsx';
import styles from './SidePane.module.css';

interface PolicyRowNameProps {
  readonly policy: {
    readonly kind: string;
    readonly namespace: string;
    readonly name: string;
    readonly order?: number;
  };
  readonly isTiered: boolean;
  readonly isStaged: boolean;
}

export function PolicyRowName({ policy, isTiered, isStaged }: PolicyRowNameProps) {
  const { kind, namespace, name, order } = policy;
  if (!isTiered) {
    return (
      <span className={styles.label}>
        <NameText>{name}</NameText>
      </span>
    );
  }
  return (
    <>
      <span className={styles.order} title={order === undefined ? 'No order: last in its tier' : 'Order in its tier'}>
        {order ?? 'last'}
      </span>
      <span className={styles.twoLines}>
        <span className={styles.label}>
          <NameText>{name}</NameText>
        </span>
        <span className={styles.what}>
          {isStaged && <span className={styles.staged}>staged</span>}
          <span className={styles.kind}>{isStaged ? kindWords(kind).replace(/^Staged/, '') : kindWords(kind)}</span>
          {namespace !== '' && (
            <span className={styles.where}>
              <NameText tail={0}>{namespace}</NameText>
            </span>
          )}
        </span>
      </span>
    </>
  );
}
