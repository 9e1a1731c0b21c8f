/* What is said: numbers, times, places, people; will, duty and feeling; the speaker himself. */
#include "note/sources/vouch.h"

#include <math.h>

_Static_assert((int)ISNAD_VOUCH_WEIGHTS_FEATURE_FORCE_WRITES - (int)ISNAD_VOUCH_WEIGHTS_FEATURE_FORCE_SAYS ==
                   (int)ISNAD_VERBS_FORCE_WRITES - (int)ISNAD_VERBS_FORCE_SAYS,
               "one feature for each force");

static double few(double count) { return fmin(count, 3); }

/* What the small words of a token say. */
static void read_roles(double *x, const note_unit *unit, size_t at) {
  static const struct {
    isnad_quote_words_role role;
    isnad_vouch_weights_feature feature;
  } told[] = {{ISNAD_QUOTE_WORDS_ROLE_MINE, ISNAD_VOUCH_WEIGHTS_FEATURE_MINE},
              {ISNAD_QUOTE_WORDS_ROLE_OURS, ISNAD_VOUCH_WEIGHTS_FEATURE_OURS},
              {ISNAD_QUOTE_WORDS_ROLE_INTENT, ISNAD_VOUCH_WEIGHTS_FEATURE_INTENT},
              {ISNAD_QUOTE_WORDS_ROLE_ATTITUDE, ISNAD_VOUCH_WEIGHTS_FEATURE_ATTITUDE},
              {ISNAD_QUOTE_WORDS_ROLE_IMPERSONAL, ISNAD_VOUCH_WEIGHTS_FEATURE_IMPERSONAL},
              {ISNAD_QUOTE_WORDS_ROLE_NEGATES, ISNAD_VOUCH_WEIGHTS_FEATURE_NEGATES}};
  for (size_t i = 0; i < sizeof told / sizeof told[0]; i++)
    if (note_has_word(unit, at, told[i].role)) x[told[i].feature] = 1;
}

static void read_tokens(double *x, const vouch_case *c) {
  const note_unit *unit = c->of.unit;
  const uint32_t small = 1u << ISNAD_TABLE_QUOTE_WORDS | 1u << NOTE_QUIET;
  double numbers = 0, stances = 0, words = 0;
  size_t weighed = 0;
  for (size_t at = c->said[0]; at < c->said[1]; at++) {
    const isnad_token *token = cited_token(c->of.s, at);
    numbers += token->kind == ISNAD_TOKEN_NUMBER || note_has_hit(unit, at, ISNAD_TABLE_NUMBERS);
    if ((unit->tables[at - unit->first] & small) != 0) {
      stances += note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_STANCE);
      read_roles(x, unit, at);
    }
    if (token->kind != ISNAD_TOKEN_WORD) continue;
    const isnad_vouch_words_row *row = vouch_word(token->hash);
    if (row != NULL && row->said != 0) {
      words += row->said;
      weighed++;
    }
    isnad_slice form = cited_form(c->of.s, at);
    bool will = form.length >= 4 * WORD_LETTER && word_letter_at(form, 0, LETTER_SEEN) &&
                (word_letter_at(form, WORD_LETTER, LETTER_YEH) || word_letter_at(form, WORD_LETTER, LETTER_TEH));
    if (will) x[ISNAD_VOUCH_WEIGHTS_FEATURE_FUTURE] = 1;
  }
  x[ISNAD_VOUCH_WEIGHTS_FEATURE_SAID_WORDS] = weighed > 0 ? words / sqrt((double)weighed) : 0;
  x[ISNAD_VOUCH_WEIGHTS_FEATURE_NUMBERS] = few(numbers);
  x[ISNAD_VOUCH_WEIGHTS_FEATURE_STANCE] = few(stances);
  x[ISNAD_VOUCH_WEIGHTS_FEATURE_LENGTH] = log1p((double)(c->said[1] - c->said[0]));
}

static void read_names(double *x, const vouch_case *c) {
  const note_scan *s = c->of.s;
  if (c->said[0] >= c->said[1]) return;
  uint32_t end = cited_token(s, c->said[1] - 1)->span.end;
  isnad_span said = {cited_token(s, c->said[0])->span.begin, end};
  x[ISNAD_VOUCH_WEIGHTS_FEATURE_TIMES] = note_time_over(s, said) != NULL;
  double places = 0, people = 0, bodies = 0;
  for (size_t i = note_name_from(s, cited_token(s, c->said[0])->span.begin); i < s->name_count && s->names[i].span.begin < end; i++) {
    places += s->names[i].type == ISNAD_NAME_PLACE;
    people += s->names[i].type == ISNAD_NAME_PERSON;
    bodies += s->names[i].type == ISNAD_NAME_ORGANIZATION;
  }
  x[ISNAD_VOUCH_WEIGHTS_FEATURE_PLACES] = few(places);
  x[ISNAD_VOUCH_WEIGHTS_FEATURE_PEOPLE] = few(people);
  x[ISNAD_VOUCH_WEIGHTS_FEATURE_BODIES] = few(bodies);
}

static bool is_will(const vouch_case *c, size_t at) {
  enum { SHORTEST = 4 * WORD_LETTER };
  if (at >= c->said[1] || cited_token(c->of.s, at)->kind != ISNAD_TOKEN_WORD) return false;
  isnad_slice form = cited_form(c->of.s, at);
  bool never = form.length == 2 * WORD_LETTER && word_begins(form, LETTER_LAM, LETTER_NOON);
  bool soon = form.length == 3 * WORD_LETTER && word_begins(form, LETTER_SEEN, LETTER_WAW) && word_ends(form, LETTER_FEH);
  bool will = form.length >= SHORTEST && (word_begins(form, LETTER_SEEN, LETTER_YEH) || word_begins(form, LETTER_SEEN, LETTER_TEH) ||
                                          word_begins(form, LETTER_SEEN, LETTER_NOON));
  return never || soon || will;
}

static bool is_mark_of_speech(const vouch_case *c, size_t at) { return at < c->said[1] && cited_token(c->of.s, at)->kind == ISNAD_TOKEN_QUOTE; }

/* "Any". */
static bool is_any(const vouch_case *c, size_t at) {
  isnad_slice form = cited_form(c->of.s, at);
  return form.length == 2 * WORD_LETTER && word_begins(form, LETTER_ALEF, LETTER_YEH);
}

/* "Its | readiness", "that it | rejects", denies "any | tie": an attitude opens what is said. */
static void read_first(double *x, const vouch_case *c, size_t at) {
  enum { SHORTEST = 4 * WORD_LETTER };
  const note_unit *unit = c->of.unit;
  bool link = note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_ABOUT) || note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_ON) ||
              note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_TO);
  if (link && at + 1 < c->said[1]) at++;
  isnad_slice word = isnad_slice_at(c->of.s->page->text, cited_token(c->of.s, at)->span);
  const isnad_phrase *verb = note_hit_at(unit, at, ISNAD_TABLE_VERBS);
  x[ISNAD_VOUCH_WEIGHTS_FEATURE_ATTITUDE_FIRST] =
      note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_ATTITUDE) || note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_INTENT) ||
      (c->of.verb->force == ISNAD_VERBS_FORCE_DENIES && (is_any(c, at) || note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_BLAME)));
  x[ISNAD_VOUCH_WEIGHTS_FEATURE_ATTITUDE_SAID] = verb != NULL && source_is_attitude(isnad_verbs_rows[verb->row].force);
  x[ISNAD_VOUCH_WEIGHTS_FEATURE_OWNED_FIRST] =
      word.length >= SHORTEST && (word_ends(word, LETTER_HEH) || word_ends_in(word, LETTER_HEH, LETTER_ALEF));
}

/* "That he | will", "that she | works", "that his country". */
static void read_opening(double *x, const vouch_case *c) {
  const note_unit *unit = c->of.unit;
  size_t at = c->said[0];
  bool that = at < c->said[1] && note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_THAT);
  x[ISNAD_VOUCH_WEIGHTS_FEATURE_THAT] = that || source_states_fact(&c->of);
  size_t first = that ? at + 1 : at;
  if (is_mark_of_speech(c, first)) first++;
  x[ISNAD_VOUCH_WEIGHTS_FEATURE_WILL_FIRST] = is_will(c, first) || is_will(c, first + 1);
  if (first >= c->said[1]) return;
  read_first(x, c, first);
  if (!that) return;
  isnad_slice form = cited_form(c->of.s, at), next = cited_form(c->of.s, first);
  bool feminine = word_ends_in(form, LETTER_HEH, LETTER_ALEF), plural = word_ends_in(form, LETTER_HEH, LETTER_MEEM);
  bool he = feminine || plural || word_ends(form, LETTER_HEH);
  bool word = cited_token(c->of.s, first)->kind == ISNAD_TOKEN_WORD;
  x[ISNAD_VOUCH_WEIGHTS_FEATURE_THAT_HE] = he;
  x[ISNAD_VOUCH_WEIGHTS_FEATURE_THAT_WILL] = he && is_will(c, first);
  x[ISNAD_VOUCH_WEIGHTS_FEATURE_THAT_PRESENT] = he && word && word_letter_at(next, 0, feminine ? LETTER_TEH : LETTER_YEH);
  x[ISNAD_VOUCH_WEIGHTS_FEATURE_THAT_NOT] = note_has_word(unit, first, ISNAD_QUOTE_WORDS_ROLE_NEGATES);
  x[ISNAD_VOUCH_WEIGHTS_FEATURE_THAT_OURS] = note_has_word(unit, first, ISNAD_QUOTE_WORDS_ROLE_OURS);
}

void vouch_read_said(double *x, const vouch_case *c) {
  read_tokens(x, c);
  read_names(x, c);
  read_opening(x, c);
  x[ISNAD_VOUCH_WEIGHTS_FEATURE_NO_QUOTE] = c->quote == NULL;
  x[ISNAD_VOUCH_WEIGHTS_FEATURE_DIRECT] = c->quote != NULL && c->quote->mode == ISNAD_QUOTE_DIRECT;
  x[ISNAD_VOUCH_WEIGHTS_FEATURE_FRAGMENT] = c->quote != NULL && c->quote->mode == ISNAD_QUOTE_FRAGMENT;
  x[ISNAD_VOUCH_WEIGHTS_FEATURE_FIRST_PERSON] = x[ISNAD_VOUCH_WEIGHTS_FEATURE_MINE] != 0 && x[ISNAD_VOUCH_WEIGHTS_FEATURE_DIRECT] != 0;
  x[(int)ISNAD_VOUCH_WEIGHTS_FEATURE_FORCE_SAYS + (int)c->of.verb->force] = 1;
  x[ISNAD_VOUCH_WEIGHTS_FEATURE_ATTITUDE_VERB] = source_is_attitude(c->of.verb->force);
  x[ISNAD_VOUCH_WEIGHTS_FEATURE_BEHIND] = c->of.verb_first > c->of.first;
}
