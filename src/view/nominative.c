#include "view/nominative.h"

#include "arabic/forms.h"
#include "view/counts.h"

#include <string.h>

enum { SHORTEST = 5, BROKEN_LETTERS = 6 };

static size_t letters_of(isnad_slice word) { return word.length / LETTER_BYTES; }

/* The letter that stands `back` letters before the end. */
static bool letter_from_end(isnad_slice word, size_t back, unsigned letter) {
  return word.length >= (back + 1) * LETTER_BYTES && letter_is(word, word.length - (back + 1) * LETTER_BYTES, letter);
}

/* "Laws", "projects": plurals with an alef behind their second letter whose yeh and noon are no ending. */
static bool is_broken(isnad_slice word) {
  size_t article = article_at(word, 0) ? 2 : 0;
  return letters_of(word) == BROKEN_LETTERS + article && letter_is(word, (article + 2) * LETTER_BYTES, LETTER_ALEF);
}

/* Yeh and noon at the end are an ending of case: of the dual alef stands for yeh, of the plural waw. */
static isnad_slice nominative_word(sheet *s, isnad_slice word, bool dual) {
  bool ending = letter_from_end(word, 1, LETTER_YEH) && letter_from_end(word, 0, LETTER_NOON);
  if (!ending || letters_of(word) < SHORTEST || is_broken(word)) return word;
  char end[2 * LETTER_BYTES];
  letter_put(end + letter_put(end, dual ? LETTER_ALEF : LETTER_WAW), LETTER_NOON);
  return isnad_arena_printf(s->arena, "%.*s%.*s", (int)(word.length - 2 * LETTER_BYTES), word.bytes, 2 * LETTER_BYTES, end);
}

isnad_slice nominative(sheet *s, isnad_slice words, bool dual) {
  isnad_slice out = {NULL, 0};
  while (words.length > 0) {
    const char *blank = memchr(words.bytes, ' ', words.length);
    isnad_slice word = {words.bytes, blank != NULL ? (size_t)(blank - words.bytes) : words.length};
    words = (isnad_slice){words.bytes + word.length + (blank != NULL), words.length - word.length - (blank != NULL)};
    isnad_slice changed = nominative_word(s, word, dual);
    bool same = changed.bytes == word.bytes;
    out = words_joined(s, out, " ", changed);
    if (same) return words.length > 0 ? words_joined(s, out, " ", words) : out; /* what follows a noun without an ending is its owner */
  }
  return out;
}

isnad_slice without_preposition(sheet *s, isnad_slice words) {
  isnad_tokens tokens;
  if (isnad_arabic_tokens(&tokens, s->arena, words, NULL) != ISNAD_OK || tokens.count == 0) return words;
  isnad_slice first = isnad_slice_at(words, tokens.items[0].span), form = isnad_token_form(&tokens, 0);
  size_t cut = isnad_arabic_proclitics(form);
  bool alone = cut == LETTER_BYTES || (cut == LETTER_BYTES + ARTICLE_BYTES && article_at(form, LETTER_BYTES));
  bool joined = alone && letter_is(form, 0, LETTER_BEH) && letter_is(first, 0, LETTER_BEH);
  return joined ? (isnad_slice){words.bytes + LETTER_BYTES, words.length - LETTER_BYTES} : words;
}
