/* How far a citation reaches. By itself it vouches for its sentence; for less when the sentence has another source or the citation stands in a clause
 * of its own; for the paragraph when it opens or closes it and nobody else speaks there. Lines that cite for the article were told before. */
#include "note/quotes/quote.h"
#include "note/sources/citation.h"

enum { OPENING = 3, CLOSING = 2, CLAUSE_WORDS = 5, NEIGHBOURS = 4 };

/* A sentence or a paragraph: tokens [first, last), and the citations [begin, end) that stand in it. */
typedef struct stretch {
  size_t first, last, begin, end;
} stretch;

static bool overlap_spans(isnad_span a, isnad_span b) { return a.begin < b.end && b.begin < a.end; }

static size_t token_of(const note_scan *s, uint32_t offset) {
  size_t at = isnad_tokens_seek(&s->page->tokens, offset + 1);
  return at > 0 ? at - 1 : 0;
}

/* "According to X", "in a statement of X": not the subject of a verb. */
static bool is_aside(const note_scan *s, const note_unit *unit, const isnad_source_note *source) {
  const isnad_phrase *trigger = note_hit_at(unit, token_of(s, source->span.begin), ISNAD_TABLE_TRIGGERS);
  return trigger != NULL && isnad_triggers_rows[trigger->row].form != ISNAD_TRIGGERS_FORM_VERB;
}

static bool is_border(const note_scan *s, const note_unit *unit, size_t at) {
  if (s->page->tokens.items[at].kind == ISNAD_TOKEN_PUNCT) return true;
  return note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_LEAVES) || note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_BREAKS);
}

/* Whether a clause ends between two citations. */
static bool are_apart(const note_scan *s, const note_unit *unit, const isnad_source_note *a, const isnad_source_note *b) {
  for (size_t at = token_of(s, a->span.end - 1) + 1; at < unit->last && s->page->tokens.items[at].span.begin < b->span.begin; at++)
    if (is_border(s, unit, at)) return true;
  return false;
}

/* "When he said", "which X described": a clause inside a sentence that says more. */
static bool is_subordinate(const note_scan *s, const note_unit *unit, const stretch *sentence, const isnad_source_note *source) {
  size_t at = token_of(s, source->span.begin);
  if (at < sentence->first + CLAUSE_WORDS || is_aside(s, unit, source)) return false;
  return note_has_word(unit, at - 1, ISNAD_QUOTE_WORDS_ROLE_RELATIVE) || note_has_word(unit, at - 1, ISNAD_QUOTE_WORDS_ROLE_HELPS);
}

static bool is_clause(const note_scan *s, const note_unit *unit, const stretch *sentence, size_t index) {
  const isnad_source_note *source = &s->sources[index];
  if (is_subordinate(s, unit, sentence, source)) return true;
  size_t from = index > sentence->begin + NEIGHBOURS ? index - NEIGHBOURS : sentence->begin;
  for (size_t i = from; i < sentence->end && i <= index + NEIGHBOURS; i++) {
    const isnad_source_note *other = &s->sources[i];
    if (i == index || overlap_spans(source->span, other->span) || is_aside(s, unit, other) != is_aside(s, unit, source)) continue;
    if (i < index ? are_apart(s, unit, other, source) : are_apart(s, unit, source, other)) return true;
  }
  return false;
}

/* Nobody speaks in the paragraph but the source itself, and those who go on without a subject of their own. */
static bool speaks_alone(const note_scan *s, const stretch *paragraph, const isnad_source_note *source) {
  uint32_t begin = s->page->tokens.items[paragraph->first].span.begin, end = s->page->tokens.items[paragraph->last - 1].span.end;
  for (size_t i = note_quote_from(s, begin); i < s->quote_count && s->quotes[i].span.begin < end; i++) {
    const isnad_quote_note *quote = &s->quotes[i];
    if (!quote->implicit && quote->speaker.begin < quote->speaker.end && !overlap_spans(quote->speaker, source->span)) return false;
  }
  return true;
}

static bool reaches_paragraph(const note_scan *s, const note_unit *unit, const stretch *paragraph, size_t sentences) {
  if (sentences < 2 || paragraph->end != paragraph->begin + 1 || unit->headline) return false;
  const isnad_source_note *source = &s->sources[paragraph->begin];
  bool opens = token_of(s, source->span.begin) < paragraph->first + OPENING;
  bool closes = is_aside(s, unit, source) && token_of(s, source->span.end - 1) + 1 + CLOSING >= paragraph->last;
  return (opens || closes) && speaks_alone(s, paragraph, source);
}

static void scope_unit(note_scan *s, const note_unit *unit, size_t *next) {
  const isnad_tokens *tokens = &s->page->tokens;
  uint32_t end = tokens->items[unit->last - 1].span.end;
  stretch paragraph = {unit->first, unit->last, *next, *next};
  while (paragraph.end < s->source_count && s->sources[paragraph.end].span.begin < end) paragraph.end++;
  *next = paragraph.end;
  if (paragraph.end == paragraph.begin) return;
  size_t count = 0;
  const isnad_span *spans = note_sentences(s, unit, &count);
  if (s->failed) return;
  bool whole = reaches_paragraph(s, unit, &paragraph, count);
  stretch sentence = {.begin = paragraph.begin};
  for (size_t i = 0; i < count; i++, sentence.begin = sentence.end) {
    sentence.first = isnad_tokens_seek(tokens, spans[i].begin);
    sentence.last = isnad_tokens_seek(tokens, spans[i].end);
    for (sentence.end = sentence.begin; sentence.end < paragraph.end && s->sources[sentence.end].span.begin < spans[i].end;) sentence.end++;
    for (size_t at = sentence.begin; at < sentence.end; at++) {
      if (s->sources[at].scope == ISNAD_SCOPE_ARTICLE) continue;
      s->sources[at].scope = whole ? ISNAD_SCOPE_PARAGRAPH : is_clause(s, unit, &sentence, at) ? ISNAD_SCOPE_CLAUSE : ISNAD_SCOPE_SENTENCE;
    }
  }
}

void source_scopes(note_scan *s) {
  size_t next = 0;
  source_complete(s); /* those that the steps between have changed */
  for (size_t i = 0; i < s->unit_count && !s->failed; i++) {
    uint32_t begin = s->page->tokens.items[s->units[i].first].span.begin;
    while (next < s->source_count && s->sources[next].span.begin < begin) next++;
    scope_unit(s, &s->units[i], &next);
  }
  if (!s->failed) source_states(s);
  source_marks(s);
}
