// The one channel of a child process to whoever started it, Electron's utility process or Node's fork.

type UtilityPort = {
  on(event: 'message', listener: (event: { data: unknown }) => void): void
  postMessage(message: unknown): void
}

/** Listens to the parent; `send` speaks to it at any time. */
export function parentPort<In, Out>(
  listen: (message: In, send: (message: Out) => void) => void,
): (message: Out) => void {
  const utility = (process as { parentPort?: UtilityPort }).parentPort
  if (utility) {
    const send = (message: Out) => utility.postMessage(message)
    utility.on('message', ({ data }) => listen(data as In, send))
    return send
  }
  const send = (message: Out) => {
    process.send?.(message)
  }
  process.on('message', (message) => listen(message as In, send))
  return send
}
