import { setTimeout as wait } from 'node:timers/promises'

type Reply = { id?: number; result?: unknown; error?: { message: string } }

/** One page of an application started with --remote-debugging-port. */
export class Page {
  readonly #socket: WebSocket
  readonly #waiting = new Map<number, { resolve: (result: unknown) => void; reject: (why: Error) => void }>()
  #last = 0

  private constructor(socket: WebSocket) {
    this.#socket = socket
    socket.addEventListener('message', ({ data }) => {
      const { id, result, error } = JSON.parse(String(data)) as Reply
      const waiting = this.#waiting.get(id ?? 0)
      this.#waiting.delete(id ?? 0)
      if (error) waiting?.reject(new Error(error.message))
      else waiting?.resolve(result)
    })
    socket.addEventListener('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('the page is gone'))
    })
  }

  /** Attaches to the first page as soon as there is one. `address` is what Chromium says it listens on. */
  static async attach(address: string): Promise<Page> {
    const { host } = new URL(address)
    for (;;) {
      const list = (await (await fetch(`http://${host}/json/list`)).json()) as {
        type: string
        webSocketDebuggerUrl: string
      }[]
      const found = list.find(({ type }) => type === 'page')
      if (found) {
        const socket = new WebSocket(found.webSocketDebuggerUrl)
        await new Promise((resolve, reject) => {
          socket.addEventListener('open', resolve)
          socket.addEventListener('error', () => reject(new Error('cannot attach')))
        })
        return new Page(socket)
      }
      await wait(5)
    }
  }

  send(method: string, params: object = {}): Promise<unknown> {
    this.#last += 1
    const id = this.#last
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#socket.send(JSON.stringify({ id, method, params }))
    })
  }

  /** The value of an expression in the page; a promise is awaited. Throws what the page throws. */
  async evaluate<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = (await this.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    })) as {
      result: { value: T }
      exceptionDetails?: { text: string; exception?: { description?: string } }
    }
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }

  /** A real click in the middle of the first visible element that a selector finds. */
  click(selector: string): Promise<void> {
    return this.clickOn(
      `[...document.querySelectorAll(${JSON.stringify(selector)})].find((one) => one.checkVisibility())`,
    )
  }

  /** A real click in the middle of the element that an expression gives. */
  async clickOn(element: string): Promise<void> {
    const point = await this.evaluate<{ x: number; y: number } | null>(`(() => {
      const found = ${element}
      if (!found) return null
      found.scrollIntoView({ block: 'center' })
      const { x, y, width, height } = found.getBoundingClientRect()
      return { x: x + width / 2, y: y + height / 2 }
    })()`)
    if (!point) throw new Error(`nothing to click: ${element}`)
    const press = { ...point, button: 'left', clickCount: 1 }
    await this.send('Input.dispatchMouseEvent', { ...press, type: 'mousePressed' })
    await this.send('Input.dispatchMouseEvent', { ...press, type: 'mouseReleased' })
  }

  /** A real key that writes a letter or a space. */
  async key(letter: string): Promise<void> {
    const code = letter === ' ' ? 'Space' : `Key${letter.toUpperCase()}`
    const key = { key: letter, code, windowsVirtualKeyCode: letter.toUpperCase().charCodeAt(0) }
    await this.send('Input.dispatchKeyEvent', { ...key, type: 'keyDown', text: letter })
    await this.send('Input.dispatchKeyEvent', { ...key, type: 'keyUp' })
  }
}
