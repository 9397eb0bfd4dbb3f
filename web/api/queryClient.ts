import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiProblem } from './client.ts'
import { sessionKey } from './session.ts'

/** A request that says nobody is signed in ends the session on the page; what is written there stays. */
const onError = (error: unknown) => {
  if (error instanceof ApiProblem && error.status === 401) queryClient.setQueryData(sessionKey, null)
}

/** What has been fetched, for the whole page. An unreachable or failing server is asked twice more; a refusal is not. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      networkMode: 'always',
      retry: (count, error) => count < 2 && error instanceof ApiProblem && (error.status === 0 || error.status >= 500),
    },
    mutations: { networkMode: 'always', retry: false },
  },
})
