/* The rules of isnad_arabic_stem over any counts. Shared with the generator of the tables, which works the stems of counted forms out beforehand. */
#include "arabic/stems.h"

#include "arabic/letters.h"

#include <string.h>

enum { LETTER_BYTES = 2, LEAST_LEFT = 3 * LETTER_BYTES, MOST_ENDING = 3, SEEN_OFTEN = 125, RARELY_BARE = 50 };

/* An ending of folded words. What is left, with teh marbuta behind it when `heh` is set, must be counted at least `share` times as often as the
 * whole. */
typedef struct ending {
  unsigned letters[MOST_ENDING];
  uint8_t count;
  bool heh, cases; /* cases: it has a sister, un beside in */
  float share;
} ending;

/* Possessives come off first: a plural may stand before them. */
static const ending possessives[] = {{{LETTER_TEH, LETTER_HEH, LETTER_ALEF}, 3, true, false, 0.5F},
                                     {{LETTER_TEH, LETTER_HEH, LETTER_MEEM}, 3, true, false, 0.5F},
                                     {{LETTER_HEH, LETTER_MEEM, LETTER_ALEF}, 3, false, false, 0.5F},
                                     {{LETTER_TEH, LETTER_HEH}, 2, true, false, 0.5F},
                                     {{LETTER_HEH, LETTER_ALEF}, 2, false, false, 0.5F},
                                     {{LETTER_HEH, LETTER_MEEM}, 2, false, false, 1},
                                     {{LETTER_NOON, LETTER_ALEF}, 2, false, false, 1},
                                     {{LETTER_KAF, LETTER_MEEM}, 2, false, false, 1}};

static const ending plurals[] = {{{LETTER_TEH, LETTER_ALEF, LETTER_NOON}, 3, true, false, 0.5F},
                                 {{LETTER_TEH, LETTER_YEH, LETTER_NOON}, 3, true, false, 0.5F},
                                 {{LETTER_ALEF, LETTER_TEH}, 2, true, false, 0.1F},
                                 {{LETTER_ALEF, LETTER_TEH}, 2, false, false, 0.1F},
                                 {{LETTER_WAW, LETTER_NOON}, 2, false, true, 0.25F},
                                 {{LETTER_YEH, LETTER_NOON}, 2, false, true, 0.25F},
                                 {{LETTER_ALEF}, 1, false, false, 2}};

#define COUNT_OF(list) (sizeof(list) / sizeof(list)[0])

static uint32_t seen(const stem_lexicon *known, isnad_slice word) { return known->seen(known->context, isnad_token_hash(word)); }

static isnad_slice singular_of(const stem_lexicon *known, isnad_slice word) { return known->singular(known->context, isnad_token_hash(word)); }

static void put_letter(char *at, unsigned letter) {
  at[0] = (char)(0xC0 | letter >> 6);
  at[1] = (char)(0x80 | (letter & 0x3F));
}

static bool ends_in(isnad_slice word, const ending *e) {
  size_t length = (size_t)e->count * LETTER_BYTES;
  char bytes[MOST_ENDING * LETTER_BYTES];
  if (word.length < length + LEAST_LEFT - (e->heh ? LETTER_BYTES : 0)) return false;
  for (size_t i = 0; i < e->count; i++) put_letter(bytes + i * LETTER_BYTES, e->letters[i]);
  return memcmp(word.bytes + word.length - length, bytes, length) == 0;
}

/* The word without the ending; with teh marbuta in its place it is written into `room`. */
static isnad_slice without(char *room, isnad_slice word, const ending *e) {
  size_t left = word.length - (size_t)e->count * LETTER_BYTES;
  if (!e->heh) return (isnad_slice){word.bytes, left};
  memmove(room, word.bytes, left);
  put_letter(room + left, LETTER_HEH);
  return (isnad_slice){room, left + LETTER_BYTES};
}

/* The sound plural stands in two cases: where both are met, what they share is a word, even one that news never uses alone. */
static bool has_sister(const stem_lexicon *known, isnad_slice word, isnad_slice rest) {
  char room[ISNAD_STEM_ROOM];
  unsigned last = word.bytes[rest.length + 1] == (char)(0x80 | (LETTER_WAW & 0x3F)) ? LETTER_YEH : LETTER_WAW;
  if (word.length != rest.length + 2 * LETTER_BYTES || rest.length < 4 * LETTER_BYTES) return false;
  memcpy(room, word.bytes, word.length);
  put_letter(room + rest.length, last);
  return seen(known, word) > 0 && seen(known, (isnad_slice){room, word.length}) > 0;
}

/* How sure it is that `rest` is a word; 0: not at all. */
static uint32_t sureness(const stem_lexicon *known, isnad_slice word, isnad_slice rest, const ending *e) {
  if (singular_of(known, rest).length > 0) return UINT32_MAX;
  uint32_t times = seen(known, rest);
  if (times >= SEEN_OFTEN && (float)times >= (float)seen(known, word) * e->share) return times;
  return e->cases && has_sister(known, word, rest) ? 1 : 0;
}

/* Of the endings that fit the one whose rest is met most often. */
static isnad_slice cut_ending(const stem_lexicon *known, char *room, isnad_slice word, const ending *list, size_t count) {
  const ending *best = NULL;
  uint32_t most = 0;
  char trial[ISNAD_STEM_ROOM];
  for (size_t i = 0; i < count; i++) {
    if (!ends_in(word, &list[i])) continue;
    uint32_t sure = sureness(known, word, without(trial, word, &list[i]), &list[i]);
    if (sure <= most) continue;
    best = &list[i];
    most = sure;
  }
  return best != NULL ? without(room, word, best) : word;
}

/* Before a possessive a final hamza sits on waw or yeh, which folding makes the bare letters: written as a hamza again, it is looked up. */
static isnad_slice restore_hamza(const stem_lexicon *known, char *room, isnad_slice word) {
  static const ending seats[] = {{{LETTER_WAW, LETTER_HEH, LETTER_ALEF}, 3, false, false, 0},
                                 {{LETTER_YEH, LETTER_HEH, LETTER_ALEF}, 3, false, false, 0},
                                 {{LETTER_WAW, LETTER_HEH, LETTER_MEEM}, 3, false, false, 0},
                                 {{LETTER_YEH, LETTER_HEH, LETTER_MEEM}, 3, false, false, 0},
                                 {{LETTER_WAW, LETTER_HEH}, 2, false, false, 0},
                                 {{LETTER_YEH, LETTER_HEH}, 2, false, false, 0},
                                 {{LETTER_WAW, LETTER_NOON, LETTER_ALEF}, 3, false, false, 0},
                                 {{LETTER_YEH, LETTER_NOON, LETTER_ALEF}, 3, false, false, 0}};
  for (size_t i = 0; i < COUNT_OF(seats); i++) {
    if (!ends_in(word, &seats[i])) continue;
    size_t left = word.length - (size_t)seats[i].count * LETTER_BYTES;
    memmove(room, word.bytes, left);
    put_letter(room + left, LETTER_HAMZA);
    isnad_slice whole = {room, left + LETTER_BYTES};
    if (singular_of(known, whole).length > 0) return whole;
  }
  return word;
}

/* Whether the article stands before two forms about equally often: an adjective and its feminine, unlike "practical" and "operation". */
static bool is_adjective(const stem_lexicon *known, isnad_slice masculine, isnad_slice feminine) {
  char room[ISNAD_STEM_ROOM + 2 * LETTER_BYTES];
  put_letter(room, LETTER_ALEF);
  put_letter(room + LETTER_BYTES, LETTER_LAM);
  memcpy(room + 2 * LETTER_BYTES, feminine.bytes, feminine.length);
  uint32_t f = seen(known, (isnad_slice){room, 2 * LETTER_BYTES + feminine.length}),
           m = seen(known, (isnad_slice){room, 2 * LETTER_BYTES + masculine.length});
  return m >= SEEN_OFTEN && m >= f / 4;
}

/* The feminine of a relational adjective ends in yeh and teh marbuta. */
static isnad_slice to_masculine(const stem_lexicon *known, isnad_slice word) {
  static const ending feminine = {{LETTER_YEH, LETTER_HEH}, 2, false, false, 0};
  if (!ends_in(word, &feminine)) return word;
  isnad_slice masculine = {word.bytes, word.length - LETTER_BYTES};
  return is_adjective(known, masculine, word) ? masculine : word;
}

static isnad_slice stem_bare(const stem_lexicon *known, char *room, isnad_slice word) {
  isnad_slice singular = singular_of(known, word);
  if (singular.length > 0) return singular;
  word = restore_hamza(known, room, cut_ending(known, room, word, possessives, COUNT_OF(possessives)));
  singular = singular_of(known, word);
  if (singular.length > 0) return singular;
  return to_masculine(known, cut_ending(known, room, word, plurals, COUNT_OF(plurals)));
}

/* The rule for proclitics wants the bare form to be frequent; a plural is often met with its article only. */
static bool is_bare_word(const stem_lexicon *known, isnad_slice whole, isnad_slice bare) {
  char room[ISNAD_STEM_ROOM];
  if (singular_of(known, bare).length > 0 || (uint64_t)seen(known, bare) * RARELY_BARE > seen(known, whole)) return true;
  isnad_slice stem = stem_bare(known, room, bare);
  return stem.length != bare.length;
}

static isnad_slice bare_of(const stem_lexicon *known, isnad_slice word) {
  isnad_cut cuts[ISNAD_MOST_CUTS];
  size_t cut = known->proclitics(known->context, word), count = isnad_arabic_cuts(cuts, word);
  if (singular_of(known, word).length > 0) return word;
  for (size_t i = count; i-- > 1;) {
    isnad_slice rest = {word.bytes + cuts[i].bytes, word.length - cuts[i].bytes};
    if (cuts[i].article != ISNAD_CUT_PLAIN && cuts[i].bytes >= cut && rest.length >= LEAST_LEFT && is_bare_word(known, word, rest)) return rest;
  }
  return (isnad_slice){word.bytes + cut, word.length - cut};
}

isnad_slice stem_by_rule(char room[ISNAD_STEM_ROOM], isnad_slice folded_word, const stem_lexicon *known) {
  if (folded_word.length > ISNAD_STEM_ROOM - LETTER_BYTES) return folded_word;
  isnad_slice bare = bare_of(known, folded_word), stem = stem_bare(known, room, bare);
  return bare.length < folded_word.length ? stem : bare_of(known, stem); /* the article may show itself once an ending is off */
}
