import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    pool: 'forks',
    // One beside the journeys, which mostly wait for a browser, leaves half a machine of two cores idle.
    maxWorkers: 2,
    // Generous: a slow machine is no fault of the product; speed is measured in bench/.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    teardownTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{areas,database,kernel,server,tools,web}/**/*.test.{ts,tsx}'],
          globalSetup: ['database/test-cluster.ts'],
          // The files keep nothing in modules that another could stumble on, and each has a database of its own: a worker need
          // not load the product anew for each.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['journeys/**/*.journey.ts'],
          globalSetup: ['journeys/server.ts'],
          // One browser and one server at a time: the journeys are watched with a clock.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
