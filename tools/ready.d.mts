/** The browser that the journeys are run in: the one CHROMIUM names, or one that is installed; nothing if there is none. */
export function findChromium(env?: NodeJS.ProcessEnv): string | undefined
