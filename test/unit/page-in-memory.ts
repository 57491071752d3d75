// A page takes over the names that stand when its package is loaded. A reader of calendars, tested in the same process,
// lays Temporal down, which a page has not.
const laid = Object.getOwnPropertyDescriptor(globalThis, 'Temporal')
Reflect.deleteProperty(globalThis, 'Temporal')
export const { JSDOM } = await import('jsdom')
if (laid !== undefined) Object.defineProperty(globalThis, 'Temporal', laid)
