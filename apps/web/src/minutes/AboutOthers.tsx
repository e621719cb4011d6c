/** Whom else a line is about: then it reaches only those who may be told of each of them. (OSL 26:1) */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Checkbox } from '../elements/fields/choices.js';
import { PersonName } from '../elements/PersonName.js';
import { MeetingCircleDocument } from '../graphql/generated/minutes/graphql.js';
import '../elements/Refused.css';

interface AboutOthersProps {
  readonly hubId: string;
  /** By their ids. */
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  readonly error?: string | undefined;
}

export function AboutOthers({ hubId, value, onChange, error }: AboutOthersProps) {
  const { t } = useTranslation('minutes');
  // Whoever unticks the last one keeps the list before them.
  const [beginsOpen] = useState(value.length > 0);
  const [{ data }] = useQuery({ query: MeetingCircleDocument, variables: { hubId } });
  const others = data?.meetingCircle ?? [];
  if (others.length === 0) return null;
  return (
    <details className="group-agenda" open={beginsOpen}>
      <summary>{t('hub:question.about')}</summary>
      <div className="stack gap-2">
        <p className="small muted">{t('lines.aboutHelp')}</p>
        {others.map(({ person, kind }) => (
          <Checkbox
            key={person.personId}
            label={<PersonName name={person.name} initials={person.initials} />}
            help={t(`hub:circle.${kind}` as never, { defaultValue: t('hub:circle.close') })}
            value={value.includes(person.personId)}
            onChange={(on) => onChange(on ? [...value, person.personId] : value.filter((id) => id !== person.personId))}
          />
        ))}
        {error && (
          <p className="refused" role="alert">
            {error}
          </p>
        )}
      </div>
    </details>
  );
}
