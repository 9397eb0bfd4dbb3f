import { QueryClient } from '@tanstack/react-query'
import { ApiProblem, whenSignedOut } from './client.ts'
import { sessionKey } from './session.ts'

/** What has been fetched, for the whole page. An unreachable or failing server is asked twice more; a refusal is not. */
export const queryClient: QueryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      networkMode: 'always',
      retry: (count, error) => count < 2 && error instanceof ApiProblem && (error.status === 0 || error.status >= 500),
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

// A request that says nobody is signed in ends the session on the page; what is written there stays.
whenSignedOut(() => queryClient.setQueryData(sessionKey, null))
