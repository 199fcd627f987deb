import type { Plugin } from 'graphql-yoga'
import type { EntityTags } from '../entityTags.ts'
import { answerOnce } from './answerOnce.ts'

const root = '/ns/'

/** Serves what explains the linked data below /ns: the context, the vocabulary, the shapes. */
export function usePublications(tags: EntityTags): Plugin {
  return {
    async onRequest({ request, url: { pathname }, fetchAPI, endResponse }) {
      if (!pathname.startsWith(root) || (request.method !== 'GET' && request.method !== 'HEAD')) return
      const { publications } = await import('./publications.ts')
      const found = Object.entries(publications).find(([name]) => name === pathname.slice(root.length))
      if (found) endResponse(answerOnce({ tags, request, ...found[1] }, fetchAPI.Response))
    },
  }
}
