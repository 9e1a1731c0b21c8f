/* A medium told again: "the paper", "the German paper" stand for one that was cited by its name. */
#include "note/sources/citation.h"

#include <string.h>

enum { SAME_SOURCE_WITHIN = 900 }; /* bytes: two paragraphs */

/* The word is the noun, with a proclitic or not: "a source" of "the source". */
static bool word_holds(isnad_slice word, isnad_slice noun) {
  return word.length >= noun.length && word.length <= noun.length + WORD_LETTER &&
         memcmp(word.bytes + word.length - noun.length, noun.bytes, noun.length) == 0;
}

/* Whether the words of an earlier citation hold the noun of this one. */
static bool shares_noun(const note_scan *s, const isnad_source_note *before, isnad_slice noun) {
  const isnad_tokens *tokens = &s->page->tokens;
  for (size_t at = isnad_tokens_seek(tokens, before->span.begin); at < tokens->count && tokens->items[at].span.begin < before->span.end; at++) {
    isnad_slice form = isnad_token_form(tokens, at);
    if (word_holds(form, noun) || (word_begins(form, LETTER_ALEF, LETTER_LAM) &&
                                   isnad_slice_equal((isnad_slice){form.bytes + 2 * WORD_LETTER, form.length - 2 * WORD_LETTER}, noun)))
      return true;
  }
  return false;
}

/* "The first to tell it was | the paper "X" | ... The paper": a medium with its name, told of between an offset and the words, that was cited by
 * nobody. */
static bool told_between(const note_scan *s, uint32_t from, cited *found, isnad_slice noun) {
  enum { LOOKED_AT = 300 }; /* tokens */
  size_t looked = 0;
  for (size_t u = s->unit_count; u > 0; u--) {
    const note_unit *unit = &s->units[u - 1];
    for (size_t at = unit->last < found->first ? unit->last : found->first; at > unit->first; at--) {
      if (unit->headline || looked++ > LOOKED_AT || cited_token(s, at - 1)->span.begin < from) return false;
      const isnad_phrase *head = note_hit_at(unit, at - 1, ISNAD_TABLE_HEADS);
      if (head == NULL || head->count > 1 || isnad_heads_rows[head->row].takes != ISNAD_HEADS_TAKES_NAME ||
          isnad_heads_rows[head->row].kind > ISNAD_HEADS_KIND_OUTLET || !word_holds(cited_form(s, at - 1), noun))
        continue;
      cited named = {0};
      if (!cited_read(s, unit, at - 1, true, &named) || named.last < at + 1 || named.kind != found->kind) continue;
      found->named.id = named.named.id;
      found->named.name = named.named.name;
      return true;
    }
  }
  return false;
}

/* "The agency", "the paper": the last one that was called so in this article; else the last of its kind, when all before it are one. */
static void resolve_definite(const note_scan *s, const note_unit *unit, cited *found) {
  enum { REMEMBERED = 64 };
  bool medium = found->kind == ISNAD_SOURCE_AGENCY || found->kind == ISNAD_SOURCE_OUTLET;
  const isnad_phrase *head = note_hit_at(unit, found->first, ISNAD_TABLE_HEADS);
  bool news = found->kind == ISNAD_SOURCE_AGENCY && head != NULL && head->count == 2 && found->last == found->first + 2 &&
              note_is_definite(s, unit, found->last - 1) && head->cut == 0; /* "the agency of news" */
  if (!medium || found->named.id.length > 0 || (!news && (found->last != found->first + 1 || !note_is_definite(s, unit, found->first)))) return;
  bool described = cited_is_word(s, unit, found->last) && note_is_definite(s, unit, found->last) && !cited_ends_name(unit, found->last) &&
                   cited_adjective_at(s, found->last) == CITED_FEMININE && !note_has_hit(unit, found->last, ISNAD_TABLE_TIME_WORDS);
  if (described) return; /* "the agency | in charge of": another one */
  isnad_slice form = cited_form(s, found->first);
  isnad_slice noun = news ? form : (isnad_slice){form.bytes + 2 * WORD_LETTER, form.length - 2 * WORD_LETTER};
  const isnad_source_note *only = NULL, *last = s->source_count > 0 ? &s->sources[s->source_count - 1] : NULL;
  bool several = false;
  if (!news && told_between(s, last != NULL ? last->span.end : 0, found, noun)) return;
  for (size_t i = s->source_count; i > 0 && s->source_count - i < REMEMBERED; i--) {
    const isnad_source_note *before = &s->sources[i - 1];
    if (before->kind != found->kind || before->scope == ISNAD_SCOPE_ARTICLE || before->named.name.length == 0) continue;
    if (shares_noun(s, before, noun)) {
      found->named.id = before->named.id;
      found->named.name = before->named.name;
      return;
    }
    several = several || (only != NULL && !isnad_slice_equal(only->named.name, before->named.name));
    only = only == NULL ? before : only;
  }
  if (found->kind == ISNAD_SOURCE_AGENCY && (only == NULL || several)) cited_name_before(s, found, noun);
  if (only == NULL || several || note_has_word(unit, found->first - 1, ISNAD_QUOTE_WORDS_ROLE_VENUE)) return;
  found->named.id = only->named.id;
  found->named.name = only->named.name;
}

/* "The Saudi agency", "the German paper" behind one that was cited by its name: that of the country. */
static void resolve_national(const note_scan *s, const note_unit *unit, cited *found) {
  enum { REMEMBERED = 32 };
  const isnad_phrase *place = note_hit_at(unit, found->first + 1, ISNAD_TABLE_PLACES);
  bool medium = found->kind == ISNAD_SOURCE_AGENCY || found->kind == ISNAD_SOURCE_OUTLET;
  bool plain = medium && found->named.id.length == 0 && found->last == found->first + 2 && note_is_definite(s, unit, found->first);
  if (!plain || place == NULL || place->cell != ISNAD_PLACES_CELL_ADJECTIVES) return;
  const char *country = isnad_places_rows[place->row].country;
  for (size_t i = s->source_count; i > 0 && s->source_count - i < REMEMBERED && country != NULL; i--) {
    const isnad_source_note *before = &s->sources[i - 1];
    if (before->kind != found->kind || before->named.rule.name != NULL || before->named.rule.table != ISNAD_TABLE_OUTLETS) continue;
    const char *seat = isnad_outlets_rows[before->named.rule.row].country;
    if (seat == NULL || strcmp(seat, country) != 0) continue;
    found->named.id = before->named.id;
    found->named.name = before->named.name;
    return;
  }
}

/* An unnamed source was told of before, whom "the source" means then. */
static bool has_unnamed_before(const note_scan *s, const cited *found, uint32_t row) {
  isnad_slice whole = cited_form(s, found->first), noun = {whole.bytes + 2 * WORD_LETTER, whole.length - 2 * WORD_LETTER};
  enum { LOOKED_AT = 600 }; /* tokens */
  size_t looked = 0;
  for (size_t u = s->unit_count; u > 0; u--) {
    const note_unit *unit = &s->units[u - 1];
    for (size_t at = unit->last < found->first ? unit->last : found->first; at > unit->first && looked < LOOKED_AT; at--, looked++) {
      const isnad_phrase *head = note_hit_at(unit, at - 1, ISNAD_TABLE_HEADS);
      bool unnamed = head != NULL && isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_ANONYMOUS && !note_is_definite(s, unit, at - 1);
      if (unnamed && (head->row == row || word_holds(cited_form(s, at - 1), noun))) return true;
    }
  }
  return false;
}

/* "Added | the source" behind a medium, where no unnamed source was told of: the medium that was cited last. */
static void resolve_source(const note_scan *s, const note_unit *unit, cited *found) {
  bool plain =
      found->kind == ISNAD_SOURCE_ANONYMOUS && found->last == found->first + 1 && note_is_definite(s, unit, found->first) && s->source_count > 0;
  if (!plain || !note_has_word(unit, found->first, ISNAD_QUOTE_WORDS_ROLE_SAME)) return;
  const isnad_source_note *before = &s->sources[s->source_count - 1];
  bool medium = (before->kind == ISNAD_SOURCE_AGENCY || before->kind == ISNAD_SOURCE_OUTLET) && before->named.id.length > 0;
  if (!medium || before->scope == ISNAD_SCOPE_ARTICLE || before->span.end + SAME_SOURCE_WITHIN < cited_token(s, found->first)->span.begin) return;
  const isnad_phrase *head = note_hit_at(unit, found->first, ISNAD_TABLE_HEADS), *verb = note_hit_at(unit, found->first - 1, ISNAD_TABLE_TRIGGERS);
  bool says = found->first > unit->first && verb != NULL && cited_trigger(verb)->form == ISNAD_TRIGGERS_FORM_VERB;
  if (!says || head == NULL || has_unnamed_before(s, found, head->row)) return;
  found->kind = before->kind;
  found->named.id = before->named.id;
  found->named.name = before->named.name;
}

void cited_resolve(const note_scan *s, const note_unit *unit, cited *found) {
  resolve_source(s, unit, found);
  resolve_definite(s, unit, found);
  resolve_national(s, unit, found);
}
