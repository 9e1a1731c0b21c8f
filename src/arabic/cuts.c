/* Proclitics: every way to cut them off a word, and the way that the frequencies of words prefer. Shared with the generator of the tables, which
 * works both out beforehand for the words that it knows. */
#include "arabic/cuts.h"

#include "arabic/forms.h"

#include <string.h>

enum { SHORTEST_REST = 2 * LETTER_BYTES, SEEN_OFTEN = 125 };

static bool leaves_enough(isnad_slice word, size_t cut) { return word.length >= cut + SHORTEST_REST; }

static size_t conjunction(isnad_slice word) { return letter_is(word, 0, LETTER_WAW) || letter_is(word, 0, LETTER_FEH) ? LETTER_BYTES : 0; }

static size_t preposition(isnad_slice word, size_t at) {
  return letter_is(word, at, LETTER_BEH) || letter_is(word, at, LETTER_KAF) || letter_is(word, at, LETTER_LAM) ? LETTER_BYTES : 0;
}

typedef struct cut_list {
  isnad_cut *items;
  size_t count;
  isnad_slice word;
} cut_list;

static bool is_article(isnad_slice word) { return word.length == 2 * LETTER_BYTES && article_at(word, 0); }

static void offer(cut_list *list, size_t bytes, isnad_cut_article article) {
  isnad_slice rest = {list->word.bytes + bytes, list->word.length - bytes};
  if (bytes > 0 && (!leaves_enough(list->word, bytes) || is_article(rest))) return;
  for (size_t i = 0; i < list->count; i++)
    if (list->items[i].bytes == bytes && list->items[i].article == (uint8_t)article) return;
  if (list->count < ISNAD_MOST_CUTS) list->items[list->count++] = (isnad_cut){(uint8_t)bytes, (uint8_t)article};
}

/* What may be cut from byte `at` on: a preposition, the future's seen (only in front of a verb, so never with the article), the article. */
static void offer_after(cut_list *list, size_t at) {
  size_t past = at + preposition(list->word, at);
  if (article_at(list->word, at)) offer(list, at + 2 * LETTER_BYTES, ISNAD_CUT_ARTICLE);
  if (letter_is(list->word, at, LETTER_SEEN)) offer(list, at + LETTER_BYTES, ISNAD_CUT_PLAIN);
  if (past == at) return;
  offer(list, past, ISNAD_CUT_PLAIN);
  if (article_at(list->word, past)) offer(list, past + 2 * LETTER_BYTES, ISNAD_CUT_ARTICLE);
  if (letter_is(list->word, at, LETTER_LAM) && letter_is(list->word, past, LETTER_LAM)) offer(list, past + LETTER_BYTES, ISNAD_CUT_ARTICLE_LOST);
}

/* Most words begin with none of the seven letters that a proclitic can begin with. */
static bool may_open(isnad_slice word) {
  if (word.length < LETTER_BYTES + SHORTEST_REST) return false;
  const unsigned char *p = (const unsigned char *)word.bytes;
  unsigned letter = (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu);
  switch (letter) {
  case LETTER_ALEF:
  case LETTER_BEH:
  case LETTER_SEEN:
  case LETTER_FEH:
  case LETTER_KAF:
  case LETTER_LAM:
  case LETTER_WAW:
    return true;
  default:
    return false;
  }
}

size_t isnad_arabic_cuts(isnad_cut out[ISNAD_MOST_CUTS], isnad_slice folded_word) {
  cut_list list = {out, 0, folded_word};
  offer(&list, 0, ISNAD_CUT_PLAIN);
  if (!may_open(folded_word)) return list.count;
  offer_after(&list, 0);
  size_t and = conjunction(folded_word);
  if (and > 0) {
    offer(&list, and, ISNAD_CUT_PLAIN);
    offer_after(&list, and);
  }
  return list.count;
}

/* Two letters are enough behind wa and fa only: elsewhere they are as often the end of a word that begins with the same letter ("kan", "Allah"). */
static bool leaves_a_word(isnad_slice word, size_t cut) { return word.length - cut > SHORTEST_REST || cut == conjunction(word); }

/* SEEN_OFTEN: 20 times in the 16 million words on which the rule was measured. */
size_t cuts_best(isnad_slice folded_word, cuts_frequency *seen, const void *counts) {
  isnad_cut cuts[ISNAD_MOST_CUTS];
  size_t count = isnad_arabic_cuts(cuts, folded_word), best = 0;
  uint32_t best_seen = 0;
  if (count < 2) return 0;
  uint32_t whole = seen(counts, isnad_token_hash(folded_word));
  for (size_t i = 1; i < count; i++) {
    size_t cut = cuts[i].bytes;
    if (!leaves_a_word(folded_word, cut)) continue;
    uint32_t rest = seen(counts, isnad_token_hash((isnad_slice){folded_word.bytes + cut, folded_word.length - cut}));
    bool known = rest >= SEEN_OFTEN && rest >= whole / 2;
    bool longer_article = cuts[i].article == ISNAD_CUT_ARTICLE && rest > 0 && rest * 8 >= best_seen;
    if (known && (rest > best_seen || longer_article)) {
      best = cut;
      best_seen = rest;
    }
  }
  return best;
}

/* li + al wrote itself as ll: the name in the table begins with the article. */
static uint64_t hash_with_article(isnad_slice rest) {
  char word[CUTS_LONGEST_WORD + ARTICLE_BYTES];
  article_put(word);
  memcpy(word + ARTICLE_BYTES, rest.bytes, rest.length);
  return isnad_token_hash((isnad_slice){word, rest.length + ARTICLE_BYTES});
}

/* A phrase follows and, then, in, like or to, a verb the future's seen; the article alone is never cut here. */
static bool may_begin_phrase(isnad_slice word) {
  if (word.length < SHORTEST_REST || word.length > CUTS_LONGEST_WORD) return false;
  return conjunction(word) > 0 || preposition(word, 0) > 0 || letter_is(word, 0, LETTER_SEEN);
}

size_t cuts_of_phrases(phrase_cut out[ISNAD_MOST_CUTS], isnad_slice folded_word) {
  isnad_cut cuts[ISNAD_MOST_CUTS];
  if (!may_begin_phrase(folded_word)) return 0;
  size_t count = isnad_arabic_cuts(cuts, folded_word), kept = 0;
  for (size_t i = 1; i < count; i++) {
    isnad_slice rest = {folded_word.bytes + cuts[i].bytes, folded_word.length - cuts[i].bytes};
    if (cuts[i].article == ISNAD_CUT_ARTICLE) continue; /* a name with an article that may be left off is listed both ways */
    uint64_t hash = cuts[i].article == ISNAD_CUT_ARTICLE_LOST ? hash_with_article(rest) : isnad_token_hash(rest);
    out[kept++] = (phrase_cut){hash, cuts[i].bytes};
  }
  return kept;
}
