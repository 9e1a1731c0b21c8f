/* What an article tells of names: where a place of work, a base or a site lies, which office a person holds, and who holds it. */
#include "claim/told.h"
#include "claim/told_clash.h"

#include "arabic/letters.h"

#include <string.h>

enum { REACH = 5, MOST_PROPER = 2000, OFFICE_WORDS = 3 };

isnad_prepared_told *telling_add(claim_telling *t) {
  if (t->count == t->room) {
    isnad_prepared_told *more = isnad_arena_grow(t->s->arena, t->items, t->room, t->room * 2 + 16, sizeof *more);
    if (more == NULL) return NULL;
    t->items = more;
    t->room = t->room * 2 + 16;
  }
  return &t->items[t->count++];
}

isnad_slice telling_terms(claim_scan *s, size_t first, size_t last, size_t left, size_t right) {
  claim_terms terms = {.count = 0};
  if (left > first) terms_add(&terms, &s->listing, first, left < last ? left : last, TERMS_WORDS);
  if (right < last) terms_add(&terms, &s->listing, right > first ? right : first, last, TERMS_WORDS);
  terms_finish(&terms);
  return claim_terms_pack(s->arena, &terms);
}

/* The words as folded for matching: what two spellings of an office are compared by. */
static isnad_slice folded(claim_telling *t, isnad_slice words) {
  isnad_slice out = {NULL, 0};
  isnad_arabic_fold(&out, NULL, t->s->arena, words, ISNAD_FOLD_MATCH, NULL);
  return out;
}

/* The office and the name together. */
static isnad_span with_role(const isnad_name_note *name) {
  isnad_span span = name->span;
  if (name->role.begin < span.begin) span.begin = name->role.begin;
  if (name->role.end > span.end) span.end = name->role.end;
  return span;
}

/* What follows the second word may be read on the one page and not on the other; of "Abd Allah" and the like the third belongs to the first. */
static isnad_slice first_names(isnad_slice words) {
  size_t blanks = 0, most = words.length > 6 && telling_begins(words, LETTER_AIN) ? 3 : 2;
  for (size_t i = 0; i < words.length; i++) {
    blanks += words.bytes[i] == ' ';
    if (blanks == most) return (isnad_slice){words.bytes, i};
  }
  return words;
}

/* A person whom no table knows is one across reports by all his names, if there are two. */
static isnad_slice bearer_of(claim_telling *t, const isnad_name_note *name) {
  bool local = name->entity.length > 0 && name->entity.bytes[0] == '@';
  if (!local || memchr(name->canonical.bytes, ' ', name->canonical.length) == NULL) return name->entity;
  isnad_slice words = first_names(folded(t, name->canonical));
  return isnad_arena_printf(t->s->arena, TOLD_BY_NAME "%.*s", (int)words.length, words.bytes);
}

/* A facility that no table knows is one across reports by its noun and the word behind, unless that is said of many ("a state hospital"). */
static isnad_slice facility_of(claim_telling *t, const isnad_name_note *name) {
  bool local = name->entity.length > 0 && name->entity.bytes[0] == '@';
  isnad_slice words = folded(t, name->canonical);
  const char *blank = words.length > 0 ? memchr(words.bytes, ' ', words.length) : NULL;
  if (!local || blank == NULL) return name->entity;
  words = first_names(words);
  isnad_slice second = {blank + 1, words.length - (size_t)(blank + 1 - words.bytes)};
  if (isnad_arabic_frequency(isnad_token_hash(second)) > MOST_PROPER) return name->entity;
  return isnad_arena_printf(t->s->arena, TOLD_BY_NAME "%.*s", (int)words.length, words.bytes);
}

/* An office of which one person at a time is the holder: a row of role office, and a word that says of what, unless the row says it all. */
static bool one_holds(const claim_scan *s, size_t first, size_t last) {
  isnad_phrase room[CLAIM_HITS];
  const isnad_phrase *hits = NULL;
  size_t count = first < last ? claim_listed_at(&hits, room, &s->listing, first) : 0;
  for (size_t i = 0; i < count; i++)
    if (isnad_claim_words_rows[hits[i].row].role == ISNAD_CLAIM_WORDS_ROLE_OFFICE) return first + hits[i].count < last;
  return false;
}

/* "The former minister", "appointed in the place of": the office had, or will have, another holder. */
static bool changes_hands(const claim_scan *s) {
  for (size_t i = 0; i < s->word_count; i++)
    if (isnad_slice_equal(isnad_slice_of(s->words[i].row->key), isnad_slice_of("former"))) return true;
  return false;
}

/* Who holds an office: the same told the other way round. */
static bool tell_holder(claim_telling *t, const isnad_name_note *name, isnad_slice office, isnad_span where) {
  claim_scan *s = t->s;
  const claim_sentence *sentence = claim_sentence_at(s, name->span.begin);
  if (sentence == NULL || where.end > sentence->span.end || where.begin < sentence->span.begin) return true;
  if (!claim_look_at(s, sentence)) return false;
  size_t first = claim_token_at(s, where.begin), last = isnad_tokens_seek(s->tokens, where.end);
  if (!one_holds(s, first, last) || changes_hands(s)) return true;
  isnad_prepared_told *told = telling_add(t);
  if (told == NULL) return false;
  isnad_slice value = bearer_of(t, name), role = isnad_slice_at(s->page->text, where);
  isnad_span span = {where.begin < name->span.begin ? where.begin : name->span.begin, where.end > name->span.end ? where.end : name->span.end};
  *told = (isnad_prepared_told){.kind = "name", .span = span, .subject_name = role, .value = value, .value_name = name->canonical};
  told->subject = isnad_arena_printf(s->arena, "office:%.*s", (int)office.length, office.bytes);
  told->terms = telling_terms(s, sentence->first, sentence->last, claim_token_at(s, name->span.begin), isnad_tokens_seek(s->tokens, name->span.end));
  return told->terms.bytes != NULL;
}

/* The office without whose it is ("the Moroccan minister of energy" is the minister of energy), as folded; the whole when nothing else is left. */
static isnad_slice office_of(claim_telling *t, const isnad_name_note *name, isnad_slice whole) {
  const isnad_tokens *tokens = t->s->tokens;
  size_t first = claim_token_at(t->s, name->role.begin), last = isnad_tokens_seek(tokens, name->role.end), kept = 0;
  isnad_slice out = {NULL, 0};
  for (size_t at = first; at < last; at++) {
    isnad_slice form = isnad_token_form(tokens, at);
    if (told_is_adjective(tokens, at)) continue;
    out = isnad_arena_printf(t->s->arena, "%.*s%s%.*s", (int)out.length, out.bytes != NULL ? out.bytes : "", kept++ > 0 ? " " : "", (int)form.length,
                             form.bytes);
  }
  return kept > 1 ? out : whole;
}

/* "The governor of Adrar Abd Allah X", where the names have the person without his office: a word for an office of which one is the holder, and
 * behind it, up to the name, nothing but a place or a body, the name right before. {n, n}: none. */
static isnad_span office_before(claim_telling *t, const isnad_name_note *name, const isnad_name_note *n) {
  const claim_scan *s = t->s;
  const claim_sentence *sentence = claim_sentence_at(s, name->span.begin);
  size_t at = claim_token_at(s, name->span.begin), first = at;
  bool of = n != NULL && (n->type == ISNAD_NAME_PLACE || n->type == ISNAD_NAME_ORGANIZATION);
  if (sentence == NULL || !of || n->span.begin < sentence->span.begin || isnad_tokens_seek(s->tokens, n->span.end) != at) return (isnad_span){0, 0};
  first = claim_token_at(s, n->span.begin);
  for (size_t back = 1; first < at && back <= OFFICE_WORDS && first >= sentence->first + back; back++) {
    isnad_phrase room[CLAIM_HITS];
    const isnad_phrase *hits = NULL;
    size_t count = claim_listed_at(&hits, room, &s->listing, first - back);
    for (size_t i = 0; i < count; i++)
      if (isnad_claim_words_rows[hits[i].row].role == ISNAD_CLAIM_WORDS_ROLE_OFFICE && hits[i].count == back && hits[i].cut == 0)
        return (isnad_span){s->tokens->items[first - back].span.begin, s->tokens->items[at - 1].span.end};
  }
  return (isnad_span){0, 0};
}

static bool tell_office(claim_telling *t, const isnad_name_note *name, const isnad_name_note *before) {
  if (name->type != ISNAD_NAME_PERSON || name->form != ISNAD_FORM_NAME) return true;
  if (name->role.begin == name->role.end) {
    isnad_span where = memchr(name->canonical.bytes, ' ', name->canonical.length) != NULL ? office_before(t, name, before) : (isnad_span){0, 0};
    return where.begin == where.end || tell_holder(t, name, folded(t, isnad_slice_at(t->s->page->text, where)), where);
  }
  isnad_prepared_told *told = telling_add(t);
  if (told == NULL) return false;
  isnad_slice role = isnad_slice_at(t->s->page->text, name->role), office = folded(t, role);
  *told = (isnad_prepared_told){"office", with_role(name), bearer_of(t, name), name->canonical, office_of(t, name, office), role, {NULL, 0}};
  return told->value.bytes != NULL && tell_holder(t, name, office, name->role);
}

bool telling_begins(isnad_slice word, unsigned letter) {
  unsigned bytes = (0xC0u | letter >> 6) << 8 | (0x80u | (letter & 0x3F));
  return word.length >= 2 && ((unsigned)(unsigned char)word.bytes[0] << 8 | (unsigned char)word.bytes[1]) == bytes;
}

bool telling_leads(const claim_scan *s, size_t at, const isnad_name_note *place) {
  isnad_slice form = isnad_token_form(s->tokens, at), whole = isnad_slice_at(s->page->text, s->tokens->items[at].span);
  isnad_phrase head;
  if (form.length == 4 && telling_begins(form, LETTER_FEH)) return true;
  bool joined = s->tokens->items[at].span.begin < place->span.begin && place->span.begin < s->tokens->items[at].span.end;
  bool of_kind = s->tokens->items[at].span.end <= place->span.begin &&
                 isnad_phrases_at(&head, 1, s->tokens, at, 1u << ISNAD_TABLE_PLACE_HEADS, ISNAD_PHRASE_CUT) > 0 && head.cut > 0;
  return (joined || of_kind) && whole.length > 2 && telling_begins(whole, LETTER_BEH);
}

/* A facility, and "in" with the name of a place right behind it. */
static bool tell_place(claim_telling *t, const isnad_name_note *name, const isnad_name_note *next) {
  const claim_scan *s = t->s;
  if (name->type != ISNAD_NAME_FACILITY || next->type != ISNAD_NAME_PLACE || next->span.begin < name->span.end) return true;
  const claim_sentence *sentence = claim_sentence_at(s, name->span.begin);
  size_t end = isnad_tokens_seek(s->tokens, name->span.end), at = claim_token_at(s, next->span.begin);
  if (sentence == NULL || at > end + REACH || at >= sentence->last) return true;
  if (!telling_leads(s, at, next) && !(at > end && telling_leads(s, at - 1, next))) return true;
  isnad_prepared_told *told = telling_add(t);
  if (told == NULL) return false;
  *told = (isnad_prepared_told){"place",  {name->span.begin, next->span.end}, facility_of(t, name), name->canonical, next->entity, next->canonical,
                                {NULL, 0}};
  return true;
}

isnad_status claim_prepare_told(isnad_prepared_told **out, size_t *count, claim_scan *s) {
  const isnad_article *a = s->article;
  claim_telling t = {.s = s};
  for (size_t i = 0; i < a->name_count; i++) {
    bool kept =
        tell_office(&t, &a->names[i], i > 0 ? &a->names[i - 1] : NULL) && (i + 1 == a->name_count || tell_place(&t, &a->names[i], &a->names[i + 1]));
    if (!kept) return isnad_arena_fail(s->err, s->arena, "claim");
  }
  if (!telling_events(&t) || !telling_minutes(&t) || !telling_none(&t)) return isnad_arena_fail(s->err, s->arena, "claim");
  *out = t.items;
  *count = t.count;
  return ISNAD_OK;
}
