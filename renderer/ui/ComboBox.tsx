import ChevronDown from 'lucide-react/icons/chevron-down'
import { useEffect, useRef, useState } from 'react'
import {
  ComboBox as AriaComboBox,
  Button,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components/ComboBox'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { fieldText } from '../text/field.ts'
import { useEditingOff } from './editing.ts'
import { Icon } from './Icon.tsx'

export type ComboChoice = { id: string; label: string; detail?: string }

/**
 * `onCommit` gets the text and, when it was taken from the list, the id of the choice; called on choosing and on leaving.
 */
export function ComboBox(props: {
  label: string
  value: string
  choices: readonly ComboChoice[]
  onCommit: (text: string, choiceId: string | null) => void
  autoFocus?: boolean
}) {
  const [text, setText] = useState(props.value)
  const off = useEditingOff()
  const committed = useRef(props.value)
  useEffect(() => {
    committed.current = props.value
    setText(props.value)
  }, [props.value])
  const commit = (next: string, id: string | null) => {
    if (next === committed.current && id === null) return
    committed.current = next
    props.onCommit(next, id)
  }
  return (
    <I18nProvider locale="fr-FR">
      <AriaComboBox
        className="field"
        allowsCustomValue
        isReadOnly={off.readOnly}
        menuTrigger="input"
        inputValue={text}
        autoFocus={props.autoFocus ?? false}
        onInputChange={setText}
        onSelectionChange={(key) => {
          const choice = props.choices.find((one) => one.id === key)
          if (choice === undefined) return
          setText(choice.label)
          commit(choice.label, choice.id)
        }}
        onBlur={() => {
          const known = props.choices.find((choice) => choice.label === text)
          if (text !== committed.current) commit(text, known?.id ?? null)
        }}
      >
        <Label className="label">{props.label}</Label>
        <div className="input">
          <Input className="bare" />
          <Button className="button ghost compact icon end" aria-label={fieldText.choices}>
            <Icon of={ChevronDown} size={16} />
          </Button>
        </div>
        <Popover className="menu">
          <ListBox items={props.choices} className="choices">
            {(choice: ComboChoice) => (
              <ListBoxItem id={choice.id} textValue={choice.label} className="menu-item">
                <span className="cut">{choice.label}</span>
                {choice.detail === undefined ? null : <span className="end mute">{choice.detail}</span>}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </AriaComboBox>
    </I18nProvider>
  )
}
