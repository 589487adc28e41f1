// A policy's name on its card, without the name of its tier before it: the column tells that already. Read aloud it is whole.
import { visibleText } from '../../base/visible-text.ts';
import { NameText } from '../NameText.tsx';
import styles from './PolicyCard.module.css';

export function CardName({ name, tier }: { readonly name: string; readonly tier: string }) {
  const prefix = `${tier}.`;
  if (!name.startsWith(prefix)) {
    return (
      <span className={styles.name}>
        <NameText tail={12}>{name}</NameText>
      </span>
    );
  }
  return (
    <>
      <span className="visually-hidden">{visibleText(name)}</span>
      <span className={styles.name} aria-hidden="true" title={visibleText(name)}>
        <NameText tail={12}>{name.slice(prefix.length)}</NameText>
      </span>
    </>
  );
}
