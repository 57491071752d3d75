import type { Editor } from '@tiptap/core'
import { type KeyboardEvent, useState } from 'react'
import { commonText } from '../../text/common.ts'
import { minutesText } from '../../text/minutes.ts'
import { sayGivenUp } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { useKept } from '../../ui/kept.ts'
import { isAddress } from './to-rich-text.ts'

/** @param of the part of the minutes that is written: what was typed for one is not offered in another. */
export function LinkForm({ of, editor, onClose }: { of: string; editor: Editor; onClose: () => void }) {
  const present: unknown = editor.getAttributes('link').href
  const before = typeof present === 'string' ? present : ''
  const [address, setAddress, forget] = useKept(`link:${of}:${before}`, before)
  const [refused, setRefused] = useState(false)
  const leave = () => {
    editor.commands.focus()
    onClose()
  }
  const apply = () => {
    const href = completed(address.trim())
    if (!isAddress(href)) return setRefused(true)
    if (editor.state.selection.empty && typeof present !== 'string') {
      const link = { type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }
      editor.chain().focus().insertContent(link).run()
    } else editor.chain().focus().extendMarkRange('link').setLink({ href }).run()
    forget()
    onClose()
  }
  const remove = () => {
    editor.chain().focus().extendMarkRange('link').unsetLink().run()
    forget()
    onClose()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') apply()
    else if (event.key === 'Escape') leave()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="toolbar link-form">
      <Field label={minutesText.linkAddress} error={refused ? minutesText.linkRule : undefined}>
        {(ids) => (
          <input
            {...ids}
            ref={(input) => input?.focus()}
            className="input"
            inputMode="url"
            maxLength={2000}
            value={address}
            onChange={(event) => {
              setRefused(false)
              setAddress(event.target.value)
            }}
            onKeyDown={onKeyDown}
          />
        )}
      </Field>
      <Button small onPress={apply}>
        {minutesText.linkApply}
      </Button>
      {typeof present === 'string' ? (
        <Button small onPress={remove}>
          {minutesText.linkRemove}
        </Button>
      ) : null}
      <Button
        small
        look="ghost"
        onPress={() => {
          sayGivenUp(forget())
          leave()
        }}
      >
        {commonText.cancel}
      </Button>
    </div>
  )
}

/** "exemple.fr" → "https://exemple.fr", "a@exemple.fr" → "mailto:a@exemple.fr". */
function completed(address: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(address) || address === '') return address
  return /^[^\s/@]+@[^\s/@]+$/.test(address) ? `mailto:${address}` : `https://${address}`
}
