/* A name behind a head noun that no table knows: in marks, in a hashtag, or plain. */
#include "note/sources/citation.h"

enum { MOST_WORDS = 8, MOST_PLAIN = 3 };

/* A hashtag goes on with the name: its words are joined by low lines. */
size_t cited_tag_end(const note_scan *s, const note_unit *unit, size_t at) {
  if (at + 1 >= unit->last || !cited_is_mark(s, at, "#")) return at;
  for (at += 2; cited_is_joined(s, unit, at); at += 2) continue;
  return at;
}

/* "To the BBC": a medium behind a proclitic. */
static bool cut_outlet(const note_unit *unit, size_t at) {
  const isnad_phrase *outlet = note_hit_at(unit, at, ISNAD_TABLE_OUTLETS);
  return outlet != NULL && outlet->cut > 0;
}

/* Words, numbers and the marks that join them: "Asda'a Burson – Marsteller". */
static bool is_inside_name(const note_scan *s, const note_unit *unit, size_t at) {
  if (at >= unit->last) return false;
  if (cited_is_word(s, unit, at) || cited_token(s, at)->kind == ISNAD_TOKEN_NUMBER) return true;
  static const char *const joins[] = {"-", "\xE2\x80\x93", "\xE2\x80\x94", "&", "/", ".", "+"};
  for (size_t i = 0; i < sizeof joins / sizeof joins[0]; i++)
    if (cited_is_mark(s, at, joins[i])) return true;
  return false;
}

/* "The paper X published | a report": what it publishes is of no name. */
static bool is_published(const note_unit *unit, size_t at) {
  return note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_WRITTEN) || note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_DISPLAY);
}

/* "The magazine health of | the woman", "science of | the soul": a common noun that no adjective is, closed by a definite one that is no adjective of
 * relation, and the adjectives behind it. The end; `at` where the name is none of that kind. */
static size_t field_end(const note_scan *s, const note_unit *unit, const isnad_phrase *head, size_t at) {
  enum { COMMON = 200 };
  bool one = at == head->first + head->count + 1 && cited_is_word(s, unit, at) && note_is_definite(s, unit, at) && !cited_ends_name(unit, at);
  if (!one || note_is_definite(s, unit, head->first) || isnad_heads_rows[head->row].kind != ISNAD_HEADS_KIND_OUTLET) return at;
  isnad_slice noun = cited_form(s, at - 1);
  if (word_ends(noun, LETTER_YEH) || word_ends_in(noun, LETTER_YEH, LETTER_HEH)) return at; /* "a local paper | the news" */
  if (isnad_arabic_frequency(cited_token(s, at - 1)->hash) < COMMON || note_has_hit(unit, at, ISNAD_TABLE_PLACES)) return at;
  if (note_has_hit(unit, at, ISNAD_TABLE_WEEKDAYS) || note_has_hit(unit, at, ISNAD_TABLE_TIME_WORDS)) return at;
  if (word_ends_in(cited_form(s, at), LETTER_YEH, LETTER_HEH)) return at;
  size_t end = at + 1;
  while (cited_is_word(s, unit, end) && note_is_definite(s, unit, end) && !cited_ends_name(unit, end) &&
         !note_has_hit(unit, end, ISNAD_TABLE_WEEKDAYS) && cited_adjective_at(s, end) != CITED_NO_ADJECTIVE)
    end++;
  return end;
}

/* What the name behind a head noun that no table knows is: what stands in quotation marks, or up to three plain
 * words behind a head of one word. The end of the head when there is none. */
size_t cited_unknown_end(const note_scan *s, const note_unit *unit, const isnad_phrase *head) {
  size_t at = head->first + head->count;
  bool bracket = head->count == 1 && at < unit->last && cited_is_mark(s, at, "("); /* "the site (Coin Market Cap)" */
  bool quoted = cited_is_quote(s, unit, at) || bracket;
  size_t first = quoted ? at + 1 : at, end = first;
  while (quoted && end < first + MOST_WORDS && is_inside_name(s, unit, end)) end++;
  bool closed = end < unit->last && (bracket ? cited_is_mark(s, end, ")") : cited_is_quote(s, unit, end));
  if (quoted) return end > first && closed ? end : at;
  if (at < unit->last && cited_is_mark(s, at, "#")) return cited_tag_end(s, unit, at);
  if (head->count > 1 || !cited_is_word(s, unit, at) || note_is_definite(s, unit, at)) return at;
  for (size_t words = 0; words < MOST_PLAIN && cited_is_word(s, unit, at) && !note_is_definite(s, unit, at); words++, at++)
    if (cited_ends_name(unit, at) || note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_OBJECT) || is_published(unit, at) || cited_has_lam(s, at) ||
        word_begins(cited_form(s, at), LETTER_LAM, LETTER_LAM) || cut_outlet(unit, at))
      break;
  at = field_end(s, unit, head, at);
  at = cited_purpose_end(s, unit, at);
  return cited_tag_end(s, unit, at);
}
