#include "claim/figure_words.h"

#include "arabic/letters.h"

enum { LETTER_BYTES = 2 };

static bool is_listed(isnad_slice key, isnad_claim_words_role role) {
  for (size_t i = 0; key.length > 0 && i < isnad_claim_words_count; i++)
    if (isnad_claim_words_rows[i].role == role && isnad_slice_equal(isnad_slice_of(isnad_claim_words_rows[i].key), key)) return true;
  return false;
}

bool figure_is_toll(isnad_slice state) {
  for (size_t i = 0; state.length > 0 && i < isnad_claim_words_count; i++)
    if (isnad_claim_words_rows[i].role == ISNAD_CLAIM_WORDS_ROLE_TOLL && isnad_slice_equal(isnad_slice_of(isnad_claim_words_rows[i].key), state))
      return true;
  return false;
}

bool figure_is_people(isnad_slice thing) { return is_listed(thing, ISNAD_CLAIM_WORDS_ROLE_PEOPLE); }

bool figure_is_goods(isnad_slice thing) { return is_listed(thing, ISNAD_CLAIM_WORDS_ROLE_GOODS); }

bool figure_is_object(isnad_slice thing) {
  return is_listed(thing, ISNAD_CLAIM_WORDS_ROLE_THING) && !isnad_slice_equal(thing, isnad_slice_of("animal"));
}

bool figure_hurts(isnad_slice state) {
  static const char *const states[] = {"dead",     "wounded",   "casualties", "treated",  "sick",      "recovered", "arrested",
                                       "released", "kidnapped", "displaced",  "infected", "sentenced", "executed",  "survived"};
  for (size_t i = 0; i < sizeof states / sizeof states[0]; i++)
    if (isnad_slice_equal(state, isnad_slice_of(states[i]))) return true;
  return false;
}

static bool is_one_of(isnad_slice word, const char *const *words, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (isnad_slice_equal(word, isnad_slice_of(words[i]))) return true;
  return false;
}

bool figure_state_fits(isnad_slice state, isnad_slice measure) {
  static const char *const amounts[] = {"price",  "loan",     "debt",    "deficit",   "reserve", "budget",   "revenue",
                                        "profit", "cost",     "worth",   "salary",    "tax",     "interest", "inflation",
                                        "growth", "spending", "turnout", "magnitude", "depth",   "distance", "area",
                                        "length", "speed",    "heat",    "rose",      "fell",    "age",      "trade"};
  static const char *const spans[] = {"age", "months", "duration", "score", "degree", "speed"}, *const traded[] = {"exports", "imports", "output",
                                                                                                                   "sold", "voted"};
  if (is_one_of(measure, spans, sizeof spans / sizeof spans[0]) && is_one_of(state, traded, sizeof traded / sizeof traded[0])) return false;
  if (isnad_slice_equal(measure, isnad_slice_of("score")) && !isnad_slice_equal(state, isnad_slice_of("scored"))) return false;
  static const char *const results[] = {"count", "score", "duration"};
  if (isnad_slice_equal(state, isnad_slice_of("scored"))) return is_one_of(measure, results, sizeof results / sizeof results[0]);
  static const char *const ages[] = {"age", "months", "duration"};
  if (isnad_slice_equal(measure, isnad_slice_of("ordinal"))) return false;
  if (isnad_slice_equal(state, isnad_slice_of("age"))) return is_one_of(measure, ages, sizeof ages / sizeof ages[0]);
  static const char *const sizes[] = {"magnitude", "depth", "distance", "area", "length", "speed", "heat"};
  if (isnad_slice_equal(measure, isnad_slice_of("percent")) && is_one_of(state, sizes, sizeof sizes / sizeof sizes[0])) return false;
  static const char *const lengths[] = {"distance", "depth", "length"};
  if (isnad_slice_equal(measure, isnad_slice_of("length")) && isnad_slice_equal(state, isnad_slice_of("area"))) return false;
  if (isnad_slice_equal(measure, isnad_slice_of("area")) && is_one_of(state, lengths, sizeof lengths / sizeof lengths[0])) return false;
  static const char *const sums[] = {"price", "loan", "debt", "budget", "revenue", "profit", "salary", "tax", "interest", "inflation", "fine"};
  static const char *const physical[] = {"mass", "length", "area", "volume", "power", "energy", "speed", "degree"};
  bool weighed = is_one_of(measure, physical, sizeof physical / sizeof physical[0]);
  if (weighed && is_one_of(state, sums, sizeof sums / sizeof sums[0])) return false;
  bool heads = isnad_slice_equal(measure, isnad_slice_of("count"));
  return !heads || !is_one_of(state, amounts, sizeof amounts / sizeof amounts[0]);
}

bool figure_is_amount(isnad_slice measure) {
  for (size_t i = 0; i < isnad_currencies_count; i++) {
    const isnad_currencies_row *row = &isnad_currencies_rows[i];
    if (row->code != NULL && isnad_slice_equal(isnad_slice_of(row->code), measure)) return true;
    if (isnad_slice_equal(isnad_slice_of(row->name), measure)) return true;
  }
  return false;
}

bool figure_is_sport(isnad_slice thing) {
  static const char *const things[] = {"goal", "point", "match", "title", "medal", "time", "team", "player"};
  for (size_t i = 0; i < sizeof things / sizeof things[0]; i++)
    if (isnad_slice_equal(thing, isnad_slice_of(things[i]))) return true;
  return false;
}

static bool letter_is(isnad_slice word, size_t at, unsigned letter) {
  const unsigned char *p = (const unsigned char *)word.bytes + at;
  return at + LETTER_BYTES <= word.length && p[0] == (0xC0 | letter >> 6) && p[1] == (0x80 | (letter & 0x3F));
}

bool figure_word_takes_up(isnad_slice form) {
  if (form.length < 4 * LETTER_BYTES) return letter_is(form, 0, LETTER_LAM) && letter_is(form, 4, LETTER_WAW);
  size_t end = form.length;
  bool plural = letter_is(form, end - 4, LETTER_WAW) && letter_is(form, end - 2, LETTER_ALEF);
  bool pronoun = letter_is(form, end - 4, LETTER_HEH) && letter_is(form, end - 2, LETTER_ALEF);
  bool their = letter_is(form, end - 4, LETTER_HEH) && letter_is(form, end - 2, LETTER_MEEM);
  return plural || pronoun || their;
}

bool figure_word_is_of(isnad_slice form) {
  return form.length == 2 * LETTER_BYTES && letter_is(form, 0, LETTER_MEEM) && letter_is(form, LETTER_BYTES, LETTER_NOON);
}

bool figure_word_is_of_them(isnad_slice form) {
  bool of = form.length == 4 * LETTER_BYTES && letter_is(form, 0, LETTER_MEEM) && letter_is(form, 2, LETTER_NOON) && letter_is(form, 4, LETTER_HEH);
  return of && (letter_is(form, 6, LETTER_MEEM) || letter_is(form, 6, LETTER_NOON));
}

bool figure_word_is_in(isnad_slice form) {
  return form.length == 2 * LETTER_BYTES && letter_is(form, 0, LETTER_FEH) && letter_is(form, LETTER_BYTES, LETTER_YEH);
}

static bool is_pair(isnad_slice form, unsigned first, unsigned second) {
  return form.length == 2 * LETTER_BYTES && letter_is(form, 0, first) && letter_is(form, LETTER_BYTES, second);
}

bool figure_word_denies(const claim_word *word, const char *key) {
  return word->row->role == ISNAD_CLAIM_WORDS_ROLE_DENY && isnad_slice_equal(isnad_slice_of(word->row->key), isnad_slice_of(key));
}

bool figure_word_is_not(isnad_slice form) {
  size_t at = letter_is(form, 0, LETTER_WAW) ? LETTER_BYTES : 0;
  return form.length <= at + 4 * LETTER_BYTES && letter_is(form, at, LETTER_LAM) && letter_is(form, at + 2, LETTER_YEH) &&
         letter_is(form, at + 4, LETTER_SEEN);
}

bool figure_word_is_that(isnad_slice form) {
  bool that = letter_is(form, 0, LETTER_ALEF) && letter_is(form, LETTER_BYTES, LETTER_NOON);
  bool pronoun = letter_is(form, 2 * LETTER_BYTES, LETTER_HEH);
  return that && (form.length == 2 * LETTER_BYTES || (pronoun && form.length <= 4 * LETTER_BYTES));
}

bool figure_word_is_off(isnad_slice form) { return is_pair(form, LETTER_AIN, LETTER_NOON); }

bool figure_word_is_to(isnad_slice form) {
  return form.length == 3 * LETTER_BYTES && letter_is(form, 0, LETTER_ALEF) && letter_is(form, 2, LETTER_LAM) && letter_is(form, 4, LETTER_YEH);
}

bool figure_word_turns(isnad_slice form) {
  bool to = figure_word_is_to(form);
  bool between =
      form.length == 3 * LETTER_BYTES && letter_is(form, 0, LETTER_BEH) && letter_is(form, 2, LETTER_YEH) && letter_is(form, 4, LETTER_NOON);
  return to || between || is_pair(form, LETTER_MEEM, LETTER_NOON) || is_pair(form, LETTER_AIN, LETTER_NOON) ||
         is_pair(form, LETTER_MEEM, LETTER_AIN) || is_pair(form, LETTER_DAD, LETTER_DAL);
}

bool figure_word_relates(isnad_slice form) {
  bool which =
      form.length >= 4 * LETTER_BYTES && form.length <= 5 * LETTER_BYTES && letter_is(form, 0, LETTER_ALEF) && letter_is(form, 2, LETTER_LAM);
  return which && (letter_is(form, 4, LETTER_TEH) || letter_is(form, 4, LETTER_DAL + 1)) && letter_is(form, 6, LETTER_YEH);
}

bool figure_is_nation(isnad_slice thing) { return isnad_slice_starts(thing, isnad_slice_of(FIGURE_NATION)); }

bool figure_word_has_ending(isnad_slice form, size_t bytes) {
  size_t end = form.length;
  if (end < bytes) return false;
  if (bytes == LETTER_BYTES) return letter_is(form, end - 2, LETTER_ALEF);
  bool vowel = letter_is(form, end - 4, LETTER_YEH) || letter_is(form, end - 4, LETTER_WAW) || letter_is(form, end - 4, LETTER_ALEF);
  return vowel && letter_is(form, end - 2, LETTER_NOON);
}

/* How many bytes of a pronoun of the third person end the word. */
static size_t pronoun_of(isnad_slice form) {
  size_t end = form.length;
  if (end < 5 * LETTER_BYTES) return 0;
  bool heh = letter_is(form, end - 4, LETTER_HEH);
  if (heh && (letter_is(form, end - 2, LETTER_ALEF) || letter_is(form, end - 2, LETTER_MEEM) || letter_is(form, end - 2, LETTER_NOON)))
    return 2 * LETTER_BYTES;
  return letter_is(form, end - 2, LETTER_HEH) ? LETTER_BYTES : 0;
}

size_t figure_without_pronoun(isnad_slice out[FIGURE_ENDINGS], isnad_arena *arena, isnad_slice form) {
  size_t cut = pronoun_of(form), end = form.length - cut;
  bool construct = cut == 0 && end > 4 * LETTER_BYTES && (letter_is(form, end - 2, LETTER_WAW) || letter_is(form, end - 2, LETTER_YEH));
  if (cut == 0 && !construct) return 0; /* "the employees of Nova" have lost their noon as well */
  isnad_slice rest = {form.bytes, end};
  static const char heh[] = {(char)(0xC0 | LETTER_HEH >> 6), (char)(0x80 | (LETTER_HEH & 0x3F)), 0};
  static const char noon[] = {(char)(0xC0 | LETTER_NOON >> 6), (char)(0x80 | (LETTER_NOON & 0x3F)), 0};
  out[0] = rest;
  if (letter_is(rest, end - 2, LETTER_TEH))
    out[0] = isnad_arena_printf(arena, "%.*s%s", (int)(end - 2), rest.bytes, heh); /* folded teh marbuta */
  else if (letter_is(rest, end - 2, LETTER_YEH) || letter_is(rest, end - 2, LETTER_WAW))
    out[0] = isnad_arena_printf(arena, "%.*s%s", (int)end, rest.bytes, noon);
  out[1] = rest;
  return FIGURE_ENDINGS;
}

bool figure_words_break(const claim_scan *s, size_t first, size_t last) {
  for (size_t at = first; at < last; at++)
    if (s->tokens->items[at].kind == ISNAD_TOKEN_PUNCT) return true;
  return false;
}

bool figure_between(const claim_scan *s, size_t first, size_t last) {
  return first < last && claim_number_inside(s, (isnad_span){s->tokens->items[first].span.begin, s->tokens->items[last - 1].span.end});
}

bool figure_joined(const claim_scan *s, size_t first) {
  isnad_slice form = isnad_token_form(s->tokens, first);
  if (form.length > LETTER_BYTES && letter_is(form, 0, LETTER_WAW)) return true;
  if (first == 0) return false;
  form = isnad_token_form(s->tokens, first - 1);
  return form.length == LETTER_BYTES && letter_is(form, 0, LETTER_WAW);
}

bool figure_covers(const claim_scan *s, size_t at) { return claim_number_touches(s, s->tokens->items[at].span); }

isnad_slice figure_with_yeh(isnad_arena *arena, isnad_slice form) {
  static const char yeh[] = {(char)(0xC0 | LETTER_YEH >> 6), (char)(0x80 | (LETTER_YEH & 0x3F)), 0};
  return isnad_arena_printf(arena, "%.*s%s", (int)(form.length - LETTER_BYTES), form.bytes, yeh);
}
