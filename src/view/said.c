#include "view/said.h"

#include "arabic/forms.h"
#include "tables.h"
#include "view/counts.h"

#include <string.h>

/* The row of the verbs' table that a rule names; SIZE_MAX: none. Lines grow with the rows. */
static size_t verb_row(isnad_slice rule) {
  isnad_slice file = isnad_slice_of(isnad_table_file(ISNAD_TABLE_VERBS));
  if (!isnad_slice_starts(rule, file) || rule.length < file.length + 2) return SIZE_MAX;
  uint32_t line = 0;
  for (size_t i = file.length + 1; i < rule.length && rule.bytes[i] >= '0' && rule.bytes[i] <= '9'; i++)
    line = line * 10 + (uint32_t)(rule.bytes[i] - '0');
  size_t low = 0, high = isnad_verbs_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (isnad_table_line(ISNAD_TABLE_VERBS, (uint32_t)middle) < line)
      low = middle + 1;
    else
      high = middle;
  }
  return low < isnad_verbs_count && isnad_table_line(ISNAD_TABLE_VERBS, (uint32_t)low) == line ? low : SIZE_MAX;
}

bool said_needs_verb(isnad_slice rule) {
  size_t row = verb_row(rule);
  if (row == SIZE_MAX) return false;
  switch (isnad_verbs_rows[row].force) {
  case ISNAD_VERBS_FORCE_SAYS:
  case ISNAD_VERBS_FORCE_TELLS:
  case ISNAD_VERBS_FORCE_SPEAKS:
  case ISNAD_VERBS_FORCE_WRITES:
  case ISNAD_VERBS_FORCE_EXPLAINS:
  case ISNAD_VERBS_FORCE_ANNOUNCES:
  case ISNAD_VERBS_FORCE_CONFIRMS:
  case ISNAD_VERBS_FORCE_ANSWERS:
  case ISNAD_VERBS_FORCE_NOTES:
  case ISNAD_VERBS_FORCE_CARRIES: /* the verb of who carries the words, not of who says them */
    return false;
  default:
    return true;
  }
}

/* --- how the words begin --- */

enum { LONGEST_THAT = 5 };

static bool spells(isnad_slice form, const unsigned *letters, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (!letter_is(form, i * LETTER_BYTES, letters[i])) return false;
  return form.length == LETTER_BYTES * count;
}

/* "Of", "to", "on", "from", "with", "in", as words. */
static bool is_preposition(isnad_slice form) {
  static const unsigned of[] = {LETTER_AIN, LETTER_NOON}, to[] = {LETTER_ALEF, LETTER_LAM, LETTER_YEH}, on[] = {LETTER_AIN, LETTER_LAM, LETTER_YEH},
                        from[] = {LETTER_MEEM, LETTER_NOON}, with[] = {LETTER_MEEM, LETTER_AIN}, in[] = {LETTER_FEH, LETTER_YEH};
  return spells(form, of, 2) || spells(form, to, 3) || spells(form, on, 3) || spells(form, from, 2) || spells(form, with, 2) || spells(form, in, 2);
}

/* "That", also with a pronoun: the first word of a whole sentence. */
static bool is_that(isnad_slice form) {
  bool that = letter_is(form, 0, LETTER_ALEF) && letter_is(form, LETTER_BYTES, LETTER_NOON);
  bool pronoun = letter_is(form, 2 * LETTER_BYTES, LETTER_HEH) || letter_is(form, 2 * LETTER_BYTES, LETTER_NOON);
  return that && (form.length == 2 * LETTER_BYTES || (pronoun && form.length <= LONGEST_THAT * LETTER_BYTES));
}

typedef enum opening { OPENS_PLAIN, OPENS_THAT, OPENS_PREPOSITION } opening;

static opening opening_of(sheet *s, isnad_slice words) {
  const char *blank = words.length > 0 ? memchr(words.bytes, ' ', words.length) : NULL;
  isnad_tokens tokens;
  if (blank == NULL) return OPENS_PLAIN;
  if (isnad_arabic_tokens(&tokens, s->arena, (isnad_slice){words.bytes, (size_t)(blank - words.bytes)}, NULL) != ISNAD_OK || tokens.count == 0)
    return OPENS_PLAIN;
  isnad_slice form = isnad_token_form(&tokens, 0);
  if (is_that(form)) return OPENS_THAT;
  if (is_preposition(form)) return OPENS_PREPOSITION;
  bool joined = (letter_is(form, 0, LETTER_BEH) || letter_is(form, 0, LETTER_LAM)) && isnad_arabic_proclitics(form) == LETTER_BYTES;
  if (joined && is_that((isnad_slice){form.bytes + LETTER_BYTES, form.length - LETTER_BYTES})) return OPENS_THAT;
  return joined ? OPENS_PREPOSITION : OPENS_PLAIN;
}

isnad_slice said_words(sheet *s, isnad_slice verb, isnad_slice rule, isnad_slice words) {
  if (!said_needs_verb(rule)) return words;
  return words_joined(s, verb, opening_of(s, words) == OPENS_PREPOSITION ? " " : ": ", words);
}

/* Whether more than the speaker stands between the verb and the words: whom he accuses, of whom he asks. */
static bool has_object(sheet *s, const said_parts *p) {
  isnad_tokens between, name;
  size_t gap = p->told.length > p->verb.length + p->words.length ? p->told.length - p->verb.length - p->words.length : 0;
  if (isnad_arabic_tokens(&between, s->arena, (isnad_slice){p->told.bytes + p->verb.length, gap}, NULL) != ISNAD_OK) return false;
  if (isnad_arabic_tokens(&name, s->arena, p->speaker, NULL) != ISNAD_OK) return false;
  for (size_t i = 0; i < between.count; i++) {
    bool known = between.items[i].kind != ISNAD_TOKEN_WORD;
    for (size_t k = 0; k < name.count && !known; k++) known = between.items[i].hash == name.items[k].hash;
    if (!known) return true;
  }
  return false;
}

/* "That the driver lost control" stands behind no verb: without its first word; "that he ..." keeps it. */
static isnad_slice without_that(sheet *s, isnad_slice words) {
  const char *blank = words.length > 0 ? memchr(words.bytes, ' ', words.length) : NULL;
  isnad_tokens tokens;
  if (blank == NULL) return words;
  size_t first = (size_t)(blank - words.bytes);
  if (isnad_arabic_tokens(&tokens, s->arena, (isnad_slice){words.bytes, first}, NULL) != ISNAD_OK || tokens.count != 1) return words;
  isnad_slice form = isnad_token_form(&tokens, 0);
  bool joined = letter_is(form, 0, LETTER_BEH) || letter_is(form, 0, LETTER_LAM);
  bool bare = form.length == (joined ? 3 : 2) * LETTER_BYTES;
  return bare ? (isnad_slice){words.bytes + first + 1, words.length - first - 1} : words;
}

isnad_slice said_whole(sheet *s, const said_parts *p) {
  opening opens = p->direct ? OPENS_PLAIN : opening_of(s, p->words);
  bool needs = said_needs_verb(p->rule);
  if (opens == OPENS_THAT && !needs) return without_that(s, p->words);
  if (p->verb.length == 0 || opens == OPENS_PLAIN || (opens == OPENS_THAT && !needs)) return said_words(s, p->verb, p->rule, p->words);
  if (p->told.length > 0 && has_object(s, p)) return p->told;
  return words_joined(s, p->verb, " ", p->words);
}
