/* What stands behind a source's words and is of it: further unnamed people, from whom it comes, a name in marks. */
#include "note/sources/citation_part.h"

enum { MOST_MARKED = 5 };

static bool is_anonymous(const isnad_phrase *head) {
  return head != NULL &&
         (isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_ANONYMOUS || isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_UNNAMED);
}

/* "Analysts | and military sources": behind unnamed people others who are unnamed too. */
size_t cited_others_end(cited_phrase *p) {
  const isnad_phrase *head = p->at < p->limit ? note_hit_at(p->unit, p->at, ISNAD_TABLE_HEADS) : NULL;
  bool people = p->class == CITED_PEOPLE || is_anonymous(note_hit_at(p->unit, p->first, ISNAD_TABLE_HEADS));
  bool listed = is_anonymous(head) && head->cut == WORD_LETTER && word_letter_at(cited_form(p->s, p->at), 0, LETTER_WAW);
  if (!people || !listed) return p->at;
  size_t end = cited_phrase_end(p->s, p->unit, head, head->first + head->count);
  return end < p->limit ? end : p->limit;
}

/* "Figures | issued by the bank", "a group | that split from the movement": from whom the source comes. */
size_t cited_issued_end(cited_phrase *p) {
  const isnad_phrase *from = p->at < p->limit ? note_word_at(p->unit, p->at, ISNAD_QUOTE_WORDS_ROLE_ISSUED) : NULL;
  if (from == NULL && p->at > p->first + 1) from = note_word_at(p->unit, p->at - 1, ISNAD_QUOTE_WORDS_ROLE_ISSUED); /* its participle was read */
  if (from == NULL || from->cut > 0) return p->at;
  size_t behind = from->first + from->count, end = cited_member_end(p, behind);
  if (end == behind) end = cited_construct_end(p->s, p->unit, behind);
  return end > behind && end <= p->limit ? end : p->at;
}

/* What follows the closing mark shows that the words between the marks were no speech. */
static bool is_subject_before(const cited_phrase *p, size_t at) {
  if (at >= p->limit) return true;
  return note_has_word(p->unit, at, ISNAD_QUOTE_WORDS_ROLE_THAT) || note_has_word(p->unit, at, ISNAD_QUOTE_WORDS_ROLE_RELATIVE) ||
         cited_is_mark(p->s, at, ":");
}

/* "The envoy of | "the channel"": a name in marks closes an open construct. */
size_t cited_marked_name_end(cited_phrase *p) {
  bool open =
      cited_is_word(p->s, p->unit, p->at - 1) && cited_token(p->s, p->at - 1)->length > WORD_LETTER && !note_is_definite(p->s, p->unit, p->at - 1);
  if (!open || p->at + 2 >= p->unit->last || !cited_is_quote(p->s, p->unit, p->at)) return p->at;
  if (cited_adjective_at(p->s, p->at - 1) == CITED_MASCULINE || note_has_hit(p->unit, p->at - 1, ISNAD_TABLE_PLACES)) return p->at;
  size_t end = p->at + 1;
  while (end < p->unit->last && end < p->at + 1 + MOST_MARKED && cited_is_word(p->s, p->unit, end)) end++;
  if (!cited_is_quote(p->s, p->unit, end) || end == p->at + 1) return p->at;
  const isnad_name_note *name = note_name_at(p->s, p->at + 1);
  const isnad_phrase *outlet = note_hit_at(p->unit, p->at + 1, ISNAD_TABLE_OUTLETS);
  bool paper = outlet != NULL && outlet->cut == 0 && outlet->first + outlet->count == end && p->class == CITED_DOCUMENT; /* "the report of | «X»" */
  if (paper) return end + 1;
  bool whole = (name != NULL && name->type != ISNAD_NAME_PERSON && cited_behind_name(p, name, p->at + 1) == end) ||
               (outlet != NULL && outlet->cut == 0 && outlet->first + outlet->count == end);
  return whole && is_subject_before(p, end + 1) ? end + 1 : p->at;
}
