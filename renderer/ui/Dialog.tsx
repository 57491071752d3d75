import { type ReactNode, useEffect, useLayoutEffect, useState } from 'react'
import { Heading } from 'react-aria-components/Heading'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components/Modal'
import { dialogs } from './dialogs.ts'
import { giveScreenFocus } from './no-focus.ts'
import { REST_MS } from './one-click.ts'

/** `acts` holds the buttons: giving up first, the one that repeats the verb last. Escape closes. */
export function Dialog(props: {
  title: string
  /** None where it is held from first to last. */
  onClose?: () => void
  children: ReactNode
  acts?: ReactNode
  alert?: boolean
  /** What it tells of is under way: it cannot be closed, and neither keys, addresses nor files lead past it. */
  held?: boolean
  /** A pane at right instead of the middle. */
  beside?: boolean
  /** The pane has texts to read. */
  wide?: boolean
  /** Called when Enter is pressed in a field. */
  onSubmit?: () => void
}) {
  const held = props.held === true
  const [openedAt] = useState(() => performance.now())
  useLayoutEffect(() => dialogs.opened(held), [held])
  useEffect(() => (held ? refuseFiles() : undefined), [held])
  // What opened it may be gone: the palette, the row that was acted on.
  useEffect(() => () => void giveScreenFocus(), [])
  return (
    <I18nProvider locale="fr-FR">
      <ModalOverlay
        className={props.beside === true ? 'overlay beside' : 'overlay'}
        isOpen
        isDismissable={props.alert !== true && !held}
        isKeyboardDismissDisabled={held}
        // The second press of a double click falls beside what the first one opened.
        shouldCloseOnInteractOutside={() => performance.now() - openedAt >= REST_MS}
        onOpenChange={(open) => (open || held ? undefined : props.onClose?.())}
      >
        <Modal className={props.wide === true ? 'dialog-modal wide' : 'dialog-modal'}>
          <AriaDialog className="dialog" role={props.alert === true ? 'alertdialog' : 'dialog'}>
            <form
              onSubmit={(event) => {
                event.preventDefault()
                props.onSubmit?.()
              }}
            >
              <Heading slot="title" className="h2">
                {props.title}
              </Heading>
              <div className="dialog-body">{props.children}</div>
              {props.acts === undefined ? null : <div className="row dialog-acts">{props.acts}</div>}
            </form>
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </I18nProvider>
  )
}

/** Before anything else in the window hears of them. */
function refuseFiles(): () => void {
  const refuse = (event: Event) => {
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  const kinds = ['dragover', 'drop', 'paste'] as const
  for (const kind of kinds) window.addEventListener(kind, refuse, true)
  return () => {
    for (const kind of kinds) window.removeEventListener(kind, refuse, true)
  }
}
