/** One of many: Select where one knows the list, ComboBox where one knows the word. */
import { Check, ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { useTranslation } from 'react-i18next';
import { Icon } from '../Icon.js';
import type { FieldWords } from './TextField.js';
import { ErrorLine, Help, LabelLine } from './TextField.js';
import './pick.css';

export interface Option {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
}

export interface PickProps extends FieldWords {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly options: readonly Option[];
  readonly placeholder?: string;
}

function Options({ options }: { readonly options: readonly Option[] }) {
  const { t } = useTranslation('elements');
  return (
    <Popover className="pick-list" offset={4}>
      <ListBox items={options} renderEmptyState={() => <p className="pick-empty">{t('pick.none')}</p>}>
        {(option) => (
          <ListBoxItem id={option.id} textValue={option.label} className="pick-option">
            {({ isSelected }) => (
              <>
                <span>
                  {option.label}
                  {option.help && <span className="choice-help">{option.help}</span>}
                </span>
                {isSelected && <Icon of={Check} />}
              </>
            )}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  );
}

export function Select({ label, help, error, optional, options, value, onChange, placeholder, ...rest }: PickProps) {
  const { t } = useTranslation('elements');
  return (
    <AriaSelect
      {...rest}
      className="field"
      placeholder={placeholder ?? t('pick.choose')}
      selectedKey={value === '' ? null : value}
      onSelectionChange={(key) => onChange(key === null ? '' : String(key))}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <LabelLine label={label} optional={optional} />
      <Help>{help}</Help>
      <Button className="input pick">
        <SelectValue className="pick-value" />
        <Icon of={ChevronDown} />
      </Button>
      <ErrorLine>{error}</ErrorLine>
      <Options options={options} />
    </AriaSelect>
  );
}

export function ComboBox({ label, help, error, optional, options, value, onChange, placeholder, ...rest }: PickProps) {
  const { t } = useTranslation('elements');
  return (
    <AriaComboBox
      {...rest}
      className="field"
      defaultItems={options}
      selectedKey={value === '' ? null : value}
      onSelectionChange={(key) => onChange(key === null ? '' : String(key))}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      menuTrigger="focus"
      allowsEmptyCollection
    >
      <LabelLine label={label} optional={optional} />
      <Help>{help}</Help>
      <div className="pick-combo">
        <Input className="input" placeholder={placeholder ?? t('pick.type')} />
        <Button className="pick-open">
          <Icon of={ChevronDown} />
        </Button>
      </div>
      <ErrorLine>{error}</ErrorLine>
      <Options options={options} />
    </AriaComboBox>
  );
}
