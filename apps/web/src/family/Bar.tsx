/**
 * In reach on every page, by thumb and by keyboard: out at once, another language, read aloud, another light. On a phone
 * it stands at the bottom, where the thumb is.
 */
import { Check, Globe, LogOut, Moon, Square, Sun, Volume2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { chooseAppearance, useAppearance } from '../design/appearance.js';
import { LANGUAGES, SPEECH } from './language.js';
import { useListening } from './listen.js';
import { useTexts } from './texts.js';
import { useVisit } from './visit.js';

export function Bar() {
  const { t, language } = useTexts();
  const { leave, place } = useVisit();
  const listening = useListening(SPEECH[language].tag, place);
  return (
    <header className="bar">
      <button type="button" className="bar-leave" onClick={leave} aria-describedby="bar-leave-help">
        <LogOut className="icon" data-mirror aria-hidden />
        {t('bar.leave')}
      </button>
      <span id="bar-leave-help" className="vh">
        {t('bar.leaveHelp')}
      </span>
      <LanguageChoice />
      {listening.isPossible && (
        <button type="button" className="bar-button" aria-pressed={listening.isOn} onClick={listening.toggle}>
          {listening.isOn ? <Square className="icon" aria-hidden /> : <Volume2 className="icon" aria-hidden />}
          <span>{listening.isOn ? t('bar.silence') : t('bar.listen')}</span>
        </button>
      )}
      <Light />
    </header>
  );
}

function Light() {
  const { t } = useTexts();
  const chosen = useAppearance();
  const isNight = chosen === 'night' || (chosen === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  return (
    <button
      type="button"
      className="bar-button bar-light"
      aria-pressed={isNight}
      onClick={() => chooseAppearance(isNight ? 'day' : 'night')}
    >
      {isNight ? <Sun className="icon" aria-hidden /> : <Moon className="icon" aria-hidden />}
      <span className="vh">{t('bar.light')}</span>
    </button>
  );
}

/** Opens over the page without covering the way out; the page below keeps its place and what is written in it. */
function LanguageChoice() {
  const { t, language } = useTexts();
  const { speak } = useVisit();
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const onPress = (event: Event) => {
      if (!place.current?.contains(event.target as Node)) setOpen(false);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    addEventListener('pointerdown', onPress);
    addEventListener('keydown', onKey);
    return () => {
      removeEventListener('pointerdown', onPress);
      removeEventListener('keydown', onKey);
    };
  }, [isOpen]);
  return (
    <div className="bar-language" ref={place}>
      <button
        type="button"
        className="bar-button"
        ref={button}
        aria-expanded={isOpen}
        aria-controls="languages"
        onClick={() => setOpen(!isOpen)}
      >
        <Globe className="icon" aria-hidden />
        <span className="vh">{t('bar.language')}: </span>
        <span>{SPEECH[language].name}</span>
      </button>
      <ul id="languages" className="languages" hidden={!isOpen}>
        {LANGUAGES.map((one) => (
          <li key={one}>
            <button
              type="button"
              lang={SPEECH[one].tag}
              dir={SPEECH[one].direction}
              aria-current={one === language || undefined}
              onClick={() => {
                setOpen(false);
                button.current?.focus();
                void speak(one);
              }}
            >
              {SPEECH[one].name}
              {one === language && <Check className="icon" aria-hidden />}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
