/**
 * Whom else a sentence is about, and that it says where somebody is: then it reaches only those who may know that of each.
 * Everybody is asked both, whomever they write about: that nobody is protected shows no more than that somebody is. (OSL 21:3, 26:1)
 */
import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../graphql/refusal.js';
import { Button } from './Button.js';
import { Checkbox } from './fields/choices.js';
import { Icon } from './Icon.js';
import { NO_MARKS, type Marks } from './marks.js';
import { PersonName, type Protection } from './PersonName.js';
import './Refused.css';
import './SaidAbout.css';

export interface Close {
  /** person for whom it is about in any case. */
  readonly kind: string;
  readonly person: {
    readonly personId: string;
    readonly name: string;
    readonly initials: string;
    readonly protection: string;
  };
}

interface SaidAboutProps {
  readonly circle: readonly Close[];
  readonly category: string;
  readonly value: Marks;
  readonly onChange: (value: Marks) => void;
  /** What stands there already, and goes on standing. */
  readonly fixed?: Marks;
  readonly error?: string | undefined;
  /** Why the people cannot stand there now: what it says of a place can be marked all the same. */
  readonly unread?: { readonly refusal: Refusal; readonly again: () => void } | undefined;
}

/** Kinds of information that say where somebody is, whatever one marks. */
const PLACES: readonly string[] = ['whereabouts', 'contact-details'];

export function SaidAbout({ circle, category, value, onChange, fixed = NO_MARKS, error, unread }: SaidAboutProps) {
  const { t } = useTranslation('elements');
  // Whoever unticks the last one keeps the list before them.
  const [beginsOpen] = useState(value.about.length > 0);
  const others = circle.filter(({ kind }) => kind !== 'person');
  const nowAbout = (about: readonly string[]) => onChange({ about, revealsPlace: value.revealsPlace });
  return (
    <>
      {unread && (
        <div className="stack gap-2">
          <p className="refused" role="alert">
            <Icon of={CircleAlert} />
            <span>
              {t('saidAbout.unread')} {unread.refusal.sentence}
            </span>
          </p>
          <div>
            <Button size="small" onPress={() => unread.again()}>
              {t('failing.retry')}
            </Button>
          </div>
        </div>
      )}
      {others.length > 0 && (
        <details className="said-about" open={beginsOpen}>
          <summary>{t('saidAbout.title')}</summary>
          <div className="stack gap-2">
            <p className="small muted">{t('saidAbout.help')}</p>
            {others.map(({ person, kind }) => (
              <Checkbox
                key={person.personId}
                label={
                  <PersonName
                    name={person.name}
                    initials={person.initials}
                    protection={person.protection as Protection}
                  />
                }
                help={t(`saidAbout.kind.${kind}` as never, { defaultValue: t('saidAbout.kind.close') })}
                isDisabled={fixed.about.includes(person.personId)}
                value={value.about.includes(person.personId)}
                onChange={(on) =>
                  nowAbout(on ? [...value.about, person.personId] : value.about.filter((id) => id !== person.personId))
                }
              />
            ))}
            {error && (
              <p className="refused" role="alert">
                {error}
              </p>
            )}
          </div>
        </details>
      )}
      {error && others.length === 0 && (
        <p className="refused" role="alert">
          {error}
        </p>
      )}
      {!PLACES.includes(category) && (
        <Checkbox
          label={t('saidAbout.place')}
          help={t('saidAbout.placeHelp')}
          isDisabled={fixed.revealsPlace}
          value={value.revealsPlace}
          onChange={(revealsPlace) => onChange({ ...value, revealsPlace })}
        />
      )}
    </>
  );
}
