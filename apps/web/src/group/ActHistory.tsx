/** What has happened in the group, newest first, with the reasons that the reader may have. */
import { useTranslation } from 'react-i18next';
import { Time } from '../elements/Time.js';
import type { ShownGroupFragment } from '../graphql/generated/group/graphql.js';
import { WORDS } from './meanwhile.js';
import { useNamed } from './named.js';
import './group.css';

export function ActHistory({ group }: { readonly group: ShownGroupFragment }) {
  const { t } = useTranslation('group');
  const named = useNamed();
  return (
    <ol className="group-acts">
      {[...group.acts].reverse().map((act) => (
        <li key={act.id}>
          <p>
            <strong>{act.name ? named(act.name) : t(`${WORDS[act.act] ?? 'move'}.${act.word}` as never)}</strong>
            {act.reason && ` · ${t(`reason.${act.reason}` as never)}`}
          </p>
          {act.passed.length > 0 && (
            <p className="small">{t('history.passed', { steps: act.passed.map(named).join(', ') })}</p>
          )}
          {act.decided && (
            <p className="small">
              {t('preparatory.by', { name: act.decided.deciderName })},{' '}
              {act.decided.metAt ? <Time at={act.decided.metAt} as="moment" /> : t('preparatory.betweenShort')}.{' '}
              {t('preparatory.with', {
                names: act.decided.present.map(({ name, branchName }) => `${name} (${branchName})`).join(', '),
              })}
              .
            </p>
          )}
          {act.threat && (
            <p className="small">{t('terms.shownThreat', { level: t(`terms.level.${act.threat}` as never) })}</p>
          )}
          {act.confirmed.length > 0 && (
            <p className="small">{t('terms.shownConfirmed', { conditions: act.confirmed.map(named).join('; ') })}</p>
          )}
          {act.signedOn && (
            <p className="small">
              {t('terms.shownSigned', { signers: act.signedBy.map((one) => t(`signer.${one}` as never)).join(', ') })}{' '}
              <Time at={`${act.signedOn}T12:00:00Z`} as="day" />.
            </p>
          )}
          {act.words && <p className="group-act-words">{act.words}</p>}
          <p className="muted small">
            {act.byName} · <Time at={act.at} as="moment" />
          </p>
        </li>
      ))}
    </ol>
  );
}
