import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components/ComboBox'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { useEditingOff } from './editing.ts'

export type PickerChoice = { readonly id: string; readonly label: string; readonly detail: string }

export function Picker<C extends PickerChoice>(props: {
  label: string
  words: string
  /** Already filtered by `words`, accents aside. */
  proposals: readonly C[]
  onWords: (words: string) => void
  onPick: (choice: C) => void
}) {
  const { proposals } = props
  const off = useEditingOff()
  return (
    <I18nProvider locale="fr-FR">
      <ComboBox
        className="field"
        menuTrigger="focus"
        isReadOnly={off.readOnly}
        items={proposals}
        inputValue={props.words}
        onInputChange={props.onWords}
        defaultFilter={() => true}
        selectedKey={null}
        onSelectionChange={(key) => {
          const choice = proposals.find((one) => one.id === key)
          if (choice === undefined) return
          props.onPick(choice)
          props.onWords('')
        }}
      >
        <Label className="label">{props.label}</Label>
        <div className="input">
          <Input className="bare" />
        </div>
        <Popover className="menu">
          <ListBox className="choices">
            {(choice: C) => (
              <ListBoxItem id={choice.id} textValue={choice.label} className="menu-item">
                <span className="cut">{choice.label}</span>
                <span className="end mute">{choice.detail}</span>
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </I18nProvider>
  )
}
