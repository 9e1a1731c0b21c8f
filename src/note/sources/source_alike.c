/* A speaker and a source whom the same words tell are one, though two readers read them: what the one reader found out is told of both. It is asked
 * when both are whole. */
#include "note/quotes/quote.h"
#include "note/sources/source_noun.h"
#include "note/speakers/speaker_bearing.h"

#include <string.h>

/* A source and a speaker whose words begin at the same token of a unit. */
typedef struct alike {
  const note_scan *s;
  const note_unit *unit;
  size_t first; /* token */
  isnad_source_note *source;
  const isnad_quote_note *quote;
} alike;

static bool is_listed(isnad_slice id) { return id.length > 0 && id.bytes[0] != '@'; }

static bool is_person_id(isnad_slice id) { return isnad_slice_starts(id, isnad_slice_of("per.")); }

static size_t count_words(isnad_slice name) {
  size_t words = name.length > 0;
  for (size_t i = 0; i < name.length; i++) words += name.bytes[i] == ' ';
  return words;
}

/* The first word of a name without its article. */
static isnad_slice noun_of(isnad_slice name) {
  size_t length = 0;
  while (length < name.length && name.bytes[length] != ' ') length++;
  isnad_slice word = {name.bytes, length};
  bool article = length > ARTICLE + WORD_LETTER && word_begins(word, LETTER_ALEF, LETTER_LAM);
  return article ? (isnad_slice){word.bytes + ARTICLE, length - ARTICLE} : word;
}

/* The words of the speaker hold one of a role behind their first. */
static bool holds_role(const alike *a, isnad_quote_words_role role) {
  for (size_t at = a->first + 1; at < a->unit->last && cited_token(a->s, at)->span.begin < a->quote->speaker.end; at++)
    if (note_has_word(a->unit, at, role)) return true;
  return false;
}

/* "The first official": one of several, who is not simply the one told of last. */
static bool is_numbered(const alike *a) {
  bool more = a->first + 1 < a->unit->last && cited_token(a->s, a->first + 1)->span.begin < a->quote->speaker.end;
  return more && note_has_hit(a->unit, a->first + 1, ISNAD_TABLE_NUMBERS);
}

/* How much the words of the speaker tell; "the same source" tells no more than its noun. */
static size_t told_of_speaker(const alike *a) {
  size_t words = count_words(a->quote->canonical);
  return words == 2 && (note_has_word(a->unit, a->first, ISNAD_QUOTE_WORDS_ROLE_SAME) || holds_role(a, ISNAD_QUOTE_WORDS_ROLE_SAME)) ? 1 : words;
}

/* "An officer | who would not be named": words of the source that tell no more of him. */
static bool only_withholds(const alike *a) {
  size_t at = isnad_tokens_seek(&a->s->page->tokens, a->quote->speaker.end);
  if (!isnad_slice_starts(a->source->named.name, a->quote->canonical) || a->source->named.span.end <= a->quote->speaker.end) return false;
  if (at < a->unit->last && cited_token(a->s, at)->kind == ISNAD_TOKEN_PUNCT) at++;
  return note_has_word(a->unit, at, ISNAD_QUOTE_WORDS_ROLE_WITHHOLDS) || note_has_word(a->unit, at, ISNAD_QUOTE_WORDS_ROLE_BOILERPLATE);
}

/* The document that the speaker's words tell by an adjective at most, with whose it is. */
static bool tells_owner(const alike *a) {
  size_t words = told_of_speaker(a);
  if (!isnad_slice_equal(noun_of(a->source->named.name), noun_of(a->quote->canonical))) return false;
  if (count_words(a->source->named.name) < words + (words == 1)) return false;
  return is_listed(a->source->named.id) && words <= 2;
}

/* "The police", for which the article told of that of a town: more than the words themselves say. */
static bool is_resolved(const alike *a) {
  return count_words(a->quote->canonical) > 1 && !isnad_slice_equal(a->quote->canonical, note_name_text(a->s, a->quote->speaker));
}

/* "A member | of", "sources | Reuters" who were told, "experts | the collapse": words that were broken off, or ran on to the one spoken to or to what
 * is spoken of. */
static bool is_broken(const alike *a) {
  size_t last = isnad_tokens_seek(&a->s->page->tokens, a->quote->speaker.end);
  bool medium = a->source->kind != ISNAD_SOURCE_DOCUMENT && last > a->first + 1 && note_has_hit(a->unit, last - 1, ISNAD_TABLE_OUTLETS);
  if (last > a->first && last < a->unit->last && source_without_matter(a->s, a->unit, a->source, a->first, last) < last) return true;
  size_t own = isnad_tokens_seek(&a->s->page->tokens, a->source->named.span.end);
  if (a->source->kind == ISNAD_SOURCE_DOCUMENT && last == own + 1 && last < a->unit->last && !note_is_definite(a->s, a->unit, own) &&
      cited_adjective_at(a->s, own) == CITED_NO_ADJECTIVE && note_has_word(a->unit, last, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION))
    return true; /* "a first study | was done | on" */
  if (last > a->first + 1 && word_is_letter(cited_form(a->s, last - 1), LETTER_LAM)) return true;
  return medium || (last > a->first && note_has_word(a->unit, last - 1, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION));
}

/* Whether the source was read more fully than the speaker, who is known by his words alone. */
static bool source_is_fuller(const alike *a) {
  const isnad_named *named = &a->source->named;
  if (a->quote->entity.length > 0 || is_person_id(named->id)) return false;
  if (a->source->kind == ISNAD_SOURCE_DOCUMENT && named->id.length > 0) return tells_owner(a);
  if (is_listed(named->id))
    return !note_has_hit(a->unit, a->first, ISNAD_TABLE_TITLES) && !holds_role(a, ISNAD_QUOTE_WORDS_ROLE_IN) && !is_resolved(a);
  if (named->id.length > 0 || is_numbered(a) || only_withholds(a)) return false;
  return isnad_slice_equal(noun_of(named->name), noun_of(a->quote->canonical)) && count_words(named->name) > told_of_speaker(a);
}

/* "The police and witnesses": words of a speaker in which a second source stands. */
static bool holds_second(const alike *a) {
  const isnad_source_note *next = a->source + 1;
  return next < a->s->sources + a->s->source_count && next->named.span.begin >= a->source->named.span.end &&
         next->named.span.begin < a->quote->speaker.end;
}

static bool speaker_is_fuller(const alike *a) {
  const isnad_named *named = &a->source->named;
  bool people = a->source->kind == ISNAD_SOURCE_OFFICIAL || a->source->kind == ISNAD_SOURCE_ANONYMOUS;
  enum { LONGEST = 9 }; /* words: beyond it a clause tells of him, and is no name */
  if (named->id.length > 0 || holds_second(a)) return false;
  bool clause = a->source->kind != ISNAD_SOURCE_OFFICIAL && a->quote->entity.length == 0 && count_words(a->quote->canonical) > LONGEST;
  if (clause) return false;
  if (a->quote->entity.length > 0) return people && (is_listed(a->quote->entity) || count_words(a->quote->canonical) > 1);
  bool same = isnad_slice_equal(noun_of(named->name), noun_of(a->quote->canonical));
  if (!same) return people && !a->quote->anonymous && is_resolved(a); /* "the doctor of the team, | X", whom no table knows */
  return told_of_speaker(a) > count_words(named->name) && !is_broken(a);
}

/* The quotes of a speaker, who may be told only once, get what the source is called. */
static void give_quotes(note_scan *s, const isnad_source_note *source, size_t from) {
  enum { MOST = 64 };
  isnad_quote_note like = s->quotes[from];
  for (size_t i = from; i < s->quote_count && i < from + MOST; i++) {
    isnad_quote_note *quote = &s->quotes[i];
    bool same = quote->speaker.begin == like.speaker.begin && quote->speaker.end == like.speaker.end;
    if (!same || quote->entity.length > 0 || !isnad_slice_equal(quote->canonical, like.canonical)) continue;
    if (source->kind != ISNAD_SOURCE_DOCUMENT) quote->entity = source->named.id;
    quote->canonical = source->named.name;
    if (is_listed(source->named.id)) quote->anonymous = false;
  }
}

static void give_source(isnad_source_note *source, const isnad_quote_note *quote) {
  if (quote->speaker.end > source->named.span.end) source->named.span.end = quote->speaker.end;
  if (source->span.end < source->named.span.end) source->span.end = source->named.span.end;
  source->named.id = quote->entity;
  source->named.name = quote->canonical;
  if (quote->entity.length > 0 && source->kind == ISNAD_SOURCE_ANONYMOUS) source->kind = ISNAD_SOURCE_OFFICIAL;
}

/* The first quote near a source whose speaker's words begin with the source's; quote_count: none. */
static size_t quote_of(const note_scan *s, const isnad_source_note *source) {
  enum { NEAR = 8 };
  size_t at = note_quote_from(s, source->named.span.begin);
  for (size_t i = at > NEAR ? at - NEAR : 0; i < s->quote_count && i < at + NEAR; i++)
    if (s->quotes[i].speaker.end > 0 && s->quotes[i].speaker.begin == source->named.span.begin && s->quotes[i].canonical.length > 0) return i;
  return s->quote_count;
}

/* "A spokesman of the company", of the company that the article tells of (speaker_within.c). */
static void tell_within(note_scan *s) {
  enum { MOST = 64 };
  const quote_scan q = {.s = s};
  size_t asked = 0;
  for (size_t i = 0; i < s->source_count && asked < MOST; i++) {
    isnad_source_note *source = &s->sources[i];
    bool plain = source->named.id.length == 0 && source->kind != ISNAD_SOURCE_CREDIT && source->named.span.end > source->named.span.begin;
    if (!plain || memchr(source->named.name.bytes, ' ', source->named.name.length) == NULL ||
        !isnad_slice_equal(source->named.name, note_name_text(s, source->named.span)))
      continue;
    asked++;
    isnad_slice told = speaker_told_within(&q, source->named.span);
    if (told.length > 0) source->named.name = told;
  }
}

void source_meet_speakers(note_scan *s) {
  tell_within(s);
  for (size_t i = 0; i < s->source_count; i++) {
    isnad_source_note *source = &s->sources[i];
    size_t spoken = source->kind != ISNAD_SOURCE_CREDIT && source->named.span.end > 0 ? quote_of(s, source) : s->quote_count;
    if (spoken == s->quote_count) continue;
    size_t first = source_token(s, source->named.span.begin);
    alike a = {.s = s, .unit = note_unit_of(s, first), .first = first, .source = source, .quote = &s->quotes[spoken]};
    if (a.unit == NULL) continue;
    if (source_is_fuller(&a))
      give_quotes(s, source, spoken);
    else if (speaker_is_fuller(&a))
      give_source(source, a.quote);
  }
}
