/* The rules of isnad_arabic_stem over any counts. Shared with the generator of the tables, which works the stems of counted forms out beforehand. */
#include "arabic/stems.h"

#include "arabic/forms.h"

#include <string.h>

enum { LEAST_LEFT = 3 * LETTER_BYTES, MOST_ENDING = 3, SEEN_OFTEN = 125, RARELY_BARE = 50 };

/* An ending of folded words. What is left, with teh marbuta behind it when `heh` is set, must be counted at least `share` times as often as the
 * whole. */
typedef struct ending {
  unsigned letters[MOST_ENDING];
  uint8_t count;
  bool heh, cases; /* cases: it has a sister, un beside in */
  float share;
  bool listed; /* a singular of the table may be left as it is */
} ending;

/* Possessives come off first: a plural may stand before them. */
static const ending possessives[] = {{{LETTER_TEH, LETTER_HEH, LETTER_ALEF}, 3, true, false, 0.5F, true},
                                     {{LETTER_TEH, LETTER_HEH, LETTER_MEEM}, 3, true, false, 0.5F, true},
                                     {{LETTER_HEH, LETTER_MEEM, LETTER_ALEF}, 3, false, false, 0.5F, true},
                                     {{LETTER_TEH, LETTER_HEH}, 2, true, false, 0.5F, true},
                                     {{LETTER_HEH, LETTER_ALEF}, 2, false, false, 0.5F, true},
                                     {{LETTER_HEH, LETTER_MEEM}, 2, false, false, 1, true},
                                     {{LETTER_NOON, LETTER_ALEF}, 2, false, false, 1, true},
                                     {{LETTER_KAF, LETTER_MEEM}, 2, false, false, 1, true}};

static const ending plurals[] = {{{LETTER_TEH, LETTER_ALEF, LETTER_NOON}, 3, true, false, 0.5F, false},
                                 {{LETTER_TEH, LETTER_YEH, LETTER_NOON}, 3, true, false, 0.5F, false},
                                 {{LETTER_ALEF, LETTER_TEH}, 2, true, false, 0.1F, false},
                                 {{LETTER_ALEF, LETTER_TEH}, 2, false, false, 0.1F, false},
                                 {{LETTER_WAW, LETTER_NOON}, 2, false, true, 0.25F, false},
                                 {{LETTER_YEH, LETTER_NOON}, 2, false, true, 0.25F, false},
                                 {{LETTER_ALEF}, 1, false, false, 2, true}};

#define COUNT_OF(list) (sizeof(list) / sizeof(list)[0])

static uint32_t seen(const stem_lexicon *known, isnad_slice word) { return known->seen(known->context, isnad_token_hash(word)); }

static isnad_slice singular_of(const stem_lexicon *known, isnad_slice word) { return known->singular(known->context, isnad_token_hash(word)); }

static bool ends_in(isnad_slice word, const ending *e) {
  size_t length = (size_t)e->count * LETTER_BYTES;
  char bytes[MOST_ENDING * LETTER_BYTES];
  if (word.length < length + LEAST_LEFT - (e->heh ? LETTER_BYTES : 0)) return false;
  for (size_t i = 0; i < e->count; i++) letter_put(bytes + i * LETTER_BYTES, e->letters[i]);
  return memcmp(word.bytes + word.length - length, bytes, length) == 0;
}

/* The word without the ending; with teh marbuta in its place it is written into `room`. */
static isnad_slice without(char *room, isnad_slice word, const ending *e) {
  size_t left = word.length - (size_t)e->count * LETTER_BYTES;
  if (!e->heh) return (isnad_slice){word.bytes, left};
  memmove(room, word.bytes, left);
  letter_put(room + left, LETTER_HEH);
  return (isnad_slice){room, left + LETTER_BYTES};
}

/* The sound plural stands in two cases: where both are met, what they share is a word, even one that news never uses alone. */
static bool has_sister(const stem_lexicon *known, isnad_slice word, isnad_slice rest) {
  char room[ISNAD_STEM_ROOM];
  unsigned last = word.bytes[rest.length + 1] == (char)(0x80 | (LETTER_WAW & 0x3F)) ? LETTER_YEH : LETTER_WAW;
  if (word.length != rest.length + 2 * LETTER_BYTES || rest.length < 4 * LETTER_BYTES) return false;
  memcpy(room, word.bytes, word.length);
  letter_put(room + rest.length, last);
  return seen(known, word) > 0 && seen(known, (isnad_slice){room, word.length}) > 0;
}

/* A plural of the table; behind possessives and the accusative also a singular of it, unless yeh stands before the alef: Russia is no Russian. */
static bool is_listed(const stem_lexicon *known, isnad_slice rest, const ending *e) {
  isnad_slice singular = singular_of(known, rest);
  if (singular.length == 0 || !isnad_slice_equal(singular, rest)) return singular.length > 0;
  bool yeh = rest.bytes[rest.length - 1] == (char)(0x80 | (LETTER_YEH & 0x3F)) && rest.bytes[rest.length - 2] == (char)(0xC0 | LETTER_YEH >> 6);
  return e->listed && !(yeh && e->letters[0] == LETTER_ALEF);
}

/* How sure it is that `rest` is a word; 0: not at all. */
static uint32_t sureness(const stem_lexicon *known, isnad_slice word, isnad_slice rest, const ending *e) {
  if (is_listed(known, rest, e)) return UINT32_MAX;
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
  static const ending seats[] = {{{LETTER_WAW, LETTER_HEH, LETTER_ALEF}, 3, false, false, 0, false},
                                 {{LETTER_YEH, LETTER_HEH, LETTER_ALEF}, 3, false, false, 0, false},
                                 {{LETTER_WAW, LETTER_HEH, LETTER_MEEM}, 3, false, false, 0, false},
                                 {{LETTER_YEH, LETTER_HEH, LETTER_MEEM}, 3, false, false, 0, false},
                                 {{LETTER_WAW, LETTER_HEH}, 2, false, false, 0, false},
                                 {{LETTER_YEH, LETTER_HEH}, 2, false, false, 0, false},
                                 {{LETTER_WAW, LETTER_NOON, LETTER_ALEF}, 3, false, false, 0, false},
                                 {{LETTER_YEH, LETTER_NOON, LETTER_ALEF}, 3, false, false, 0, false}};
  for (size_t i = 0; i < COUNT_OF(seats); i++) {
    if (!ends_in(word, &seats[i])) continue;
    char trial[ISNAD_STEM_ROOM];
    size_t left = word.length - (size_t)seats[i].count * LETTER_BYTES;
    memcpy(trial, word.bytes, left);
    letter_put(trial + left, LETTER_HAMZA);
    isnad_slice whole = {trial, left + LETTER_BYTES};
    if (singular_of(known, whole).length == 0) continue;
    memcpy(room, trial, whole.length);
    return (isnad_slice){room, whole.length};
  }
  return word;
}

/* Before a possessive a final alef maksura is written as alef. */
static isnad_slice restore_maksura(const stem_lexicon *known, char *room, isnad_slice word) {
  static const ending seats[] = {{{LETTER_ALEF, LETTER_HEH, LETTER_ALEF}, 3, true, false, 0, false},
                                 {{LETTER_ALEF, LETTER_HEH, LETTER_MEEM}, 3, true, false, 0, false},
                                 {{LETTER_ALEF, LETTER_NOON, LETTER_ALEF}, 3, true, false, 0, false},
                                 {{LETTER_ALEF, LETTER_HEH}, 2, true, false, 0, false}};
  for (size_t i = 0; i < COUNT_OF(seats); i++) {
    size_t cut = (size_t)seats[i].count * LETTER_BYTES;
    if (word.length < cut + 2 * LETTER_BYTES || !ends_in(word, &seats[i])) continue;
    char trial[ISNAD_STEM_ROOM];
    memcpy(trial, word.bytes, word.length - cut);
    letter_put(trial + word.length - cut, LETTER_YEH);
    isnad_slice whole = {trial, word.length - cut + LETTER_BYTES};
    if (singular_of(known, whole).length == 0) continue;
    memcpy(room, trial, whole.length);
    return (isnad_slice){room, whole.length};
  }
  return word;
}

/* Whether the article stands before two forms about equally often: an adjective and its feminine, unlike "practical" and "operation". */
static bool is_adjective(const stem_lexicon *known, isnad_slice masculine, isnad_slice feminine) {
  char room[ISNAD_STEM_ROOM + 2 * LETTER_BYTES];
  letter_put(room, LETTER_ALEF);
  letter_put(room + LETTER_BYTES, LETTER_LAM);
  memcpy(room + 2 * LETTER_BYTES, feminine.bytes, feminine.length);
  uint32_t f = seen(known, (isnad_slice){room, 2 * LETTER_BYTES + feminine.length}),
           m = seen(known, (isnad_slice){room, 2 * LETTER_BYTES + masculine.length});
  return m >= SEEN_OFTEN && m >= f / 4;
}

/* The feminine of a relational adjective ends in yeh and teh marbuta. */
static isnad_slice to_masculine(const stem_lexicon *known, isnad_slice word) {
  static const ending feminine = {{LETTER_YEH, LETTER_HEH}, 2, false, false, 0, false};
  if (!ends_in(word, &feminine)) return word;
  isnad_slice masculine = {word.bytes, word.length - LETTER_BYTES};
  return is_adjective(known, masculine, word) ? masculine : word;
}

/* "talks", "negotiations": participles in the feminine plural that news never uses in the singular end as that would. */
static isnad_slice talks(char *room, isnad_slice word) {
  static const ending feminine = {{LETTER_ALEF, LETTER_TEH}, 2, true, false, 0, false};
  char meem[LETTER_BYTES];
  letter_put(meem, LETTER_MEEM);
  if (word.length < 7 * LETTER_BYTES || !ends_in(word, &feminine) || memcmp(word.bytes, meem, sizeof meem) != 0) return word;
  return without(room, word, &feminine);
}

static isnad_slice stem_bare(const stem_lexicon *known, char *room, isnad_slice word) {
  isnad_slice singular = singular_of(known, word);
  if (singular.length > 0) return singular;
  isnad_slice owned = restore_maksura(known, room, word);
  if (owned.length == word.length) owned = cut_ending(known, room, word, possessives, COUNT_OF(possessives));
  word = restore_hamza(known, room, owned);
  singular = singular_of(known, word);
  if (singular.length > 0) return singular;
  isnad_slice single = cut_ending(known, room, word, plurals, COUNT_OF(plurals));
  return to_masculine(known, single.length == word.length ? talks(room, word) : single);
}

/* The rule for proclitics wants the bare form to be frequent; a plural is often met with its article only. */
static bool is_bare_word(const stem_lexicon *known, isnad_slice whole, isnad_slice bare) {
  char room[ISNAD_STEM_ROOM];
  if (singular_of(known, bare).length > 0 || (uint64_t)seen(known, bare) * RARELY_BARE > seen(known, whole)) return true;
  isnad_slice stem = stem_bare(known, room, bare);
  return stem.length != bare.length;
}

/* A name may own its article (Cairo): behind a preposition it is kept, as it is without one. */
static isnad_slice with_own_article(const stem_lexicon *known, char *own, isnad_slice word, isnad_cut cut) {
  isnad_slice rest = {word.bytes + cut.bytes, word.length - cut.bytes};
  if (cut.bytes == 2 * LETTER_BYTES && cut.article == ISNAD_CUT_ARTICLE) return rest;
  if (rest.length > ISNAD_STEM_ROOM - 2 * LETTER_BYTES) return rest;
  letter_put(own, LETTER_ALEF);
  letter_put(own + LETTER_BYTES, LETTER_LAM);
  memcpy(own + 2 * LETTER_BYTES, rest.bytes, rest.length);
  isnad_slice whole = {own, rest.length + 2 * LETTER_BYTES};
  return seen(known, whole) == 0 || is_bare_word(known, whole, rest) ? rest : whole;
}

/* A form of a word of the table, bare or with a possessive behind it. */
static bool is_form(const stem_lexicon *known, isnad_slice rest) {
  char room[ISNAD_STEM_ROOM];
  if (singular_of(known, rest).length > 0) return true;
  isnad_slice owned = cut_ending(known, room, rest, possessives, COUNT_OF(possessives));
  if (owned.length == rest.length) owned = restore_hamza(known, room, rest);
  return owned.length != rest.length && singular_of(known, owned).length > 0;
}

/* A form too rare to be counted whose rest the table knows: "in their boats". */
static size_t listed_cut(const stem_lexicon *known, isnad_slice word, const isnad_cut *cuts, size_t count) {
  if (seen(known, word) > 0) return 0;
  for (size_t i = 1; i < count; i++) {
    isnad_slice rest = {word.bytes + cuts[i].bytes, word.length - cuts[i].bytes};
    if (cuts[i].article == ISNAD_CUT_PLAIN && rest.length >= LEAST_LEFT + LETTER_BYTES && is_form(known, rest)) return cuts[i].bytes;
  }
  return 0;
}

/* Three letters, or a listed word of two ("the hand"). */
static bool may_stand(const stem_lexicon *known, isnad_slice rest) { return rest.length >= LEAST_LEFT || singular_of(known, rest).length > 0; }

/* `own` has room for a word of its own. */
static isnad_slice bare_of(const stem_lexicon *known, char *own, isnad_slice word) {
  isnad_cut cuts[ISNAD_MOST_CUTS];
  size_t cut = known->proclitics(known->context, word), count = isnad_arabic_cuts(cuts, word);
  if (singular_of(known, word).length > 0) return word;
  for (size_t i = count; i-- > 1;) {
    isnad_slice rest = {word.bytes + cuts[i].bytes, word.length - cuts[i].bytes};
    if (cuts[i].article != ISNAD_CUT_PLAIN && cuts[i].bytes >= cut && may_stand(known, rest) && is_bare_word(known, word, rest))
      return with_own_article(known, own, word, cuts[i]);
  }
  if (cut == 0) cut = listed_cut(known, word, cuts, count);
  return (isnad_slice){word.bytes + cut, word.length - cut};
}

isnad_slice stem_by_rule(char room[ISNAD_STEM_ROOM], isnad_slice folded_word, const stem_lexicon *known) {
  if (folded_word.length > ISNAD_STEM_ROOM - 2 * LETTER_BYTES) return folded_word;
  char own[ISNAD_STEM_ROOM], again[ISNAD_STEM_ROOM];
  isnad_slice bare = bare_of(known, own, folded_word), stem = stem_bare(known, room, bare);
  if (bare.length >= folded_word.length) stem = bare_of(known, again, stem); /* the article may show itself once an ending is off */
  bool outside = (stem.bytes >= own && stem.bytes < own + sizeof own) || (stem.bytes >= again && stem.bytes < again + sizeof again);
  if (outside) {
    memmove(room, stem.bytes, stem.length);
    stem.bytes = room;
  }
  return stem;
}
