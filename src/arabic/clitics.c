#include "arabic/letters.h"
#include "arabic/phrase_tables.h"
#include "isnad/arabic.h"

enum { LETTER_BYTES = 2, SHORTEST_REST = 2 * LETTER_BYTES, SEEN_OFTEN = 125 };

/* Whether the letter at byte `at` of a folded word is `letter`. */
static bool letter_is(isnad_slice word, size_t at, unsigned letter) {
  if (at + LETTER_BYTES > word.length) return false;
  const unsigned char *p = (const unsigned char *)word.bytes + at;
  return p[0] == (0xC0 | letter >> 6) && p[1] == (0x80 | (letter & 0x3F));
}

static bool leaves_enough(isnad_slice word, size_t cut) { return word.length >= cut + SHORTEST_REST; }

static size_t conjunction(isnad_slice word) { return letter_is(word, 0, LETTER_WAW) || letter_is(word, 0, LETTER_FEH) ? LETTER_BYTES : 0; }

static size_t preposition(isnad_slice word, size_t at) {
  return letter_is(word, at, LETTER_BEH) || letter_is(word, at, LETTER_KAF) || letter_is(word, at, LETTER_LAM) ? LETTER_BYTES : 0;
}

static bool article_at(isnad_slice word, size_t at) { return letter_is(word, at, LETTER_ALEF) && letter_is(word, at + LETTER_BYTES, LETTER_LAM); }

/* SEEN_OFTEN: 20 times in the 16 million words on which the rule was measured. */
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

uint32_t isnad_arabic_frequency(uint64_t token_hash) {
  uint32_t at = (uint32_t)token_hash & form_mask;
  while (form_hashes[at] != 0 && form_hashes[at] != token_hash) at = (at + 1) & form_mask;
  return form_hashes[at] == 0 ? 0 : form_counts[at];
}

static uint32_t frequency_after(isnad_slice word, size_t cut) {
  return isnad_arabic_frequency(isnad_token_hash((isnad_slice){word.bytes + cut, word.length - cut}));
}

/* Two letters are enough behind wa and fa only: elsewhere they are as often the end of a word that begins with the same letter ("kan", "Allah"). */
static bool leaves_a_word(isnad_slice word, size_t cut) { return word.length - cut > SHORTEST_REST || cut == conjunction(word); }

size_t isnad_arabic_proclitics(isnad_slice folded_word) {
  isnad_cut cuts[ISNAD_MOST_CUTS];
  size_t count = isnad_arabic_cuts(cuts, folded_word), best = 0;
  uint32_t whole = frequency_after(folded_word, 0), best_seen = 0;
  for (size_t i = 1; i < count; i++) {
    if (!leaves_a_word(folded_word, cuts[i].bytes)) continue;
    uint32_t rest = frequency_after(folded_word, cuts[i].bytes);
    bool known = rest >= SEEN_OFTEN && rest >= whole / 2;
    bool longer_article = cuts[i].article == ISNAD_CUT_ARTICLE && rest > 0 && rest * 8 >= best_seen;
    if (known && (rest > best_seen || longer_article)) {
      best = cuts[i].bytes;
      best_seen = rest;
    }
  }
  return best;
}
