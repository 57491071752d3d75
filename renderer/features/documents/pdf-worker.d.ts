// Lets `…?url` imports be typed as the build makes them: the address of a file of ours.
/// <reference types="vite/client" />
