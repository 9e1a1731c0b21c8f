/* Short forms of other languages told by the names of their letters: "C.I.E.S.", "the institute "G.F.K."". Three letters and more with a stop between
 * them are the name of a body, or of a medium behind its noun; two stand before somebody's surname too. */
#include "note/names/names.h"

enum { LEAST = 3, MOST = 7 };

static bool is_letter(const note_unit *u, size_t at) {
  return name_has_role(u, at, ISNAD_NAME_PARTS_ROLE_INITIAL) || name_has_role(u, at, ISNAD_NAME_PARTS_ROLE_LETTER);
}

/* Behind the first of them also letters that are words of every day: "or", "that". */
static bool is_syllable(const name_finder *f, const note_unit *u, size_t at) {
  return is_letter(u, at) || (name_word_at(f, u, at) && f->tokens[at].length <= 2 * WORD_LETTER);
}

static bool is_stop(const name_finder *f, const note_unit *u, size_t at) {
  return at + 1 < u->last && isnad_slice_equal(name_form(f, at), isnad_slice_of(".")) && (f->tokens[at].flags & ISNAD_TOKEN_GLUED) != 0 &&
         (f->tokens[at + 1].flags & ISNAD_TOKEN_GLUED) != 0;
}

/* "The protein (M.I.T.F.)": what is in brackets is called after the noun before them, which is none of a body. */
static bool is_in_brackets(const name_finder *f, const note_unit *u, size_t at) {
  return at > u->first && isnad_slice_equal(name_form(f, at - 1), isnad_slice_of("("));
}

bool name_letters(found_name *out, const name_finder *f, const note_unit *u, size_t at) {
  size_t last = at, count = 1;
  if (!is_letter(u, at) || is_in_brackets(f, u, at) || (at > u->first && is_stop(f, u, at - 1))) return false;
  while (count < MOST && is_stop(f, u, last + 1) && is_syllable(f, u, last + 2)) {
    last += 2;
    count++;
  }
  if (count < LEAST) return false;
  size_t before = at > u->first && f->tokens[at - 1].kind == ISNAD_TOKEN_QUOTE ? at - 1 : at;
  const isnad_phrase *medium = before > u->first ? note_hit_at(u, before - 1, ISNAD_TABLE_HEADS) : NULL;
  const isnad_phrase *thing = before > u->first ? note_hit_at(u, before - 1, ISNAD_TABLE_ORG_HEADS) : NULL;
  bool outlet = medium != NULL && isnad_heads_rows[medium->row].kind <= ISNAD_HEADS_KIND_OUTLET;
  bool product = thing != NULL && isnad_org_heads_rows[thing->row].type == ISNAD_ORG_HEADS_TYPE_PRODUCT;
  isnad_name_type type = outlet ? ISNAD_NAME_OUTLET : product ? ISNAD_NAME_PRODUCT : ISNAD_NAME_ORGANIZATION;
  *out = (found_name){.first = (uint32_t)at, .last = (uint32_t)last + 1, .type = type, .words = 1, .entity = NO_ENTITY};
  out->span = (isnad_span){f->tokens[at].span.begin, f->tokens[last].span.end};
  out->rule = (isnad_rule){"letters", ISNAD_TABLE_OUTLETS, 0};
  return true;
}
