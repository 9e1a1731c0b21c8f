/* What describes a source behind its own words: adjectives of the whole, the second half of a double name, the trade of unnamed people. */
#include "note/sources/citation_part.h"

/* The definite adjectives from `at` on. */
size_t cited_adjectives_behind(const cited_phrase *p, size_t at) {
  while (at < p->limit && cited_is_word(p->s, p->unit, at) && note_is_definite(p->s, p->unit, at) && !cited_ends_name(p->unit, at) &&
         cited_adjective_at(p->s, at) != CITED_NO_ADJECTIVE)
    at++;
  return at;
}

/* With the article, or with li that has swallowed it. */
static bool has_own_article(const cited_phrase *p, size_t at) {
  return note_is_definite(p->s, p->unit, at) || word_begins(cited_form(p->s, at), LETTER_LAM, LETTER_LAM);
}

/* An adjective of relation with its article: of the feminine, or of the masculine. */
static bool is_definite_relation(isnad_slice form, bool *feminine) {
  *feminine = word_ends_in(form, LETTER_YEH, LETTER_HEH);
  return word_begins(form, LETTER_ALEF, LETTER_LAM) && form.length >= 5 * WORD_LETTER && (*feminine || word_ends(form, LETTER_YEH));
}

/* "The two armies, the Russian | and the Syrian", "air industries | and defence ones": a second adjective of relation. */
size_t cited_coupled_end(cited_phrase *p) {
  bool one = false, other = false;
  if (p->at >= p->limit || p->at < p->first + 2 || !cited_is_word(p->s, p->unit, p->at)) return p->at;
  isnad_slice form = cited_form(p->s, p->at), rest = {form.bytes + WORD_LETTER, form.length > WORD_LETTER ? form.length - WORD_LETTER : 0};
  bool linked = word_letter_at(form, 0, LETTER_WAW) && is_definite_relation(rest, &other);
  bool pair = linked && is_definite_relation(cited_form(p->s, p->at - 1), &one) && one == other;
  bool relative = note_has_word(p->unit, p->at, ISNAD_QUOTE_WORDS_ROLE_RELATIVE); /* "and who" */
  if (!pair || relative || note_has_hit(p->unit, p->at, ISNAD_TABLE_TITLES) || cited_ends_name(p->unit, p->at)) return p->at;
  return p->class == CITED_BODY ? cited_adjectives_behind(p, p->at + 1) : p->at + 1;
}

/* "The bank of trade | and investment, the Swiss one": the second half of what a body is of, with the adjectives of the whole. */
size_t cited_half_end(cited_phrase *p) {
  bool construct = p->class == CITED_BODY && p->at == p->first + 2 && note_is_definite(p->s, p->unit, p->at - 1) &&
                   !note_is_definite(p->s, p->unit, p->first) && !note_has_hit(p->unit, p->at - 1, ISNAD_TABLE_PLACES);
  size_t behind = p->at + 1 < p->limit ? cited_adjectives_behind(p, p->at + 1) : p->limit;
  bool whole = behind >= p->limit || cited_token(p->s, behind)->kind == ISNAD_TOKEN_PUNCT || note_has_hit(p->unit, behind, ISNAD_TABLE_WEEKDAYS) ||
               note_has_word(p->unit, behind, ISNAD_QUOTE_WORDS_ROLE_THAT);
  bool inner = p->class == CITED_BODY ? p->at > p->first + 2 && !note_is_definite(p->s, p->unit, p->first)
                                      : p->class != CITED_PEOPLE && p->class != CITED_PAGE && p->at > p->first + 1;
  bool longer = inner && has_own_article(p, p->at - 1) && behind < p->unit->last && whole;
  if ((!construct && !longer) || p->at >= p->limit || !cited_is_second_half(p->s, p->unit, p->at)) return p->at;
  size_t end = p->at + 1;
  while (end < p->limit && cited_is_word(p->s, p->unit, end) && note_is_definite(p->s, p->unit, end) &&
         (cited_adjective_at(p->s, end) != CITED_NO_ADJECTIVE || note_has_hit(p->unit, end, ISNAD_TABLE_PLACES)) && !cited_ends_name(p->unit, end))
    end++;
  return end;
}

/* "Experts of | the Afghan matter": unnamed people in a construct. A plural that keeps its nun governs nothing. */
size_t cited_trade_end(cited_phrase *p) {
  const isnad_phrase *head = note_hit_at(p->unit, p->first, ISNAD_TABLE_HEADS);
  const isnad_phrase *title = note_hit_at(p->unit, p->first, ISNAD_TABLE_TITLES);
  bool trade = p->class == CITED_OFFICE && title->count == 1 && title->cut == 0 && isnad_titles_rows[title->row].number == ISNAD_TITLES_NUMBER_P;
  bool unnamed = head != NULL && head->count == 1 && head->cut == 0;
  bool doctor = unnamed && p->class == CITED_OFFICE && title->count == 1 && isnad_titles_rows[title->row].kind == ISNAD_TITLES_KIND_PROFESSION &&
                isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_ANONYMOUS; /* "the doctor | of the team" */
  bool people = unnamed && (p->class == CITED_PEOPLE || doctor);
  bool bare = p->at == p->first + 1 && (trade || people);
  if (!bare || p->at >= p->limit || note_is_definite(p->s, p->unit, p->first) || !cited_is_word(p->s, p->unit, p->at)) return p->at;
  isnad_slice form = cited_form(p->s, p->first);
  if (word_ends_in(form, LETTER_WAW, LETTER_NOON) || word_ends_in(form, LETTER_YEH, LETTER_NOON)) return p->at;
  if (!note_is_definite(p->s, p->unit, p->at) || cited_ends_name(p->unit, p->at) || note_has_hit(p->unit, p->at, ISNAD_TABLE_TIME_WORDS))
    return p->at;
  return cited_adjectives_behind(p, p->at + 1);
}

bool cited_is_relation(const cited_phrase *p, size_t at) {
  if (at >= p->limit || !cited_is_word(p->s, p->unit, at) || note_is_definite(p->s, p->unit, at)) return false;
  isnad_slice form = cited_form(p->s, at);
  bool plural = word_ends_in(form, LETTER_WAW, LETTER_NOON) || word_ends_in(form, LETTER_YEH, LETTER_NOON);
  return plural && form.length >= 5 * WORD_LETTER && word_letter_at(form, form.length - 3 * WORD_LETTER, LETTER_YEH);
}

/* The ending of a plural, or of two. */
static bool is_plural(isnad_slice form) { return word_ends_in(form, LETTER_WAW, LETTER_NOON) || word_ends_in(form, LETTER_YEH, LETTER_NOON); }

/* "American | and Israeli": an adjective of relation in the plural that "and" ties to one. */
static bool is_linked_relation(const cited_phrase *p, size_t at) {
  isnad_slice form = cited_form(p->s, at);
  if (!word_letter_at(form, 0, LETTER_WAW) || !is_plural(form) || form.length < 6 * WORD_LETTER) return false;
  bool relation = word_letter_at(form, form.length - 3 * WORD_LETTER, LETTER_YEH);
  return relation && !note_has_hit(p->unit, at, ISNAD_TABLE_HEADS) && !note_has_hit(p->unit, at, ISNAD_TABLE_TITLES);
}

/* "Experts | of security", "diplomats", "officials of intelligence, American | and Israeli": adjectives of relation in the plural behind an
 * indefinite noun of people. */
size_t cited_several_end(cited_phrase *p) {
  bool people = p->class == CITED_PEOPLE || p->class == CITED_OFFICE;
  if (!people || p->at >= p->limit || !cited_is_word(p->s, p->unit, p->at)) return p->at;
  bool next = p->at == p->first + 1, behind = !next && cited_is_relation(p, p->at - 1) && is_plural(cited_form(p->s, p->first));
  if (!next && !behind) return p->at;
  if (behind && is_linked_relation(p, p->at)) return p->at + 1;
  isnad_slice form = cited_form(p->s, p->at);
  bool two = word_ends_in(form, LETTER_ALEF, LETTER_NOON) && word_ends_in(cited_form(p->s, p->first), LETTER_ALEF, LETTER_NOON);
  bool relation = (is_plural(form) || two) && form.length >= 5 * WORD_LETTER && word_letter_at(form, form.length - 3 * WORD_LETTER, LETTER_YEH);
  bool both = !note_is_definite(p->s, p->unit, p->first) && !note_is_definite(p->s, p->unit, p->at);
  return relation && both && !cited_ends_name(p->unit, p->at) ? p->at + 1 : p->at;
}

/* "The ministry of foreign affairs and cooperation | the international": the adjectives of a double name. */
size_t cited_doubled_end(cited_phrase *p) {
  isnad_slice form = cited_form(p->s, p->at - 1);
  isnad_slice rest = {form.bytes + WORD_LETTER, form.length > WORD_LETTER ? form.length - WORD_LETTER : 0};
  bool half = p->class == CITED_BODY && p->at > p->first + 2 && word_letter_at(form, 0, LETTER_WAW) && word_begins(rest, LETTER_ALEF, LETTER_LAM);
  return half ? cited_adjectives_behind(p, p->at) : p->at;
}

/* "The foundation "X" | the international": behind a name in marks the adjectives of the whole. */
size_t cited_adjectives_end(cited_phrase *p) {
  bool marked = p->at > p->first + 1 && cited_is_quote(p->s, p->unit, p->at - 1);
  return marked ? cited_adjectives_behind(p, p->at) : p->at;
}

/* "Planners | of the strategy, the political one": what a trade that no table knows is for; who has a head noun of the tables is spoken to. */
size_t cited_served_end(cited_phrase *p) {
  bool trade = p->class == CITED_PEOPLE && p->at == p->first + 1 && word_ends_in(cited_form(p->s, p->first), LETTER_WAW, LETTER_NOON) &&
               !note_has_hit(p->unit, p->first, ISNAD_TABLE_HEADS) && cited_is_word(p->s, p->unit, p->at) && cited_swallows(p);
  bool heard = note_is_medium(p->unit, p->at) || note_has_hit(p->unit, p->at, ISNAD_TABLE_TITLES) ||
               note_has_hit(p->unit, p->at, ISNAD_TABLE_HEADS) || note_has_word(p->unit, p->at, ISNAD_QUOTE_WORDS_ROLE_PRESS) ||
               cited_ends_name(p->unit, p->at);
  return trade && !heard ? cited_adjectives_behind(p, p->at + 1) : p->at;
}
