/**
 * One field that finds a person by number, name or telephone. It asks when one says so and not while one types, since
 * each search is written down. The words go in the body of a POST and never into the address. (OSL 26:1)
 */
import { Search } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { Button } from '../elements/Button.js';
import { TextField } from '../elements/fields/TextField.js';
import { Waiting } from '../elements/states.js';
import {
  SearchPeopleDocument,
  type SearchPeopleQuery,
  type SeenFragment,
} from '../graphql/generated/person/graphql.js';
import { refusalOf, type Refusal } from '../graphql/refusal.js';
import { SeenFacts, SeenName } from './PersonHit.js';
import './person.css';

export interface PersonSearchProps {
  /** What stands at each hit: a link, or a button that chooses. */
  readonly act: (hit: SeenFragment) => ReactNode;
  /** Stands below the hits once one has searched; gets the words, so that they need not be typed again. */
  readonly otherwise?: (asked: string, found: number) => ReactNode;
  readonly start?: string;
  readonly autoFocus?: boolean;
  /** What the form around it says of the search: that it is missing. */
  readonly error?: string;
}

type Found = SearchPeopleQuery['searchPeople'] & { readonly asked: string };

export function PersonSearch({ act, otherwise, start = '', autoFocus, error }: PersonSearchProps) {
  const { t } = useTranslation('person');
  const client = useClient();
  const [asked, setAsked] = useState(start);
  const [found, setFound] = useState<Found | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [waiting, setWaiting] = useState(false);
  const latest = useRef(0);
  const heading = useRef<HTMLParagraphElement>(null);

  const search = async () => {
    latest.current += 1;
    const turn = latest.current;
    setWaiting(true);
    const answer = await client.query(SearchPeopleDocument, { input: { asked } }).toPromise();
    if (turn !== latest.current) return;
    setWaiting(false);
    setRefusal(answer.error ? refusalOf(answer.error) : null);
    setFound(answer.data ? { ...answer.data.searchPeople, asked } : null);
  };
  useEffect(() => {
    if (found) heading.current?.focus();
  }, [found]);

  const sentence = refusal ? refusal.sentence || t('elements:failing.network.form') : found ? undefined : error;
  return (
    <div className="stack gap-5">
      {/* A form of its own would stand inside the form that asks for a person; Enter is taken here instead. */}
      <div
        role="search"
        className="person-search"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
          event.preventDefault();
          void search();
        }}
      >
        <TextField
          label={t('search.label')}
          help={t('search.help')}
          value={asked}
          onChange={setAsked}
          error={sentence}
          autoComplete="off"
          autoFocus={autoFocus}
        />
        <Button
          kind={found && found.asked === asked ? 'secondary' : 'primary'}
          icon={Search}
          onPress={() => void search()}
        >
          {t('search.do')}
        </Button>
      </div>
      {waiting && !found && <Waiting lines={3} />}
      {found && (
        <section className="stack gap-3" aria-label={t('search.hits')} aria-busy={waiting}>
          <p className="person-count" ref={heading} tabIndex={-1}>
            {found.hits.length === 0
              ? t(`search.none.${found.by}`)
              : t(`search.found.${found.by}`, { count: found.hits.length })}
          </p>
          {found.hits.length > 0 && (
            <ul className="person-hits">
              {found.hits.map((hit) => (
                <li key={hit.id} className="person-hit">
                  <div>
                    <span className="person-hit-name">
                      <SeenName seen={hit} />
                    </span>
                    <SeenFacts seen={hit} />
                  </div>
                  {act(hit)}
                </li>
              ))}
            </ul>
          )}
          {found.more && <p className="muted small">{t('search.more')}</p>}
          {otherwise?.(found.asked, found.hits.length)}
        </section>
      )}
    </div>
  );
}
