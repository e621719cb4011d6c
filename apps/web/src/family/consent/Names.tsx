/** Whose names are there and whose are missing, as far as this reader may be told; where they may not, that too is said. */
import { Check, Hourglass } from 'lucide-react';
import { useTexts } from '../texts.js';
import type { Consent } from '../shapes.js';

export function Names({ consent }: { readonly consent: Consent }) {
  const { t } = useTexts();
  return (
    <>
      <h2>{t('names.title')}</h2>
      <ul className="names">
        <Name
          name={t('names.me')}
          isThere={consent.signedAt !== null}
          words={t(consent.signedAt === null ? 'names.missing' : 'names.signed')}
        />
        {consent.others.map(({ name, standsAs, state }, index) => (
          <Name
            key={index}
            name={<bdi>{name ?? t(`names.${standsAs}`)}</bdi>}
            isThere={state === 'signed'}
            words={t(`names.${state}`)}
          />
        ))}
      </ul>
      {consent.others.length === 0 && <p className="muted">{t('names.hidden')}</p>}
    </>
  );
}

function Name({
  name,
  isThere,
  words,
}: {
  readonly name: React.ReactNode;
  readonly isThere: boolean;
  readonly words: string;
}) {
  const Icon = isThere ? Check : Hourglass;
  return (
    <li className="name" data-there={isThere || undefined}>
      <span className="name-icon">
        <Icon className="icon" aria-hidden />
      </span>
      <span>
        <strong>{name}</strong> {words}
      </span>
    </li>
  );
}
