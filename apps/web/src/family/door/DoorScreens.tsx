/**
 * Before anyone has shown who they are: whoever holds the telephone learns that the municipality has a question, and
 * nothing about whom, from whom in the municipality, or about what.
 */
import { useState } from 'react';
import { Button } from '../controls.js';
import { Scene } from '../drawings/Scene.js';
import { Screen } from '../Screen.js';
import { LANGUAGES, SPEECH } from '../language.js';
import type { Door } from '../shapes.js';
import { CallLink, Failing } from '../states.js';
import { useTexts } from '../texts.js';
import { useAct, useVisit } from '../visit.js';

/** In front of everything else for whoever does not read Swedish. */
function LanguageRow() {
  const { t, language } = useTexts();
  const { speak } = useVisit();
  return (
    <ul className="language-row" aria-label={t('bar.language')} data-unread>
      {LANGUAGES.map((one) => (
        <li key={one}>
          <button
            type="button"
            lang={SPEECH[one].tag}
            dir={SPEECH[one].direction}
            aria-current={one === language || undefined}
            onClick={() => void speak(one)}
          >
            {SPEECH[one].name}
          </button>
        </li>
      ))}
    </ul>
  );
}

export function DoorScreen({ isIdentified }: { readonly isIdentified: boolean }) {
  const { t, shown } = useTexts();
  const { town, go, settle } = useVisit();
  return (
    <Screen
      title={t('door.title', { town: town.name || t('town') })}
      heading={shown('door.title', { town: town.name || t('town') })}
      isGreeting
      drawing={<Scene name="letter" />}
      lead={isIdentified ? undefined : t('door.lead')}
      actions={
        <>
          <Button kind="primary" onPress={() => (isIdentified ? settle({ at: 'home' }) : go({ at: 'identify' }))}>
            {t(isIdentified ? 'door.toHome' : 'door.start')}
          </Button>
          <Button kind="quiet" onPress={() => go({ at: 'not-me' })}>
            {t('door.notMe')}
          </Button>
        </>
      }
    >
      <LanguageRow />
      <h2 className="vh">{t('door.how')}</h2>
      <ol className="how">
        <li>{t('door.read')}</li>
        <li>{t('door.answer')}</li>
        <li>{t('door.stop')}</li>
      </ol>
    </Screen>
  );
}

export function NotMeScreen() {
  const { t } = useTexts();
  const { town, back, leave } = useVisit();
  return (
    <Screen
      title={t('notMe.title')}
      drawing={<Scene name="window" />}
      actions={
        <>
          <Button kind="primary" onPress={leave}>
            {t('notMe.close')}
          </Button>
          {town.phone !== '' && <CallLink phone={town.phone} />}
          <Button kind="quiet" onPress={back}>
            {t('notMe.back')}
          </Button>
        </>
      }
    >
      <p>{t('notMe.words')}</p>
      <p>{t('notMe.call')}</p>
    </Screen>
  );
}

export function CodeScreen({ onOpen }: { readonly onOpen: (door: Door) => void }) {
  const { t, language } = useTexts();
  const { service, go } = useVisit();
  const [code, setCode] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const act = useAct((typed: string) => service.openDoor(typed, language), onOpen);
  const lack = isEmpty
    ? t('code.empty')
    : act.refusal && isLinkRefusal(act.refusal.code)
      ? t(codeWords(act.refusal.code))
      : null;
  const send = () => {
    setEmpty(code.trim() === '');
    if (code.trim() === '') document.getElementById('code')?.focus();
    else act.run(code.trim());
  };
  return (
    <Screen title={t('code.title')} lead={t('code.lead')} drawing={<Scene name="letter" />}>
      <LanguageRow />
      <form
        noValidate
        className="ask"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <label htmlFor="code">{t('code.label')}</label>
        <p id="code-help" className="muted small">
          {t('code.help')}
        </p>
        {lack !== null && (
          <p id="code-lack" className="lack" role="alert">
            {lack}
          </p>
        )}
        <input
          id="code"
          className="code"
          dir="ltr"
          value={code}
          placeholder="XXXXX-XXXX-XXXX"
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          aria-describedby={lack === null ? 'code-help' : 'code-lack code-help'}
          aria-invalid={lack !== null || undefined}
          onChange={(event) => {
            setCode(event.target.value.toUpperCase());
            setEmpty(false);
          }}
        />
        {act.refusal && !isLinkRefusal(act.refusal.code) && <Failing refusal={act.refusal} />}
        <Button type="submit" kind="primary" isWaiting={act.isWaiting} onPress={() => undefined}>
          {t('code.open')}
        </Button>
      </form>
      <Button kind="quiet" onPress={() => go({ at: 'no-code' })}>
        {t('code.none')}
      </Button>
    </Screen>
  );
}

const LINK_REFUSALS = {
  FAMILY_LINK_USED: 'used',
  FAMILY_LINK_OVER: 'over',
  FAMILY_LINK_UNKNOWN: 'unknown',
  FAMILY_TRIES_TOO_MANY: 'tooMany',
} as const;

export type LinkRefusal = keyof typeof LINK_REFUSALS;

export const isLinkRefusal = (code: string): code is LinkRefusal => Object.hasOwn(LINK_REFUSALS, code);

const codeWords = (code: LinkRefusal) =>
  code === 'FAMILY_LINK_UNKNOWN' ? 'code.wrong' : (`link.${LINK_REFUSALS[code]}.words` as const);

/** A link that does not open says why and offers the next one to the same telephone, never to another. */
export function LinkScreen({
  code,
  token,
  onCode,
}: {
  readonly code: LinkRefusal;
  readonly token: string;
  readonly onCode: () => void;
}) {
  const { t } = useTexts();
  const { service, town } = useVisit();
  const [isSent, setSent] = useState(false);
  const act = useAct(service.askNextLink, () => setSent(true));
  const why = LINK_REFUSALS[code];
  const mayAsk = why === 'used' || why === 'over';
  return (
    <Screen
      title={t(`link.${why}.title`)}
      drawing={<Scene name={why === 'unknown' ? 'letter' : 'clock'} />}
      actions={
        <>
          {mayAsk && !isSent && (
            <Button kind="primary" isWaiting={act.isWaiting} onPress={() => act.run(token)}>
              {t('link.next')}
            </Button>
          )}
          {town.phone !== '' && <CallLink phone={town.phone} />}
          <Button kind={mayAsk ? 'quiet' : 'secondary'} onPress={onCode}>
            {t('link.code')}
          </Button>
        </>
      }
    >
      <LanguageRow />
      <p>{t(`link.${why}.words`)}</p>
      <div role="status">{isSent && <p className="note-line">{t('link.nextSent')}</p>}</div>
      {act.refusal && <Failing refusal={act.refusal} />}
    </Screen>
  );
}

export function NoCodeScreen() {
  const { t } = useTexts();
  const { town } = useVisit();
  return (
    <Screen
      title={t('noCode.title')}
      drawing={<Scene name="night" />}
      actions={town.phone !== '' && <CallLink phone={town.phone} kind="primary" />}
    >
      <p>{t('noCode.words')}</p>
    </Screen>
  );
}

export function NoIdScreen() {
  const { t } = useTexts();
  const { town } = useVisit();
  return (
    <Screen
      title={t('noId.title')}
      drawing={<Scene name="pen" />}
      lead={t('noId.words')}
      actions={town.phone !== '' && <CallLink phone={town.phone} kind="primary" />}
    >
      <ul className="terms">
        <li>{t('noId.paper')}</li>
        <li>{t('noId.spoken')}</li>
        <li>{t('noId.time')}</li>
      </ul>
    </Screen>
  );
}
