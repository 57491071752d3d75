// Pdf worker: lets `…?url` imports be typed, as the build answers them: the address of a file of ours.
/// <reference types="vite/client" />
