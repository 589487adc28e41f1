// A part of the page whose code comes later: when it is first drawn, or before, while nothing else is to do.
import { type ComponentType, createElement, type ReactNode, use } from 'react';

export interface CodePart<Props> {
  /** Draws the part; suspends until its code is there, and not at all where it is. */
  readonly Part: (props: Props) => ReactNode;
  /** Fetches the code. A failure shows where the part is drawn. */
  readonly preload: () => Promise<void>;
}

/** As React's `lazy`, which suspends once even where the code is there, and is drawn a third of a second later for it. */
export function codePart<Props extends object>(load: () => Promise<ComponentType<Props>>): CodePart<Props> {
  let component: ComponentType<Props> | undefined;
  let loading: Promise<ComponentType<Props>> | undefined;
  const start = () => {
    loading ??= load().then((loaded) => {
      component = loaded;
      return loaded;
    });
    return loading;
  };
  return {
    Part: (props) => createElement(component ?? use(start()), props),
    preload: () =>
      start().then(
        () => undefined,
        () => undefined,
      ),
  };
}
