// One press is one act: what a double click, a bouncing finger or a held key sends after it reaches neither the same act
// again nor another one that came to stand under the pointer.

/** How long the place of an act rests after it, in milliseconds; and until the pointer or the focus has moved. */
export const REST_MS = 1_500
/** How often the control that stands there now is looked for, to show that it rests: once a frame, so that nobody presses what looks awake. */
const LOOK_MS = 16
/** A press beside controls counts for its close surroundings, in pixels. */
const AROUND = 4

const pressable = 'button, [role="menuitem"], a.button'

type Press = {
  readonly control: Element | null
  readonly name: string
  readonly at: number
  readonly byKey: boolean
  readonly place: { left: number; right: number; top: number; bottom: number }
  readonly x: number
  readonly y: number
  hasLeft: boolean
}

/** Watches the presses of a window; returns how to stop. */
export function guardPresses(target: Window): () => void {
  let last: Press | null = null
  let resting: Element | null = null
  let timer: ReturnType<typeof setInterval> | undefined

  const isFresh = (press: Press) => performance.now() - press.at < REST_MS
  const rests = (press: Press) => isFresh(press) || !press.hasLeft
  const show = () => {
    // After a press on none of them no control rests: to look for one would lay the page out at each frame.
    const press = last === null || last.control === null ? null : last
    const at =
      press !== null && rests(press) && !press.byKey ? document.elementFromPoint(press.x, press.y) : null
    const control = at?.closest(pressable) ?? null
    const now =
      press !== null && isFresh(press) && control !== null && isOther(press, control) ? control : null
    if (now !== resting) {
      if (resting !== null) wake(resting)
      resting = now
    }
    if (now !== null) layDown(now)
    if (press === null || !isFresh(press)) {
      clearInterval(timer)
      timer = undefined
    }
  }
  const onClick = (event: MouseEvent) => {
    const control = event.target instanceof Element ? event.target.closest(pressable) : null
    if (control !== null && isSecond(event, control, last, rests)) {
      event.preventDefault()
      event.stopImmediatePropagation()
      return
    }
    last = pressOf(event, control)
    if (control !== null) timer ??= setInterval(show, LOOK_MS)
  }
  const onMouseDown = (event: MouseEvent) => {
    const control = event.target instanceof Element ? event.target.closest(pressable) : null
    const pressed = control ?? (last !== null && isFresh(last) ? last.control : null)
    // The first press gave the keyboard to what it made, perhaps in its own place: the second one does not take it back.
    if (event.detail >= 2 && pressed !== null && !isStep(pressed)) event.preventDefault()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // A key that is held presses once.
    if (!event.repeat || (event.key !== 'Enter' && event.key !== ' ')) return
    if (event.target instanceof Element && event.target.matches(pressable) && !isStep(event.target))
      event.preventDefault()
  }
  const onMove = ({ clientX, clientY }: PointerEvent) => {
    // Moved at all once the rest is over, it is a new gesture.
    if (last !== null && (!isFresh(last) || !isInside(last, clientX, clientY))) last.hasLeft = true
  }
  const onWheel = () => {
    // What comes under a pointer that rests was brought there by the hand.
    last = null
  }
  const onFocus = ({ target: focused }: FocusEvent) => {
    if (last?.byKey === true && focused !== last.control) last.hasLeft = true
  }
  const stop = new AbortController()
  const all = { capture: true, signal: stop.signal }
  target.addEventListener('click', onClick, all)
  target.addEventListener('mousedown', onMouseDown, all)
  target.addEventListener('keydown', onKeyDown, all)
  target.addEventListener('pointermove', onMove, all)
  target.addEventListener('wheel', onWheel, { ...all, passive: true })
  target.addEventListener('focusin', onFocus, all)
  return () => {
    clearInterval(timer)
    stop.abort()
  }
}

function isSecond(
  event: MouseEvent,
  control: Element,
  last: Press | null,
  rests: (press: Press) => boolean,
): boolean {
  if (event.detail >= 2 && !isStep(control)) return true
  if (last === null || !isOther(last, control) || !rests(last)) return false
  return last.byKey ? event.detail === 0 && last.control === control : isUnder(last, control)
}

/** Inert, and said to be so. */
function layDown(control: Element): void {
  if (control.getAttribute('aria-disabled') === 'true') return
  control.setAttribute('aria-disabled', 'true')
  control.setAttribute('data-resting', '')
}

function wake(control: Element): void {
  if (!control.hasAttribute('data-resting')) return
  control.removeAttribute('data-resting')
  control.removeAttribute('aria-disabled')
}

/** Whether this is another act than the one pressed, in its place; a switch says both of its states. */
function isOther({ control: pressed, name }: Press, control: Element): boolean {
  if (pressed === null || name === nameOf(control)) return false
  return (
    pressed !== control || !(control.hasAttribute('aria-expanded') || control.hasAttribute('aria-pressed'))
  )
}

function pressOf(event: MouseEvent, control: Element | null): Press {
  const { clientX: x, clientY: y } = event
  const own = control?.getBoundingClientRect()
  const place =
    own === undefined ? { left: x - AROUND, right: x + AROUND, top: y - AROUND, bottom: y + AROUND } : own
  const name = control === null ? '' : nameOf(control)
  return { control, name, at: performance.now(), byKey: event.detail === 0, place, x, y, hasLeft: false }
}

function isInside({ place }: Press, x: number, y: number): boolean {
  const { left, right, top, bottom } = place
  return right > left && x >= left && x <= right && y >= top && y <= bottom
}

/** Whether the control stands now where that press was. */
function isUnder({ x, y }: Press, control: Element): boolean {
  const { left, right, top, bottom } = control.getBoundingClientRect()
  return right > left && x >= left && x <= right && y >= top && y <= bottom
}

/** What it does, as it is said. */
function nameOf(control: Element): string {
  return control.getAttribute('aria-label') ?? control.textContent
}

/** Pressed again and again, each press is one more step. */
function isStep(control: Element): boolean {
  return control.hasAttribute('data-steps')
}
