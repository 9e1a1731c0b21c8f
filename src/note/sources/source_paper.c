/* Whose a document is: by its own words, by the clause that tells who made it, by the quote that it speaks, by who spoke where a statement was put
 * forth. */
#include "note/sources/source_noun.h"

#include "note/sources/citation_part.h"

#include <string.h>

static void take(isnad_source_note *source, isnad_slice id, isnad_slice name) {
  source->named.id = id;
  if (name.length > 0) source->named.name = name;
}

/* "The statement of | the ministry": the noun and whose it is, as a name. */
static void own(note_scan *s, isnad_source_note *source, isnad_slice id, isnad_slice owner) {
  isnad_slice noun =
      isnad_slice_at(s->page->text, (isnad_span){source->named.span.begin, cited_token(s, source_token(s, source->named.span.begin))->span.end});
  if (word_begins(noun, LETTER_ALEF, LETTER_LAM) || word_begins(noun, LETTER_LAM, LETTER_LAM))
    noun = (isnad_slice){noun.bytes + ARTICLE, noun.length - ARTICLE};
  char *name = isnad_arena_array(s->arena, noun.length + 1 + owner.length, 1);
  s->failed = name == NULL;
  if (s->failed) return;
  memcpy(name, noun.bytes, noun.length);
  name[noun.length] = ' ';
  memcpy(name + noun.length + 1, owner.bytes, owner.length);
  take(source, id, (isnad_slice){name, noun.length + 1 + owner.length});
}

static bool is_issuer(const isnad_name_note *name) {
  return name->entity.length > 0 && (name->type == ISNAD_NAME_ORGANIZATION || name->type == ISNAD_NAME_OUTLET || name->type == ISNAD_NAME_PERSON);
}

/* The first body or person who is named among tokens [first, last). */
static const isnad_name_note *named_among(const note_scan *s, size_t first, size_t last) {
  for (size_t at = first; at < last; at++) {
    const isnad_name_note *name = cited_token(s, at)->kind == ISNAD_TOKEN_WORD ? note_name_at(s, at) : NULL;
    if (name != NULL && is_issuer(name)) return name;
  }
  return NULL;
}

/* "Results | that the higher commission published": the words of the clause that was read with the document, where no name is known in them. */
static bool made_by(note_scan *s, isnad_source_note *source, const note_unit *unit, size_t last) {
  size_t end = isnad_tokens_seek(&s->page->tokens, source->span.end);
  for (size_t at = last; at < end && at < unit->last; at++) {
    const isnad_phrase *made = note_hit_at(unit, at, ISNAD_TABLE_TRIGGERS);
    if (made == NULL || cited_trigger(made)->form != ISNAD_TRIGGERS_FORM_RELATIVE || made->first + made->count >= end ||
        cited_trigger(made)->force == ISNAD_TRIGGERS_FORCE_OBTAINS)
      continue;
    size_t stop = made->first + made->count;
    while (stop < end && !note_has_hit(unit, stop, ISNAD_TABLE_VERBS)) stop++; /* the verb of the document itself */
    if (stop == made->first + made->count) continue;
    isnad_span words = {cited_token(s, made->first + made->count)->span.begin, cited_token(s, stop - 1)->span.end};
    own(s, source, (isnad_slice){NULL, 0}, note_name_text(s, words));
    return true;
  }
  return false;
}

/* "A report | of "X"", "a report | of the agency X": li before a medium, which is cited for itself besides. */
static const isnad_name_note *medium_behind(const note_scan *s, const note_unit *unit, size_t first, size_t last) {
  enum { NEAR = 4 };
  if (!cited_is_word(s, unit, last) || !word_letter_at(cited_form(s, last), 0, LETTER_LAM) || cited_is_addressed(unit, first)) return NULL;
  const isnad_phrase *head = note_hit_at(unit, last, ISNAD_TABLE_HEADS);
  bool lone = word_is_letter(cited_form(s, last), LETTER_LAM);
  bool noun = head != NULL && head->cut > 0 && isnad_heads_rows[head->row].kind <= ISNAD_HEADS_KIND_OUTLET;
  if (!lone && !noun && !note_is_medium(unit, last)) return NULL;
  for (size_t at = last + (lone || noun); at < unit->last && at < last + NEAR; at++) {
    const isnad_name_note *name = cited_token(s, at)->kind == ISNAD_TOKEN_WORD ? note_name_at(s, at) : NULL;
    if (name != NULL && name->type == ISNAD_NAME_OUTLET && name->entity.length > 0) return name;
    if (name == NULL && !cited_is_quote(s, unit, at)) return NULL;
  }
  return NULL;
}

/* "A statement | that the agency got", "that the television broadcast": who has it or carries it did not make it. Its report a medium makes. */
static bool is_passed_on(const note_unit *unit, size_t document, const isnad_phrase *verb, const isnad_name_note *name) {
  isnad_triggers_force force = cited_trigger(verb)->force;
  if (force == ISNAD_TRIGGERS_FORCE_OBTAINS) return true;
  bool own = note_has_word(unit, document, ISNAD_QUOTE_WORDS_ROLE_PAPER) || note_has_word(unit, document, ISNAD_QUOTE_WORDS_ROLE_RESEARCH);
  return force == ISNAD_TRIGGERS_FORCE_CARRIES && name->type == ISNAD_NAME_OUTLET && !own;
}

/* In the words of the document, or in the clause that tells who made it: "a report | of the United Nations", "results | that the commission
 * published". */
bool source_paper_issued(note_scan *s, isnad_source_note *source, const note_unit *unit) {
  enum { CLAUSE = 6 };
  size_t first = source_token(s, source->named.span.begin), last = isnad_tokens_seek(&s->page->tokens, source->named.span.end);
  const isnad_name_note *name = named_among(s, first + 1, last);
  bool inside = name != NULL, of = note_has_word(unit, last, ISNAD_QUOTE_WORDS_ROLE_OF);
  if (name == NULL && of && last + 1 < unit->last) name = named_among(s, last + 1, last + 2); /* "a statement | from the ministry" */
  if (name == NULL && last == first + 1) name = medium_behind(s, unit, first, last);
  for (size_t at = last; name == NULL && at < unit->last && at < last + 2; at++) {
    const isnad_phrase *made = note_hit_at(unit, at, ISNAD_TABLE_TRIGGERS), *from = note_word_at(unit, at, ISNAD_QUOTE_WORDS_ROLE_ISSUED);
    if (made != NULL && cited_trigger(made)->form != ISNAD_TRIGGERS_FORM_RELATIVE) made = NULL;
    if (made == NULL && from == NULL) continue;
    size_t behind = made != NULL ? made->first + made->count : from->first + from->count;
    size_t end = behind;
    while (end < unit->last && end < behind + CLAUSE && (end == behind || !note_has_hit(unit, end, ISNAD_TABLE_TRIGGERS))) end++;
    name = named_among(s, behind, end); /* another clause may tell of others */
    if (name != NULL && made != NULL && is_passed_on(unit, first, made, name)) name = NULL;
    break;
  }
  isnad_slice id, owner;
  if (name == NULL && last == first + 2 && source_owner_meant(s, source, last - 1, &id, &owner)) {
    own(s, source, id, owner);
    return true;
  }
  if (name == NULL) return made_by(s, source, unit, last);
  if (inside)
    source->named.id = name->entity;
  else
    own(s, source, name->entity, name->canonical);
  return true;
}

/* The quote whose speaker the document is: the reader of quotes may know who made it. */
bool source_paper_spoken(note_scan *s, isnad_source_note *source) {
  size_t low = 0, high = s->quote_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (s->quotes[middle].span.end <= source->span.begin)
      low = middle + 1;
    else
      high = middle;
  }
  for (size_t i = low; i < s->quote_count && i < low + 3; i++) {
    const isnad_quote_note *quote = &s->quotes[i];
    if (quote->speaker.begin != source->named.span.begin || quote->entity.length == 0) continue;
    own(s, source, quote->entity, quote->canonical);
    return true;
  }
  return false;
}

/* A mention of the noun without its article, with a pronoun or a preposition joined: "in a statement", "in its statement". */
static bool mentions(const note_scan *s, size_t at, isnad_slice noun) {
  enum { AROUND = 2 * WORD_LETTER };
  isnad_slice form = cited_form(s, at);
  size_t cut = form.length > noun.length && word_letter_at(form, 0, LETTER_BEH) ? WORD_LETTER : 0;
  return form.length >= noun.length + cut && form.length <= noun.length + cut + AROUND && memcmp(form.bytes + cut, noun.bytes, noun.length) == 0;
}

/* "In | a statement", "issued yesterday | a report": where somebody comes out with it. */
static bool is_put_forth(const note_scan *s, const note_unit *unit, size_t at, bool joined) {
  enum { NEAR = 4, BEFORE = 2 };
  if (joined) return true;
  for (size_t back = 1; back <= BEFORE && at >= unit->first + back; back++) { /* "in the latest | statement" */
    isnad_slice form = cited_form(s, at - back);
    if (form.length == 2 * WORD_LETTER && word_begins(form, LETTER_FEH, LETTER_YEH)) return true;
  }
  for (size_t back = 1; back <= NEAR && at >= unit->first + back; back++)
    if (note_has_word(unit, at - back, ISNAD_QUOTE_WORDS_ROLE_ISSUES) || note_has_word(unit, at - back, ISNAD_QUOTE_WORDS_ROLE_PUBLISHES))
      return true;
  return false;
}

/* Who spoke in tokens [first, last) of the text: the source or speaker nearest before `at`, else the first behind it. */
static bool who_spoke(note_scan *s, isnad_source_note *source, size_t index, uint32_t first, uint32_t at, uint32_t last) {
  const isnad_source_note *best = NULL;
  for (size_t i = index; i > 0 && s->sources[i - 1].span.begin >= first; i--) {
    const isnad_source_note *other = &s->sources[i - 1];
    bool speaks = other->kind == ISNAD_SOURCE_OFFICIAL && other->named.name.length > 0 && other->span.begin < last;
    if (!speaks || (other->span.begin > at && best != NULL && best->span.begin > at)) continue;
    best = other;
    if (other->span.begin < at) break;
  }
  for (size_t i = note_quote_from(s, last); best == NULL && i > 0; i--) {
    const isnad_quote_note *quote = &s->quotes[i - 1];
    if (quote->span.begin < first) break;
    if (quote->span.begin >= last || quote->entity.length == 0 || quote->anonymous) continue;
    own(s, source, quote->entity, quote->canonical);
    return true;
  }
  if (best == NULL) return false;
  own(s, source, best->named.id, best->named.name);
  return true;
}

/* "And the statement added": of whoever spoke where a statement was told of first. */
bool source_paper_before(note_scan *s, size_t index, const note_unit *unit) {
  enum { LOOKED_AT = 400 };
  isnad_source_note *source = &s->sources[index];
  size_t first = source_token(s, source->named.span.begin), looked = 0;
  isnad_slice noun = source_bare(s, first);
  for (const note_unit *u = unit; u >= s->units && !u->headline && looked < LOOKED_AT; u--) {
    for (size_t at = u->last < first ? u->last : first; at > u->first && looked < LOOKED_AT; at--, looked++) {
      if (cited_token(s, at - 1)->kind != ISNAD_TOKEN_WORD || !mentions(s, at - 1, noun)) continue;
      const isnad_name_note *whose = at < u->last && cited_token(s, at)->kind == ISNAD_TOKEN_WORD ? note_name_at(s, at) : NULL;
      if (whose != NULL && whose->type == ISNAD_NAME_ORGANIZATION && is_issuer(whose)) { /* "pointed to the statement of | the presidency" */
        own(s, source, whose->entity, whose->canonical);
        return true;
      }
      if (!is_put_forth(s, u, at - 1, word_letter_at(cited_form(s, at - 1), 0, LETTER_BEH) && !word_letter_at(noun, 0, LETTER_BEH))) continue;
      uint32_t place = cited_token(s, at - 1)->span.begin;
      return who_spoke(s, source, index, cited_token(s, u->first)->span.begin, place, cited_token(s, u->last - 1)->span.end);
    }
    if (u == s->units) break;
  }
  return false;
}

/* The name of a document does not begin with its noun: it is that of a person or a body. */
static bool named_otherwise(const isnad_source_note *source, isnad_slice noun) {
  bool short_noun = source->named.rule.table == ISNAD_TABLE_TRIGGERS || source->named.rule.table == ISNAD_TABLE_VERBS;
  return short_noun && source->named.rule.name == NULL && noun.length > 0 && source->named.name.length > 0 &&
         !isnad_slice_starts(source->named.name, noun) && source->scope != ISNAD_SCOPE_ARTICLE;
}

void source_paper_rename(note_scan *s, isnad_source_note *source) {
  if (source->kind != ISNAD_SOURCE_DOCUMENT || source->named.id.length == 0) return;
  if (named_otherwise(source, source_noun(s, source->named.span.begin))) own(s, source, source->named.id, source->named.name);
}
