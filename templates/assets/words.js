// Words as the search compares them, and marks on those that a reader has searched for. The search page needs this, and
// a page that is reached from it.
const LETTERS = { ı: 'i', ł: 'l', ø: 'o', đ: 'd', ħ: 'h', ŧ: 't', ك: 'ک', ي: 'ی', ى: 'ی', ة: 'ه', ۀ: 'ه' }
const MARKS = /[\p{M}\p{Lm}\p{Sk}\p{Cf}'’‘‛′＇]/gu // accents, apostrophes, and what has no width
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Sk}\p{Cf}'’‘‛′＇]*/gu
export const PREFIX = 3 // letters from which the beginning of a word is enough

// Spellings of one name become one, as they do where the glossary is matched.
export const fold = (text) => text.toLowerCase().replace(/[ıłøđħŧكيىةۀ]/g, (letter) => LETTERS[letter]).normalize('NFD').replace(MARKS, '')
export const words = (text) => fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean)
export const begins = (word, part) => (part.length < PREFIX ? word === part : word.startsWith(part))

// Marks what is searched of this page, without touching it, and goes to the first mark.
export function mark(query) {
  const body = document.querySelector('[data-pagefind-body]')
  const wanted = words(query)
  const isWanted = (word) => wanted.some((other) => begins(word, other))
  if (!body || !CSS.highlights) return
  const ranges = [...texts(body)].flatMap((node) =>
    [...node.data.matchAll(WORD)].filter(([word]) => isWanted(fold(word))).map((found) => range(node, found)))
  CSS.highlights.set('found', new Highlight(...ranges))
  ranges[0]?.startContainer.parentElement.scrollIntoView({ block: 'center' })
}

function* texts(body) {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest('[data-pagefind-ignore]')) yield walker.currentNode
}

const range = (startContainer, { index, 0: { length } }) =>
  new StaticRange({ startContainer, startOffset: index, endContainer: startContainer, endOffset: index + length })
