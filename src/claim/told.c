/* What an article tells of names: where a place of work, a base or a site lies, and which office a person holds. */
#include "claim/scan.h"

#include "arabic/letters.h"

enum { REACH = 5 };

typedef struct telling {
  claim_scan *s;
  isnad_prepared_told *items;
  size_t count, room;
} telling;

static isnad_prepared_told *add(telling *t) {
  if (t->count == t->room) {
    isnad_prepared_told *more = isnad_arena_grow(t->s->arena, t->items, t->room, t->room * 2 + 16, sizeof *more);
    if (more == NULL) return NULL;
    t->items = more;
    t->room = t->room * 2 + 16;
  }
  return &t->items[t->count++];
}

/* The words as folded for matching: what two spellings of an office are compared by. */
static isnad_slice folded(telling *t, isnad_slice words) {
  isnad_slice out = {NULL, 0};
  isnad_arabic_fold(&out, NULL, t->s->arena, words, ISNAD_FOLD_MATCH, NULL);
  return out;
}

static bool tell_office(telling *t, const isnad_name_note *name) {
  if (name->type != ISNAD_NAME_PERSON || name->form != ISNAD_FORM_NAME || name->role.begin == name->role.end) return true;
  isnad_prepared_told *told = add(t);
  if (told == NULL) return false;
  isnad_slice role = isnad_slice_at(t->s->page->text, name->role);
  *told = (isnad_prepared_told){"office", name->span, name->entity, name->canonical, folded(t, role), role, {NULL, 0}};
  return told->value.bytes != NULL;
}

/* "In", or a name that a preposition is joined to: a byte of the word stands before the name. */
static bool leads(const claim_scan *s, size_t at, const isnad_name_note *place) {
  isnad_slice form = isnad_token_form(s->tokens, at);
  unsigned in = (0xC0u | LETTER_FEH >> 6) << 8 | (0x80u | (LETTER_FEH & 0x3F));
  if (form.length == 4 && ((unsigned)(unsigned char)form.bytes[0] << 8 | (unsigned char)form.bytes[1]) == in) return true;
  isnad_slice whole = isnad_slice_at(s->page->text, s->tokens->items[at].span);
  unsigned with = (0xC0u | LETTER_BEH >> 6) << 8 | (0x80u | (LETTER_BEH & 0x3F));
  bool joined = s->tokens->items[at].span.begin < place->span.begin && place->span.begin < s->tokens->items[at].span.end;
  return joined && whole.length > 2 && ((unsigned)(unsigned char)whole.bytes[0] << 8 | (unsigned char)whole.bytes[1]) == with;
}

/* A facility, and "in" with the name of a place right behind it. */
static bool tell_place(telling *t, const isnad_name_note *name, const isnad_name_note *next) {
  const claim_scan *s = t->s;
  if (name->type != ISNAD_NAME_FACILITY || next->type != ISNAD_NAME_PLACE || next->span.begin < name->span.end) return true;
  const claim_sentence *sentence = claim_sentence_at(s, name->span.begin);
  size_t end = isnad_tokens_seek(s->tokens, name->span.end), at = claim_token_at(s, next->span.begin);
  if (sentence == NULL || at > end + REACH || at >= sentence->last) return true;
  if (!leads(s, at, next) && !(at > end && leads(s, at - 1, next))) return true;
  isnad_prepared_told *told = add(t);
  if (told == NULL) return false;
  *told = (isnad_prepared_told){"place", {name->span.begin, next->span.end}, name->entity, name->canonical, next->entity, next->canonical, {NULL, 0}};
  return true;
}

isnad_status claim_prepare_told(isnad_prepared_told **out, size_t *count, claim_scan *s) {
  const isnad_article *a = s->article;
  telling t = {.s = s};
  for (size_t i = 0; i < a->name_count; i++) {
    bool kept = tell_office(&t, &a->names[i]) && (i + 1 == a->name_count || tell_place(&t, &a->names[i], &a->names[i + 1]));
    if (!kept) return isnad_arena_fail(s->err, s->arena, "claim");
  }
  *out = t.items;
  *count = t.count;
  return ISNAD_OK;
}
