/**
 * A page's heading takes focus after each navigation, and the window its title, so that no one is left where they were.
 * Titles stay in the browser's history: never put a name or a number in them; `heading` may hold what `title` may not.
 */
import { createContext, useContext, useEffect, useRef, type ReactNode } from 'react';
import './Page.css';

export interface PageProps {
  /** For the window and the history: what kind of page, not about whom. */
  readonly title: string;
  readonly heading?: ReactNode;
  /** One line above the heading: where one is. */
  readonly above?: ReactNode;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  /** `read` 70 characters, `work` the whole room, `ask` one question in the middle. */
  readonly width?: 'read' | 'work' | 'ask';
  readonly children?: ReactNode;
}

/** Counts navigations; on the first page nothing steals the focus. */
export const Navigations = createContext(0);

export function Page({ title, heading, above, lead, actions, width = 'work', children }: PageProps) {
  const top = useRef<HTMLHeadingElement>(null);
  const navigations = useContext(Navigations);
  useEffect(() => {
    document.title = `${title} · Samnav`;
  }, [title]);
  useEffect(() => {
    // A page that puts the focus into its own first field has chosen a better place.
    const chosen = top.current?.closest('.page')?.contains(document.activeElement);
    if (navigations > 0 && !chosen) top.current?.focus();
  }, [navigations]);
  return (
    <div className="page" data-width={width}>
      <header className="page-top">
        <div className="page-titles">
          {above && <p className="page-above">{above}</p>}
          <h1 ref={top} tabIndex={-1}>
            {heading ?? title}
          </h1>
          {lead && <p className="page-lead">{lead}</p>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

/** A part of a page under its own heading. */
export function Section({ title, actions, children }: { title: string; actions?: ReactNode; children: ReactNode }) {
  return (
    <section className="section" aria-label={title}>
      <div className="section-top">
        <h2>{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  );
}
