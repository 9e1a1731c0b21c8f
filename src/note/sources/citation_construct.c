/* What closes a construct that a head noun opens: "one of | the people of Douma", "data of | the ministry of finance". */
#include "note/sources/citation.h"

enum { MOST_CONSTRUCT = 3 };

/* "One of | these diplomats": of the closed class, and none of the small words that open a clause or a circumstance. */
static bool is_demonstrative(const note_scan *s, const note_unit *unit, size_t at) {
  return cited_is_word(s, unit, at + 1) && note_has_hit(unit, at, ISNAD_TABLE_STOPS) && note_is_definite(s, unit, at + 1) &&
         (!note_has_hit(unit, at, ISNAD_TABLE_QUOTE_WORDS) || note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_OBJECT));
}

/* "Sources told | the channel X": li before a medium, by itself or joined, which hears what is said. */
static bool is_heard(const note_scan *s, const note_unit *unit, size_t at) {
  if (!cited_is_word(s, unit, at) || !word_letter_at(cited_form(s, at), 0, LETTER_LAM)) return false;
  if (word_is_letter(cited_form(s, at), LETTER_LAM)) return true;
  const isnad_phrase *outlet = note_hit_at(unit, at, ISNAD_TABLE_OUTLETS), *head = note_hit_at(unit, at, ISNAD_TABLE_HEADS);
  bool medium = head != NULL && head->cut > 0 && isnad_heads_rows[head->row].kind <= ISNAD_HEADS_KIND_OUTLET;
  return medium || (outlet != NULL && outlet->cut > 0);
}

/* A construct that a definite word or a place closes: "one of | the people of Douma", "organisation | for the ban of the weapons". */
size_t cited_construct_end(const note_scan *s, const note_unit *unit, size_t at) {
  if (cited_is_word(s, unit, at) && is_demonstrative(s, unit, at)) return at + 2;
  if (at < unit->last && cited_begins_with_ba(s, at)) return at;
  for (size_t i = at; i < unit->last && i < at + MOST_CONSTRUCT && cited_is_word(s, unit, i) && !cited_ends_name(unit, i); i++) {
    if (note_has_word(unit, i, ISNAD_QUOTE_WORDS_ROLE_OBTAINS)) return at; /* "a letter | that CNN got" */
    const isnad_phrase *place = note_hit_at(unit, i, ISNAD_TABLE_PLACES);
    if (place != NULL && place->cut == 0) return i > at || place->count > 1 ? i + place->count : at;
    const isnad_phrase *body = note_hit_at(unit, i, ISNAD_TABLE_ORGANIZATIONS);
    bool named = body != NULL && body->cut == 0 && body->count == 1 && !note_is_definite(s, unit, i) &&
                 isnad_organizations_rows[body->row].common == ISNAD_ORGANIZATIONS_COMMON_NO;
    if (named) return i + 1;                                    /* "the group | ISIS", with the attack behind it */
    if ((cited_token(s, i)->flags & ISNAD_TOKEN_ARABIC) == 0) { /* "data of | LSEG" */
      while (cited_is_word(s, unit, i) && (cited_token(s, i)->flags & ISNAD_TOKEN_ARABIC) == 0) i++;
      return i;
    }
    if (note_is_definite(s, unit, i)) return i > at ? i + 1 : at;
  }
  return at;
}

/* "Data | of the link", "estimates | of Russian media": an indefinite document in construct. */
bool cited_is_bare_document(const note_scan *s, const note_unit *unit, const isnad_phrase *head) {
  return isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_DOCUMENT && head->count == 1 && !note_is_definite(s, unit, head->first);
}

size_t cited_document_end(const note_scan *s, const note_unit *unit, const isnad_phrase *head, size_t at) {
  const isnad_phrase *inner = note_hit_at(unit, at, ISNAD_TABLE_HEADS);
  if (!cited_is_bare_document(s, unit, head)) return is_heard(s, unit, at) ? at : cited_construct_end(s, unit, at);
  const isnad_phrase *body = note_hit_at(unit, at, ISNAD_TABLE_ORGANIZATIONS);
  if (body != NULL && body->cut == 0 && body->count > 1) return body->first + body->count; /* "data | of the programme of the United Nations" */
  if (note_has_hit(unit, at, ISNAD_TABLE_TIME_WORDS) || note_has_hit(unit, at, ISNAD_TABLE_WEEKDAYS)) return at;
  if (at < unit->last && cited_is_mark(s, at, "#")) return cited_tag_end(s, unit, at);
  bool part = inner != NULL && inner->cut == 0 && isnad_heads_rows[inner->row].kind == ISNAD_HEADS_KIND_DOCUMENT; /* "results | of a poll of" */
  bool people = inner != NULL && isnad_heads_rows[inner->row].takes == ISNAD_HEADS_TAKES_OF &&
                isnad_heads_rows[inner->row].kind == ISNAD_HEADS_KIND_UNNAMED; /* "data | of the officials of the ministry" */
  bool issuer = inner != NULL && inner->cut == 0 && (people || isnad_heads_rows[inner->row].kind <= ISNAD_HEADS_KIND_OFFICIAL);
  if (issuer || part) return cited_phrase_end(s, unit, inner, inner->first + inner->count);
  bool definite = cited_is_word(s, unit, at) && note_is_definite(s, unit, at) && !cited_ends_name(unit, at);
  return definite ? at + 1 : cited_construct_end(s, unit, at);
}
