/* Who is meant by a source that its own words do not name: whose a document is, and which source "the report", "the spokesman", "the same source"
 * tells again. Sources are in page order, the names and the quotes are known. */
#include "note/quotes/quote.h"
#include "note/sources/citation.h"

#include <string.h>

enum { ARTICLE = 2 * WORD_LETTER };

static size_t token_of(const note_scan *s, uint32_t offset) {
  size_t at = isnad_tokens_seek(&s->page->tokens, offset + 1);
  return at > 0 ? at - 1 : 0;
}

static const note_unit *unit_of(const note_scan *s, size_t at) {
  size_t low = 0, high = s->unit_count;
  if (s->unit_count > 0 && s->units[0].headline) { /* the headline comes first, wherever it stands on the page */
    if (s->units[0].first <= at && at < s->units[0].last) return &s->units[0];
    low = 1;
  }
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (s->units[middle].last <= at)
      low = middle + 1;
    else
      high = middle;
  }
  return low < s->unit_count && s->units[low].first <= at ? &s->units[low] : NULL;
}

/* A word as a noun by itself: without li and the article. */
static isnad_slice bare(const note_scan *s, size_t at) {
  isnad_slice form = cited_form(s, at);
  bool article = word_begins(form, LETTER_ALEF, LETTER_LAM) || word_begins(form, LETTER_LAM, LETTER_LAM);
  return article && form.length > ARTICLE + WORD_LETTER ? (isnad_slice){form.bytes + ARTICLE, form.length - ARTICLE} : form;
}

/* The noun at an offset of the text, which may lie behind a proclitic ("according to a | report"). */
static isnad_slice noun_at(const note_scan *s, uint32_t offset) {
  size_t at = token_of(s, offset);
  isnad_slice form = cited_form(s, at);
  size_t cut = offset - cited_token(s, at)->span.begin;
  if (cut == WORD_LETTER && form.length > ARTICLE && !word_begins(form, LETTER_LAM, LETTER_LAM))
    return (isnad_slice){form.bytes + cut, form.length - cut};
  return bare(s, at);
}

static bool is_definite(const note_scan *s, size_t at) { return bare(s, at).length < cited_form(s, at).length; }

static void take(isnad_source_note *source, isnad_slice id, isnad_slice name) {
  source->named.id = id;
  if (name.length > 0) source->named.name = name;
}

/* --- whose a document is --- */

/* "The statement of | the ministry": the noun and whose it is, as a name. */
static void own(note_scan *s, isnad_source_note *source, isnad_slice id, isnad_slice owner) {
  isnad_slice noun = isnad_slice_at(s->page->text, (isnad_span){source->named.span.begin, cited_token(s, token_of(s, source->named.span.begin))->span.end});
  if (word_begins(noun, LETTER_ALEF, LETTER_LAM)) noun = (isnad_slice){noun.bytes + ARTICLE, noun.length - ARTICLE};
  char *name = isnad_arena_array(s->arena, noun.length + 1 + owner.length, 1);
  if (name == NULL) {
    s->failed = true;
    return;
  }
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
    if (made == NULL || cited_trigger(made)->form != ISNAD_TRIGGERS_FORM_RELATIVE || made->first + made->count >= end) continue;
    size_t stop = made->first + made->count;
    while (stop < end && !note_has_hit(unit, stop, ISNAD_TABLE_VERBS)) stop++; /* the verb of the document itself */
    if (stop == made->first + made->count) continue;
    isnad_span words = {cited_token(s, made->first + made->count)->span.begin, cited_token(s, stop - 1)->span.end};
    own(s, source, (isnad_slice){NULL, 0}, note_name_text(s, words));
    return true;
  }
  return false;
}

/* In the words of the document, or in the clause that tells who made it: "a report | of the United Nations", "results | that the commission
 * published". */
static bool issued(note_scan *s, isnad_source_note *source, const note_unit *unit) {
  enum { CLAUSE = 6 };
  size_t first = token_of(s, source->named.span.begin), last = isnad_tokens_seek(&s->page->tokens, source->named.span.end);
  const isnad_name_note *name = named_among(s, first + 1, last);
  bool inside = name != NULL, of = note_word_at(unit, last, ISNAD_QUOTE_WORDS_ROLE_OF) != NULL;
  if (name == NULL && of && last + 1 < unit->last) name = named_among(s, last + 1, last + 2); /* "a statement | from the ministry" */
  for (size_t at = last; name == NULL && at < unit->last && at < last + 2; at++) {
    const isnad_phrase *made = note_hit_at(unit, at, ISNAD_TABLE_TRIGGERS), *from = note_word_at(unit, at, ISNAD_QUOTE_WORDS_ROLE_ISSUED);
    if (made != NULL && cited_trigger(made)->form != ISNAD_TRIGGERS_FORM_RELATIVE) made = NULL;
    if (made == NULL && from == NULL) continue;
    size_t behind = made != NULL ? made->first + made->count : from->first + from->count;
    name = named_among(s, behind, behind + CLAUSE < unit->last ? behind + CLAUSE : unit->last);
    break;
  }
  if (name == NULL) return made_by(s, source, unit, last);
  if (inside)
    source->named.id = name->entity;
  else
    own(s, source, name->entity, name->canonical);
  return true;
}

/* The quote whose speaker the document is: the reader of quotes may know who made it. */
static bool spoken(note_scan *s, isnad_source_note *source) {
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
    if (note_word_at(unit, at - back, ISNAD_QUOTE_WORDS_ROLE_ISSUES) != NULL ||
        note_word_at(unit, at - back, ISNAD_QUOTE_WORDS_ROLE_PUBLISHES) != NULL)
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
  for (size_t i = s->quote_count; best == NULL && i > 0; i--) {
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
static bool issued_before(note_scan *s, size_t index, const note_unit *unit) {
  enum { LOOKED_AT = 400 };
  isnad_source_note *source = &s->sources[index];
  size_t first = token_of(s, source->named.span.begin), looked = 0;
  isnad_slice noun = bare(s, first);
  for (const note_unit *u = unit; u >= s->units && !u->headline && looked < LOOKED_AT; u--) {
    for (size_t at = u->last < first ? u->last : first; at > u->first && looked < LOOKED_AT; at--, looked++) {
      if (cited_token(s, at - 1)->kind != ISNAD_TOKEN_WORD || !mentions(s, at - 1, noun)) continue;
      if (!is_put_forth(s, u, at - 1, word_letter_at(cited_form(s, at - 1), 0, LETTER_BEH) && !word_letter_at(noun, 0, LETTER_BEH))) continue;
      uint32_t place = cited_token(s, at - 1)->span.begin;
      return who_spoke(s, source, index, cited_token(s, u->first)->span.begin, place, cited_token(s, u->last - 1)->span.end);
    }
    if (u == s->units) break;
  }
  return false;
}

/* --- who is told again --- */

/* Where a source's noun stands in its citation: at its head, or behind the verb, before the name of who bears the office. */
static bool bears_noun(const note_scan *s, const isnad_source_note *before, isnad_slice noun) {
  size_t first = token_of(s, before->named.span.begin), begin = token_of(s, before->span.begin);
  if (isnad_slice_equal(noun_at(s, before->named.span.begin), noun)) return true;
  return begin + 1 < first && isnad_slice_equal(bare(s, begin + 1), noun);
}

static bool same_kind(const isnad_source_note *a, const isnad_source_note *b) {
  bool people = (a->kind == ISNAD_SOURCE_ANONYMOUS && b->kind == ISNAD_SOURCE_OFFICIAL) ||
                (a->kind == ISNAD_SOURCE_OFFICIAL && b->kind == ISNAD_SOURCE_ANONYMOUS);
  return a->kind == b->kind || people;
}

/* "The sources", "the same sources" themselves, which nothing told more of. */
static bool tells_no_more(const note_scan *s, const isnad_source_note *source, isnad_slice noun) {
  size_t first = token_of(s, source->named.span.begin);
  const note_unit *unit = unit_of(s, first);
  const isnad_phrase *same = unit != NULL ? note_word_at(unit, first, ISNAD_QUOTE_WORDS_ROLE_SAME) : NULL;
  return source->named.name.length <= noun.length + ARTICLE || (same != NULL && same->count > 1 && is_definite(s, first));
}

/* "The report", "the same sources" behind "a report of the bank", "military sources": the last one of that noun. */
static bool told_again(note_scan *s, size_t index) {
  enum { REMEMBERED = 40 };
  isnad_source_note *source = &s->sources[index];
  isnad_slice noun = bare(s, token_of(s, source->named.span.begin));
  for (size_t i = index; i > 0 && index - i < REMEMBERED; i--) {
    const isnad_source_note *before = &s->sources[i - 1];
    if (before->scope == ISNAD_SCOPE_ARTICLE || !same_kind(before, source) || !bears_noun(s, before, noun)) continue;
    if (before->named.id.length == 0 && tells_no_more(s, before, noun)) continue;
    take(source, before->named.id, before->named.name);
    if (source->kind == ISNAD_SOURCE_OFFICIAL && before->kind == ISNAD_SOURCE_ANONYMOUS) source->kind = before->kind;
    return true;
  }
  return false;
}

/* The person whose name begins at a token becomes the source. */
static bool take_named(const note_scan *s, isnad_source_note *source, size_t at) {
  const isnad_name_note *name = note_name_at(s, at);
  bool person = name != NULL && name->type == ISNAD_NAME_PERSON && name->form == ISNAD_FORM_NAME && name->entity.length > 0 &&
                name->span.begin == cited_token(s, at)->span.begin;
  if (!person) return false;
  source->named.span = name->span;
  source->span.end = name->span.end;
  source->kind = ISNAD_SOURCE_OFFICIAL;
  take(source, name->entity, name->canonical);
  return true;
}

/* "The doctor of the Brazilian team | X": the name right behind words that are closed names who they are. */
static bool named_behind(const note_scan *s, isnad_source_note *source, const note_unit *unit) {
  size_t first = token_of(s, source->named.span.begin), last = isnad_tokens_seek(&s->page->tokens, source->named.span.end);
  if (last <= first || !cited_is_word(s, unit, last) || source->span.end != source->named.span.end) return false;
  bool closed = note_is_definite(s, unit, last - 1) && note_has_hit(unit, first, ISNAD_TABLE_TITLES);
  const isnad_phrase *title = note_hit_at(unit, first, ISNAD_TABLE_TITLES), *called = note_word_at(unit, last, ISNAD_QUOTE_WORDS_ROLE_NAMES);
  if (called != NULL && called->cut == 0 && note_has_hit(unit, last, ISNAD_TABLE_QUOTE_WORDS) && cited_is_word(s, unit, last + called->count))
    return take_named(s, source, last + called->count); /* "a survivor | called X" */
  const isnad_phrase *verb = first > unit->first ? note_hit_at(unit, first - 1, ISNAD_TABLE_VERBS) : NULL;
  if (!closed || last <= first + 1 || isnad_titles_rows[title->row].number != ISNAD_TITLES_NUMBER_S) return false;
  if (verb != NULL && isnad_verbs_rows[verb->row].force == ISNAD_VERBS_FORCE_TELLS) return false; /* "told | X" */
  return take_named(s, source, last);
}

/* One definite word, or one with "the same" before or behind it: words that tell of somebody known. */
static bool is_short(const note_scan *s, const note_unit *unit, const isnad_source_note *source) {
  size_t first = token_of(s, source->named.span.begin), last = isnad_tokens_seek(&s->page->tokens, source->named.span.end);
  const isnad_phrase *same = note_word_at(unit, first, ISNAD_QUOTE_WORDS_ROLE_SAME);
  return is_definite(s, first) && (last == first + 1 || (same != NULL && same->first + same->count >= last) || last == first + 2);
}

static bool may_be_told_again(isnad_source_kind kind) {
  return kind == ISNAD_SOURCE_DOCUMENT || kind == ISNAD_SOURCE_OFFICIAL || kind == ISNAD_SOURCE_ANONYMOUS || kind == ISNAD_SOURCE_OUTLET ||
         kind == ISNAD_SOURCE_AGENCY;
}

static void identify(note_scan *s, size_t index) {
  isnad_source_note *source = &s->sources[index];
  if (source->named.id.length > 0 || source->scope == ISNAD_SCOPE_ARTICLE || !may_be_told_again(source->kind)) return;
  const note_unit *unit = unit_of(s, token_of(s, source->span.begin));
  if (unit == NULL) return;
  bool document = source->kind == ISNAD_SOURCE_DOCUMENT;
  if (!document && named_behind(s, source, unit)) return;
  if (document && issued(s, source, unit)) return;
  size_t first = token_of(s, source->named.span.begin), last = isnad_tokens_seek(&s->page->tokens, source->named.span.end);
  if (last <= first || last > unit->last || !is_short(s, unit, source)) return;
  if (told_again(s, index) || !document || last > first + 1) return;
  if (!spoken(s, source) && !s->failed) issued_before(s, index, unit);
}

void source_identities(note_scan *s) {
  for (size_t i = 0; i < s->source_count && !s->failed; i++) identify(s, i);
}
