// Tells zod not to compile its checks, which the content policy forbids. Said through the global that zod reads when it
// loads: the start does not carry zod, screens that need it load it later.

Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
