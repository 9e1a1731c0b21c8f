/* What goes on the words of a document: further adjectives, whose office or which people it is of, the body that li with the article names. */
#include "note/sources/citation_part.h"

/* Without its article and with nothing read behind it yet. */
static bool is_bare(const cited_phrase *p) { return p->at == p->first + 1 && !note_is_definite(p->s, p->unit, p->first); }

/* "A Canadian study | new": an indefinite adjective behind another of its gender. */
static bool is_adjective(const cited_phrase *p) {
  if (p->at < p->first + 2 || note_is_definite(p->s, p->unit, p->at) || note_is_definite(p->s, p->unit, p->at - 1)) return false;
  cited_adjective before = cited_adjective_at(p->s, p->at - 1);
  return before == CITED_FEMININE && cited_adjective_at(p->s, p->at) == before && !cited_ends_name(p->unit, p->at) &&
         !note_has_hit(p->unit, p->at, ISNAD_TABLE_ORG_HEADS);
}

/* "Results of a survey of opinion of | the Arab youth": a document of a document, before what it shows. */
static size_t inner_end(const cited_phrase *p) {
  const isnad_phrase *inner = note_hit_at(p->unit, p->first + 1, ISNAD_TABLE_HEADS);
  bool both = inner != NULL && inner->cut == 0 && isnad_heads_rows[inner->row].kind == ISNAD_HEADS_KIND_DOCUMENT &&
              inner->first + inner->count == p->at && !note_is_definite(p->s, p->unit, p->at - 1) && note_is_definite(p->s, p->unit, p->at);
  if (!both || cited_ends_name(p->unit, p->at)) return p->at;
  size_t end = p->at + 1;
  while (end < p->limit && cited_is_word(p->s, p->unit, end) && note_is_definite(p->s, p->unit, end) && !cited_ends_name(p->unit, end)) end++;
  bool ends = end >= p->limit || cited_token(p->s, end)->kind == ISNAD_TOKEN_PUNCT || note_has_word(p->unit, end, ISNAD_QUOTE_WORDS_ROLE_THAT) ||
              note_has_word(p->unit, end, ISNAD_QUOTE_WORDS_ROLE_RELATIVE);
  return ends ? end : p->at;
}

/* "The statement of | the public prosecutor": an office closes the construct. */
static size_t office_end(const cited_phrase *p) {
  const isnad_name_note *name = note_name_at(p->s, p->at);
  bool office = name != NULL && name->type == ISNAD_NAME_PERSON && name->span.begin == cited_token(p->s, p->at)->span.begin &&
                (name->form == ISNAD_FORM_NOMINAL || note_has_hit(p->unit, p->at, ISNAD_TABLE_TITLES));
  size_t end = p->at;
  while (office && end < p->limit && cited_token(p->s, end)->span.begin < name->span.end) end++;
  return end;
}

/* "A report of | international investigators": people without a name close it. */
static size_t people_end(const cited_phrase *p) {
  const isnad_phrase *people = note_hit_at(p->unit, p->at, ISNAD_TABLE_HEADS);
  if (people == NULL || people->cut > 0) return p->at;
  isnad_heads_kind kind = isnad_heads_rows[people->row].kind;
  if (kind != ISNAD_HEADS_KIND_ANONYMOUS && kind != ISNAD_HEADS_KIND_UNNAMED) return p->at;
  size_t end = cited_phrase_end(p->s, p->unit, people, people->first + people->count);
  while (!note_is_definite(p->s, p->unit, end - 1) && cited_is_relation(p, end)) end++;
  return end < p->limit ? end : p->limit;
}

bool cited_is_addressed(const note_unit *unit, size_t first) { return note_has_word(unit, first, ISNAD_QUOTE_WORDS_ROLE_ADDRESSED); }

/* "A statement | of the bank": li that swallowed the article before the noun of a body. */
static size_t body_end(const cited_phrase *p) {
  if (!cited_swallows(p) || cited_is_addressed(p->unit, p->first) || note_is_definite(p->s, p->unit, p->first)) return p->at;
  if (note_is_medium(p->unit, p->at) || note_has_hit(p->unit, p->at, ISNAD_TABLE_TITLES)) return p->at;
  const isnad_phrase *body = note_hit_at(p->unit, p->at, ISNAD_TABLE_ORG_HEADS), *head = note_hit_at(p->unit, p->at, ISNAD_TABLE_HEADS);
  bool known = (body != NULL && isnad_org_heads_rows[body->row].type == ISNAD_ORG_HEADS_TYPE_ORGANIZATION) ||
               (head != NULL && isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_OFFICIAL);
  if (!known) return p->at;
  const isnad_name_note *name = note_name_at(p->s, p->at);
  size_t end = cited_adjectives_behind(p, p->at + 1);
  while (name != NULL && end < p->limit && cited_token(p->s, end)->span.begin < name->span.end) end++;
  return end;
}

size_t cited_paper_end(cited_phrase *p) {
  if (p->class != CITED_DOCUMENT || p->at >= p->limit || !cited_is_word(p->s, p->unit, p->at)) return p->at;
  if (is_adjective(p)) return p->at + 1;
  if (inner_end(p) > p->at) return inner_end(p);
  size_t end = is_bare(p) ? office_end(p) : p->at;
  if (end == p->at && is_bare(p)) end = people_end(p);
  return end > p->at ? end : body_end(p);
}
