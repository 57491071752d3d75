import ChevronDown from 'lucide-react/icons/chevron-down'
import { useRef, useState } from 'react'
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
import { areNamesOf } from '../../electron/domain/people/person-names.ts'
import { isBegunBy, isNamedBy } from '../../electron/domain/text/fold.ts'
import { fieldText } from '../text/field.ts'
import { Button as PlainButton } from './Button.tsx'
import { useEditingOff } from './editing.ts'
import { Icon } from './Icon.tsx'
import { TheirText } from './TheirText.tsx'
import { useDraft } from './use-draft.ts'

export type ComboChoice = { id: string; label: string; detail?: string }

/**
 * `onCommit` gets the text and, when it was taken from the list, the id of the choice; called on choosing and on leaving.
 */
export function ComboBox(props: {
  label: string
  value: string
  choices: readonly ComboChoice[]
  onCommit: (text: string, choiceId: string | null) => void
  /** Whether a text that is none of the choices may be stored without asking; any, where it is not said. */
  isKnown?: (text: string) => boolean
  autoFocus?: boolean
}) {
  const off = useEditingOff()
  /** Typed and left, and not stored before somebody says that it is a name. */
  const [unknown, setUnknown] = useState<string | null>(null)
  /** Two choices may bear one name. */
  const chosen = useRef<ComboChoice | null>(null)
  const isTold = useRef(false)
  /** Said to be a name. */
  const meant = useRef<string | null>(null)
  const commit = (text: string) => {
    const choice =
      chosen.current?.label === text ? chosen.current : props.choices.find((one) => one.label === text)
    const isStrange =
      choice === undefined && text.trim() !== '' && text !== props.value && text !== meant.current
    if (isStrange && props.isKnown?.(text) === false) {
      setUnknown(text)
      return 'asks'
    }
    setUnknown(null)
    isTold.current = true
    props.onCommit(text, choice?.id ?? null)
    return true
  }
  const draft = useDraft(props.value, commit, false)
  const take = (choice: ComboChoice) => {
    chosen.current = choice
    isTold.current = false
    draft.change(choice.label)
    draft.finish()
    // Its name stood there before.
    if (!isTold.current && draft.theirs === null) commit(choice.label)
  }
  /** The list is shown. */
  const isOpen = useRef(false)
  /**
   * Of the one choice that the list shows, small letters may be a beginning ("lop"). With a capital they are names as one
   * writes them, and each must be one of its own: "Petit" is not Petitjean, nor "Lop" yet Lopez.
   */
  const takeOnly = () => {
    const { text } = draft
    if (!isOpen.current || text.trim() === '' || props.isKnown?.(text) !== false) return
    const [only, ...others] = props.choices.filter(({ label }) => isNamedBy(label, text))
    if (only === undefined || others.length > 0) return
    const isMeant = /\p{Lu}/u.test(text) ? areNamesOf : isBegunBy
    if (isMeant(only.label, text)) take(only)
  }
  return (
    <I18nProvider locale="fr-FR">
      <div
        className="field"
        onKeyDownCapture={({ key, shiftKey }) => {
          if (key === 'Enter' || (key === 'Tab' && !shiftKey)) takeOnly()
        }}
      >
        <AriaComboBox
          className="combo"
          allowsCustomValue
          isReadOnly={off.readOnly}
          defaultFilter={isNamedBy}
          onOpenChange={(open) => {
            isOpen.current = open
          }}
          menuTrigger="input"
          inputValue={draft.text}
          autoFocus={props.autoFocus ?? false}
          onInputChange={(text) => {
            if (text === draft.text) return
            setUnknown(null)
            draft.change(text)
          }}
          onSelectionChange={(key) => {
            const choice = props.choices.find((one) => one.id === key)
            if (choice !== undefined) take(choice)
          }}
          onBlur={draft.finish}
        >
          <Label className="label">{props.label}</Label>
          <div className="input">
            <Input className="bare" />
            <Button className="button ghost compact icon end" aria-label={fieldText.choices}>
              <Icon of={ChevronDown} size={16} />
            </Button>
          </div>
          <TheirText draft={draft} />
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
        {/* Beside what the list is drawn from, of which React Aria keeps a second copy. */}
        {unknown === null ? null : (
          <section className="their-text" role="status">
            <p>{fieldText.unknownName(unknown)}</p>
            <div className="row wrap">
              <PlainButton
                small
                onPress={() => {
                  meant.current = unknown
                  setUnknown(null)
                  draft.keep('mine')
                  draft.finish()
                }}
              >
                {fieldText.keepName}
              </PlainButton>
              <PlainButton
                small
                onPress={() => {
                  setUnknown(null)
                  draft.keep('theirs')
                }}
              >
                {fieldText.formerName(props.value)}
              </PlainButton>
            </div>
          </section>
        )}
      </div>
    </I18nProvider>
  )
}
