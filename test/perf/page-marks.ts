/** Milliseconds since 1970 at the second frame after a condition holds. */
export const secondFrame = (condition: string) => `new Promise((resolve) => {
  const look = () => {
    if (${condition})
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now())))
    else requestAnimationFrame(look)
  }
  look()
})`

/** The lowest text that can be seen in the main part of the window, or null. */
export const lowestText = `(() => {
  const main = document.querySelector('main')
  if (!main) return null
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
  let best = null
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.data.trim().length < 2 || !node.parentElement?.checkVisibility()) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const { bottom, height } = range.getBoundingClientRect()
    if (height > 0 && bottom <= innerHeight && (!best || bottom > best.bottom)) best = { bottom, text: node.data }
  }
  return best?.text ?? null
})()`

/**
 * Waits for the next click, then for the second frame in which the address is \`hash\` and \`text\` can be seen; the
 * time between, in milliseconds.
 */
export const clickToText = (hash: string, text: string) => `(() => {
  const isShown = () => {
    if (!location.hash.startsWith(${JSON.stringify(hash)})) return false
    const main = document.querySelector('main')
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (node.data === ${JSON.stringify(text)} && node.parentElement.checkVisibility()) return true
    return false
  }
  window.measured = new Promise((resolve) => {
    addEventListener('pointerup', (event) => {
      const look = () => {
        if (isShown())
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - event.timeStamp)))
        else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    }, { capture: true, once: true })
  })
})()`

/** A button that changes one text: a click on it, to the second frame, is the least that a click can take here. */
export const addFloor = `(() => {
  const button = document.createElement('button')
  button.id = 'floor'
  button.textContent = '0'
  button.style.cssText = 'position: fixed; right: 0; bottom: 0; z-index: 99'
  let clicks = 0
  button.addEventListener('click', () => {
    clicks += 1
    button.textContent = String(clicks)
  })
  document.body.append(button)
})()`

/** Waits for the next click, then for the second frame after it; the time between, in milliseconds. */
export const clickToFrame = `(() => {
  window.measured = new Promise((resolve) => {
    addEventListener('pointerup', (event) => {
      requestAnimationFrame(() =>
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - event.timeStamp))))
    }, { capture: true, once: true })
  })
})()`

/** The same text over the screen, in what the browser itself lets write in. */
export const addBareText = (text: string) => `(() => {
  const bare = document.createElement('div')
  bare.id = 'bare'
  bare.contentEditable = 'true'
  bare.style.cssText = 'position: fixed; inset: 0; overflow: auto; z-index: 98; background: Canvas'
  bare.append(...[...${text}.children].map((one) => one.cloneNode(true)))
  document.body.append(bare)
})()`

/** From here on each key's time to the end of its frame, and when it was typed, are kept in \`window.keys\`. */
export const watchKeys = `(() => {
  window.keys = []
  addEventListener('keydown', (event) => {
    const at = performance.timeOrigin + event.timeStamp
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => window.keys.push({ at, took: performance.now() - event.timeStamp })
      port2.postMessage(null)
    })
  }, { capture: true })
})()`
