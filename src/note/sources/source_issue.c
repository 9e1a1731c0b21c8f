/* Documents that a body is told to publish or to speak in: "the organisation published | a report", "accused the army in | a report". The names are
 * known, and the sources are in page order. */
#include "note/quotes/quote.h"
#include "note/sources/citation.h"

#include <string.h>

/* A written thing at token `at` of a unit, which ends before token `last`. */
typedef struct paper {
  const note_unit *unit;
  size_t at, last;
} paper;

static isnad_span span_of(const note_scan *s, const paper *p) {
  return (isnad_span){cited_token(s, p->at)->span.begin, cited_token(s, p->last - 1)->span.end};
}

static bool is_cited(const note_scan *s, size_t count, isnad_span span) {
  enum { NEAR = 5 };
  size_t from = note_source_from(s, count, span.begin);
  for (size_t i = from > NEAR ? from - NEAR : 0; i < count && i < from + NEAR; i++) {
    isnad_span named = s->sources[i].named.span;
    if (named.begin < span.end && span.begin < named.end) return true;
  }
  return false;
}

/* "A report | yearly", "decrees | of the republic": the adjectives of the noun, which has no article. */
static size_t adjectives_end(const note_scan *s, const note_unit *unit, size_t at) {
  enum { MOST = 2 };
  for (size_t n = 0; n < MOST && cited_is_word(s, unit, at) && !note_is_definite(s, unit, at) && !cited_ends_name(unit, at); n++, at++) {
    bool accusative = word_ends_in(cited_form(s, at), LETTER_YEH, LETTER_ALEF);
    if (!accusative && cited_adjective_at(s, at) == CITED_NO_ADJECTIVE) break;
  }
  return at;
}

/* Without the ending of the accusative, and without the pronoun of whose it is. */
static isnad_slice without_ending(isnad_slice noun) {
  enum { FATHATAN = 0x64B };
  static const unsigned cases[] = {FATHATAN, LETTER_ALEF, FATHATAN};
  isnad_slice whole = noun;
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
    if (word_ends(noun, cases[i])) noun.length -= WORD_LETTER;
  if (word_ends(noun, LETTER_HEH)) return (isnad_slice){noun.bytes, noun.length - WORD_LETTER};
  return word_ends_in(whole, LETTER_HEH, LETTER_MEEM) ? (isnad_slice){whole.bytes, whole.length - 2 * WORD_LETTER} : noun;
}

/* "Report of the ministry": the noun without the ending of its case, and whose it is. */
static isnad_slice name_of(note_scan *s, const paper *p, isnad_slice owner) {
  isnad_slice noun = isnad_slice_at(s->page->text, cited_token(s, p->at)->span);
  noun = without_ending(noun);
  char *name = isnad_arena_array(s->arena, noun.length + 1 + owner.length, 1);
  s->failed = name == NULL;
  if (s->failed) return noun;
  memcpy(name, noun.bytes, noun.length);
  name[noun.length] = ' ';
  memcpy(name + noun.length + 1, owner.bytes, owner.length);
  return (isnad_slice){name, noun.length + 1 + owner.length};
}

/* The verb of publishing before the noun, with its subject between; NULL: none. */
static const isnad_phrase *publisher(const note_scan *s, const paper *p) {
  enum { FAR = 9 };
  for (size_t back = 1; back <= FAR && p->at >= p->unit->first + back; back++) {
    size_t at = p->at - back;
    if (note_has_word(p->unit, at, ISNAD_QUOTE_WORDS_ROLE_THAT) || cited_is_mark(s, at, ".")) return NULL;
    const isnad_phrase *verb = note_hit_at(p->unit, at, ISNAD_TABLE_TRIGGERS);
    if (verb == NULL || cited_trigger(verb)->form != ISNAD_TRIGGERS_FORM_VERB) continue;
    return note_has_word(p->unit, at, ISNAD_QUOTE_WORDS_ROLE_PUBLISHES) && cited_is_verb(s, p->unit, verb) ? verb : NULL;
  }
  return NULL;
}

/* "Lyon | issued a statement": the body whose name stands right before the verb, or right behind it. */
static const isnad_name_note *body_at(const note_scan *s, const note_unit *unit, const isnad_phrase *verb) {
  size_t behind = verb->first + verb->count;
  const isnad_name_note *name = cited_is_word(s, unit, behind) ? note_name_at(s, behind) : NULL;
  if (name != NULL && name->type == ISNAD_NAME_ORGANIZATION) return name;
  enum { LONGEST = 5 };
  for (size_t back = 1; back <= LONGEST && verb->first >= unit->first + back; back++) {
    if (!cited_is_word(s, unit, verb->first - back)) return NULL;
    name = note_name_at(s, verb->first - back);
    if (name == NULL || name->type != ISNAD_NAME_ORGANIZATION) continue;
    return name->span.end == cited_token(s, verb->first - 1)->span.end ? name : NULL;
  }
  return NULL;
}

static void add(note_scan *s, const paper *p, isnad_span span, isnad_slice id, isnad_slice owner) {
  const isnad_phrase *word = note_word_at(p->unit, p->at, ISNAD_QUOTE_WORDS_ROLE_WRITTEN);
  isnad_slice name = name_of(s, p, owner);
  if (s->failed) return;
  note_add_source(s, &(isnad_source_note){.span = span,
                                          .named = {id, name, span_of(s, p), {NULL, ISNAD_TABLE_QUOTE_WORDS, word->row}},
                                          .kind = ISNAD_SOURCE_DOCUMENT,
                                          .scope = ISNAD_SCOPE_SENTENCE});
}

/* "Published | a report": the document stands for the body, which is told to publish it. A medium is a source of its own. */
static void read_published(note_scan *s, const paper *p, size_t count) {
  const isnad_phrase *verb = publisher(s, p);
  if (verb == NULL) return;
  size_t index = note_source_from(s, count, verb->span.begin);
  if (index < count && s->sources[index].span.begin == verb->span.begin) {
    isnad_source_note *source = &s->sources[index];
    if (source->kind != ISNAD_SOURCE_OFFICIAL || source->named.span.end > cited_token(s, p->at)->span.begin) return;
    source->named.name = name_of(s, p, source->named.name);
    source->named.span = span_of(s, p);
    source->kind = ISNAD_SOURCE_DOCUMENT;
    if (source->span.end < source->named.span.end) source->span.end = source->named.span.end;
    return;
  }
  const isnad_name_note *body = body_at(s, p->unit, verb);
  isnad_span span = {verb->span.begin, span_of(s, p).end};
  if (body != NULL && body->entity.length > 0) add(s, p, span, body->entity, body->canonical);
}

/* "The organisation accused, on Monday, | in a report": the document in which a body that is cited speaks. */
static void read_spoken_in(note_scan *s, const paper *p, size_t count) {
  enum { FAR = 4 };
  size_t in = p->at - 1, index = note_source_from(s, count, cited_token(s, in)->span.begin);
  if (index == 0) return;
  const isnad_source_note *source = &s->sources[index - 1];
  size_t at = isnad_tokens_seek(&s->page->tokens, source->span.end);
  bool speaks = source->kind == ISNAD_SOURCE_OFFICIAL && source->named.name.length > 0 && at <= in && at + FAR >= in && at > p->unit->first;
  for (; speaks && at < in; at++)
    speaks = cited_token(s, at)->kind == ISNAD_TOKEN_PUNCT || note_has_hit(p->unit, at, ISNAD_TABLE_WEEKDAYS) ||
             note_has_hit(p->unit, at, ISNAD_TABLE_TIME_WORDS);
  isnad_span span = {cited_token(s, in)->span.begin, span_of(s, p).end};
  if (speaks) add(s, p, span, source->named.id, source->named.name);
}

static void read_unit(note_scan *s, const note_unit *unit, size_t count) {
  const uint32_t words = 1u << NOTE_QUIET;
  for (size_t at = note_next_of(unit, unit->first + 1, words); at < unit->last && !s->failed; at = note_next_of(unit, at + 1, words)) {
    const isnad_phrase *word = note_word_at(unit, at, ISNAD_QUOTE_WORDS_ROLE_WRITTEN);
    if (word == NULL || word->cut > 0 || !cited_is_word(s, unit, at)) continue;
    paper p = {unit, at, adjectives_end(s, unit, at + word->count)};
    if (is_cited(s, count, span_of(s, &p))) continue;
    if (note_has_word(unit, at - 1, ISNAD_QUOTE_WORDS_ROLE_IN))
      read_spoken_in(s, &p, count);
    else
      read_published(s, &p, count);
  }
}

void source_issues(note_scan *s) {
  size_t sorted = s->source_count;
  for (size_t i = 0; i < s->unit_count && !s->failed; i++)
    if (!s->units[i].headline) read_unit(s, &s->units[i], sorted);
}
