// An act is declared once: its words, icon and keys, when it is offered, why it cannot be done now, what it does. Buttons,
// menus, the palette, the list of keys and the keyboard all read that.

import { readDeskChoice } from '../api/desk-choices.ts'
import { showToast } from '../api/toasts.ts'
import type { placeText } from '../text/place.ts'
import { dialogs } from '../ui/dialogs.ts'
import type { IconShape } from '../ui/Icon.tsx'
import type { KeyHint } from '../ui/status.ts'
import { isTyping } from '../ui/typing.ts'
import { capsOf, isCharacter, isLetter, isPressed, type Key, type KeyStroke, parseKey } from './keys.ts'
import type { Suits } from './suits.ts'
import { expectWords, isAmidWords } from './typing-pause.ts'

export type Act<C> = {
  /** For the list of keys, where the label changes with things. */
  readonly label: string | ((context: C) => string)
  /** Shown beside its key; the label where this is missing. Acts that share it share a line. */
  readonly short?: string
  /** Other words that the palette finds it by. */
  readonly synonyms?: string
  /** An act without one (a move in a list) is no line of the palette. */
  readonly icon?: IconShape
  /** In the notation of keys.ts; the first is shown. */
  readonly keys?: readonly string[]
  readonly danger?: true
  /** Changes nothing, or writes outside the data: stays on where nothing may be written. */
  readonly reads?: true
  /** A field for words takes the focus next: what is typed before it has it does nothing. */
  readonly asksWords?: true
  readonly offered?: (context: C) => boolean
  /** Led to from another screen: whether it can be done for that meeting, where its scope suits it. */
  readonly suits?: Suits
  /** A sentence, or null when it can be done. */
  readonly whyNot?: (context: C) => string | null
  /** Leaves its key to what has the focus. */
  readonly leavesKey?: (context: C) => boolean
  readonly perform: (context: C) => void
}

/** `window`: what nothing else took. `screen`: before the field that has the focus. `rows`: where a list says so. */
export type Reach = 'window' | 'screen' | 'rows'

type Place = keyof typeof placeText

/** Acts over the same context; each key belongs to one of them. */
export type Scope<C, N extends string = string> = {
  readonly name: string
  /** Above its acts in the palette and in the list of keys. */
  readonly title: string
  readonly reach: Reach
  /** The screen that the palette leads to from any other; null where its acts are those of their screen alone. */
  readonly place: Place | null
  /** The meetings on whose screen it is. */
  readonly suits?: Suits | undefined
  readonly acts: Readonly<Record<N, Act<C>>>
}

/** An act with the context that is on the screen. */
export type BoundAct = {
  /** "agenda.addBelow" */
  readonly id: string
  readonly label: string
  readonly synonyms: string
  readonly icon: IconShape | undefined
  readonly keys: readonly Key[]
  readonly danger: boolean
  readonly reads: boolean
  readonly asksWords: boolean
  readonly isOffered: boolean
  /** Why nothing may be written where it stands, if it writes. */
  readonly off: string | null
  readonly whyNot: string | null
  readonly leavesKey: () => boolean
  /** Does it, or says why not. */
  readonly run: () => void
}

export type Bound<N extends string> = Readonly<Record<N, BoundAct>>

const parsed = new WeakMap<readonly string[], readonly Key[]>()
const noKeys: readonly Key[] = []

export function keysOf({ keys }: Pick<Act<never>, 'keys'>): readonly Key[] {
  if (keys === undefined) return noKeys
  const known = parsed.get(keys)
  if (known !== undefined) return known
  const now = keys.map(parseKey)
  parsed.set(keys, now)
  return now
}

export function declareActs<C>(
  name: string,
  title: string,
  reach: Reach,
  place: Place | null = null,
  suits?: Suits,
) {
  return <N extends string>(acts: Readonly<Record<N, Act<C>>>): Scope<C, N> => ({
    ...{ name, title, reach, place, suits, acts },
  })
}

/** @param off why nothing may be written now; null when everything may. */
export function bindActs<C, N extends string>(scope: Scope<C, N>, context: C, off: string | null): Bound<N> {
  const bound = {} as Record<N, BoundAct>
  for (const name in scope.acts)
    bound[name] = bindAct(`${scope.name}.${name}`, scope.acts[name], context, off)
  return bound
}

function bindAct<C>(id: string, act: Act<C>, context: C, off: string | null): BoundAct {
  const isOff = act.reads === true ? null : off
  const whyNot = isOff ?? act.whyNot?.(context) ?? null
  return {
    id,
    label: typeof act.label === 'string' ? act.label : act.label(context),
    synonyms: act.synonyms ?? '',
    icon: act.icon,
    keys: keysOf(act),
    danger: act.danger === true,
    reads: act.reads === true,
    asksWords: act.asksWords === true,
    isOffered: act.offered?.(context) ?? true,
    off: isOff,
    whyNot,
    leavesKey: () => act.leavesKey?.(context) ?? false,
    run: () => {
      if (dialogs.isHeld()) return
      if (whyNot === null) act.perform(context)
      else showToast(whyNot)
    },
  }
}

/** Whether a key is that of one of these acts, whatever becomes of it. */
export function isKeyOf(event: KeyStroke, acts: readonly BoundAct[]): boolean {
  return acts.some(({ keys }) => keys.some((key) => isPressed(key, event)))
}

/** Does what a key asks of these acts; false when none of them has it. */
export function pressKey(
  event: KeyStroke & Pick<KeyboardEvent, 'preventDefault' | 'stopPropagation' | 'timeStamp'>,
  acts: Iterable<BoundAct>,
): boolean {
  for (const act of acts) {
    const key = act.keys.find((one) => isPressed(one, event))
    if (key === undefined || !act.isOffered || act.leavesKey()) continue
    if (isCharacter(key) && takesCharacters(document.activeElement)) continue
    if (/^[a-z]$/i.test(key.name) && isCharacter(key) && readDeskChoice('letters') === 'coupees') continue
    event.preventDefault()
    event.stopPropagation()
    if (isLetter(key) && isAmidWords(event)) return true
    act.run()
    if (act.asksWords && act.whyNot === null) expectWords(event)
    return true
  }
  return false
}

/** Of a list of choices, letters choose. */
function takesCharacters(element: Element | null): boolean {
  return isTyping(element) || element instanceof HTMLSelectElement
}

function shortOf(label: Act<never>['label']): string {
  if (typeof label !== 'string')
    throw new Error('an act with a key and a label that changes needs a short one')
  return label.charAt(0).toLowerCase() + label.slice(1).replace(/…$/, '')
}

/** Keys and what each does; acts said in the same words share a line: ⟨↑ ↓ choisir une ligne⟩. */
export function keyHints(acts: readonly Pick<Act<never>, 'keys' | 'label' | 'short'>[]): KeyHint[] {
  const hints = new Map<string, string[]>()
  for (const act of acts) {
    const [key] = keysOf(act)
    if (key === undefined) continue
    const words = act.short ?? shortOf(act.label)
    const caps = hints.get(words) ?? []
    hints.set(words, [...caps, ...capsOf(key).filter((cap) => !caps.includes(cap))])
  }
  return [...hints].map(([label, keys]) => ({ label, keys }))
}
