/**
 * A page as long as it is the reader's. Then a calm sentence stands in its place with the time and what the reader wrote, and
 * nothing of the page remains that could ask for it anew. (OSL 26:1)
 */
import { useState, type ReactNode } from 'react';
import { Page } from './Page.js';
import { Revoked } from './states.js';

interface UntilLeftProps {
  readonly title: string;
  /** Where to go from there. */
  readonly above?: ReactNode;
  /** Other words than those of information. */
  readonly words?: ReactNode;
  /** The reader's own words, if any. */
  readonly own?: ReactNode;
  readonly children: (onLeft: (at: string) => void) => ReactNode;
}

/** Give it the id of what it shows as its key. */
export function UntilLeft({ title, above, words, own, children }: UntilLeftProps) {
  const [leftAt, setLeftAt] = useState<string>();
  if (leftAt === undefined) return <>{children(setLeftAt)}</>;
  return (
    <Page title={title} above={above} width="read">
      <Revoked at={leftAt} hadFocus>
        {words}
      </Revoked>
      {own}
    </Page>
  );
}
