/* Who is meant by a source that its own words do not name: whose a document is (source_paper.c), and which source "the report", "the spokesman", "the
 * same source" tells again. Sources are in page order, the names and the quotes are known. */
#include "note/sources/source_noun.h"

static bool is_definite(const note_scan *s, size_t at) { return source_bare(s, at).length < cited_form(s, at).length; }

static void take(isnad_source_note *source, isnad_slice id, isnad_slice name) {
  source->named.id = id;
  if (name.length > 0) source->named.name = name;
}

/* Where a source's noun stands in its citation: at its head, or behind the verb, before the name of who bears the office. */
static bool bears_noun(const note_scan *s, const isnad_source_note *before, isnad_slice noun) {
  size_t first = source_token(s, before->named.span.begin), begin = source_token(s, before->span.begin);
  if (isnad_slice_equal(source_noun(s, before->named.span.begin), noun)) return true;
  return begin + 1 < first && isnad_slice_equal(source_bare(s, begin + 1), noun);
}

static bool same_kind(const isnad_source_note *a, const isnad_source_note *b) {
  bool people = (a->kind == ISNAD_SOURCE_ANONYMOUS && b->kind == ISNAD_SOURCE_OFFICIAL) ||
                (a->kind == ISNAD_SOURCE_OFFICIAL && b->kind == ISNAD_SOURCE_ANONYMOUS);
  return a->kind == b->kind || people;
}

/* "The sources", "the same sources" themselves, which nothing told more of. */
static bool tells_no_more(const note_scan *s, const isnad_source_note *source, isnad_slice noun) {
  size_t first = source_token(s, source->named.span.begin);
  const note_unit *unit = note_unit_of(s, first);
  const isnad_phrase *same = unit != NULL ? note_word_at(unit, first, ISNAD_QUOTE_WORDS_ROLE_SAME) : NULL;
  return source->named.name.length <= noun.length + ARTICLE || (same != NULL && same->count > 1 && is_definite(s, first));
}

/* "The report", "the same sources" behind "a report of the bank", "military sources": the last one of that noun. */
static bool told_again(note_scan *s, size_t index) {
  enum { REMEMBERED = 40 };
  isnad_source_note *source = &s->sources[index];
  isnad_slice noun = source_bare(s, source_token(s, source->named.span.begin));
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
  size_t first = source_token(s, source->named.span.begin), last = isnad_tokens_seek(&s->page->tokens, source->named.span.end);
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
  size_t first = source_token(s, source->named.span.begin), last = isnad_tokens_seek(&s->page->tokens, source->named.span.end);
  const isnad_phrase *same = note_word_at(unit, first, ISNAD_QUOTE_WORDS_ROLE_SAME);
  return is_definite(s, first) && (last == first + 1 || (same != NULL && same->first + same->count >= last) || last == first + 2);
}

static bool may_be_told_again(isnad_source_kind kind) {
  return kind == ISNAD_SOURCE_DOCUMENT || kind == ISNAD_SOURCE_OFFICIAL || kind == ISNAD_SOURCE_ANONYMOUS || kind == ISNAD_SOURCE_OUTLET ||
         kind == ISNAD_SOURCE_AGENCY;
}

static void identify(note_scan *s, size_t index) {
  isnad_source_note *source = &s->sources[index];
  if (source_surname(s, source)) return;
  source_paper_rename(s, source); /* a reader of quotes told who speaks in it */
  if (source->named.id.length > 0 || source->scope == ISNAD_SCOPE_ARTICLE || !may_be_told_again(source->kind)) return;
  const note_unit *unit = note_unit_of(s, source_token(s, source->span.begin));
  if (unit == NULL) return;
  bool document = source->kind == ISNAD_SOURCE_DOCUMENT;
  if (!document && named_behind(s, source, unit)) return;
  if (document && source_paper_issued(s, source, unit)) return;
  size_t first = source_token(s, source->named.span.begin), last = isnad_tokens_seek(&s->page->tokens, source->named.span.end);
  if (last <= first || last > unit->last || !is_short(s, unit, source)) return;
  if (told_again(s, index)) return;
  if (!document) source_meant(s, source, unit, first, last);
  if (!document || last > first + 1) return;
  if (!source_paper_spoken(s, source) && !s->failed) source_paper_before(s, index, unit);
}

void source_identities(note_scan *s) {
  for (size_t i = 0; i < s->source_count && !s->failed; i++) identify(s, i);
}
