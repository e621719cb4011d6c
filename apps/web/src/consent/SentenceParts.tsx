/** The consent as one sentence whose parts are taken away with a press and put back from a list: never a grid to fill in. */
import { Plus, X } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { useTranslation } from 'react-i18next';
import { Icon } from '../elements/Icon.js';

export interface PartChoice {
  readonly id: string;
  readonly label: string;
}

export interface PartsProps {
  /** What kind of parts, for those who do not see the sentence. */
  readonly label: string;
  readonly chosen: readonly string[];
  readonly all: readonly PartChoice[];
  readonly onChange: (chosen: readonly string[]) => void;
  readonly error?: string;
}

export function Parts({ label, chosen, all, onChange, error }: PartsProps) {
  const { t } = useTranslation('consent');
  const rest = all.filter(({ id }) => !chosen.includes(id));
  const labelOf = (id: string) => all.find((one) => one.id === id)?.label ?? id;
  return (
    <span className="parts" role="group" aria-label={label}>
      {chosen.map((id) => (
        <AriaButton
          key={id}
          className="part-chip"
          aria-label={t('form.remove', { part: labelOf(id) })}
          onPress={() => onChange(chosen.filter((one) => one !== id))}
        >
          {labelOf(id)}
          <Icon of={X} />
        </AriaButton>
      ))}
      {rest.length > 0 && (
        <MenuTrigger>
          <AriaButton className="part-add" aria-label={t('form.addTo', { what: label })}>
            <Icon of={Plus} />
            {chosen.length === 0 ? t('form.choose') : t('form.add')}
          </AriaButton>
          <Popover className="pick-list" offset={4}>
            <Menu items={rest} onAction={(id) => onChange([...chosen, String(id)])}>
              {(part) => (
                <MenuItem id={part.id} className="pick-option">
                  {part.label}
                </MenuItem>
              )}
            </Menu>
          </Popover>
        </MenuTrigger>
      )}
      {error && <span className="error">{error}</span>}
    </span>
  );
}
