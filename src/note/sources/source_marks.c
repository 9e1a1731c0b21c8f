/* "The paper | «X», the British one": in the end the words of a medium are its name alone, where marks or brackets part it from its noun. The readers
 * of quotes want the noun; so this comes behind them. */
#include "note/quotes/quote.h"
#include "note/sources/citation.h"

static bool is_medium(isnad_source_kind kind) { return kind == ISNAD_SOURCE_AGENCY || kind == ISNAD_SOURCE_OUTLET; }

static bool opens(const note_scan *s, size_t at) { return cited_token(s, at)->kind == ISNAD_TOKEN_QUOTE || cited_is_mark(s, at, "("); }

static bool closes(const note_scan *s, size_t at) { return cited_token(s, at)->kind == ISNAD_TOKEN_QUOTE || cited_is_mark(s, at, ")"); }

/* The noun that heads a medium at a token; false where none stands there. */
static bool noun_at(const note_scan *s, size_t at, isnad_phrase *hit) {
  return isnad_phrases_at(hit, 1, &s->page->tokens, at, 1u << ISNAD_TABLE_HEADS, ISNAD_PHRASE_CUT) > 0 &&
         isnad_heads_rows[hit->row].kind <= ISNAD_HEADS_KIND_OUTLET;
}

/* "The official news agency | (SANA)": the initials go on the words before them, which are the agency's name. True when they do. */
static bool take_whole(const note_scan *s, isnad_source_note *source) {
  const isnad_tokens *tokens = &s->page->tokens;
  isnad_phrase noun;
  size_t first = isnad_tokens_seek(tokens, source->named.span.begin + 1), last = isnad_tokens_seek(tokens, source->named.span.end);
  enum { BEFORE = 7 };
  if (source->kind != ISNAD_SOURCE_AGENCY || first < 3 || last >= tokens->count || !opens(s, first - 2) || !closes(s, last)) return false;
  for (size_t at = first - 2; at-- > 0 && at + BEFORE >= first && cited_token(s, at)->span.begin >= source->span.begin;) {
    if (!noun_at(s, at, &noun) || isnad_heads_rows[noun.row].kind != ISNAD_HEADS_KIND_AGENCY || noun.count < 2 || noun.first + noun.count > first - 2)
      continue;
    source->named.span = (isnad_span){noun.span.begin, cited_token(s, last)->span.end};
    if (source->span.end < source->named.span.end) source->span.end = source->named.span.end;
    return true;
  }
  return false;
}

/* The words of a medium: from behind the mark that opens in them to the one that closes, or to their end. Behind an agency's noun with its adjectives
 * marks hold no more than its initials. */
static void keep_marked(const note_scan *s, isnad_source_note *source) {
  const isnad_tokens *tokens = &s->page->tokens;
  size_t first = isnad_tokens_seek(tokens, source->named.span.begin + 1), last = isnad_tokens_seek(tokens, source->named.span.end);
  isnad_phrase head;
  if (first == 0 || !noun_at(s, first - 1, &head)) return;
  size_t noun = head.first + head.count, begin = noun;
  while (begin < last && source->kind == ISNAD_SOURCE_OUTLET && !opens(s, begin)) begin++;
  size_t end = begin + 1;
  while (end < last && !closes(s, end)) end++;
  if (begin >= last || !opens(s, begin) || end == begin + 1 || (end == last && (last >= tokens->count || !closes(s, last)))) return;
  if (begin > noun && cited_is_mark(s, begin, "(")) return;
  source->named.span = (isnad_span){cited_token(s, begin + 1)->span.begin, cited_token(s, end - 1)->span.end};
  bool bracket = cited_is_mark(s, begin, "(");
  if (bracket && source->named.id.length == 0) source->named.name = isnad_slice_at(s->page->text, source->named.span); /* no bracket left open */
}

/* The words of a name whose mark opens before them and closes inside them, with what describes it behind: "«X» | the British one". */
static void leave_described(const note_scan *s, isnad_source_note *source) {
  const isnad_tokens *tokens = &s->page->tokens;
  size_t first = isnad_tokens_seek(tokens, source->named.span.begin), last = isnad_tokens_seek(tokens, source->named.span.end);
  if (first == 0 || cited_token(s, first - 1)->kind != ISNAD_TOKEN_QUOTE || cited_token(s, first)->span.begin != source->named.span.begin) return;
  size_t end = first;
  while (end < last && cited_token(s, end)->kind != ISNAD_TOKEN_QUOTE) end++;
  if (end == first || end + 1 >= last) return;
  for (size_t at = end + 1; at < last; at++)
    if (cited_token(s, at)->kind == ISNAD_TOKEN_QUOTE) return;
  source->named.span.end = cited_token(s, end - 1)->span.end;
}

/* The definite adjective of a place at a token: "the British one". */
static bool is_of_place(const note_scan *s, size_t at) {
  isnad_phrase place;
  return word_begins(cited_form(s, at), LETTER_ALEF, LETTER_LAM) &&
         isnad_phrases_at(&place, 1, &s->page->tokens, at, 1u << ISNAD_TABLE_PLACES, 0) > 0 && place.count == 1 &&
         place.cell == ISNAD_PLACES_CELL_ADJECTIVES;
}

/* "The paper | The Times | the British one": the name of a medium that the tables know, without its noun and, where it is no everyday word, without
 * the adjective behind it. An agency keeps its noun. */
static void leave_noun(const note_scan *s, isnad_source_note *source) {
  const isnad_tokens *tokens = &s->page->tokens;
  isnad_phrase noun;
  size_t first = isnad_tokens_seek(tokens, source->named.span.begin + 1), last = isnad_tokens_seek(tokens, source->named.span.end);
  if (source->kind != ISNAD_SOURCE_OUTLET || source->named.rule.table != ISNAD_TABLE_OUTLETS || source->named.rule.name != NULL) return;
  if (first == 0 || last < first + 1 || !noun_at(s, first - 1, &noun) || noun.count > 1) return;
  if (isnad_heads_rows[noun.row].takes != ISNAD_HEADS_TAKES_NAME || cited_token(s, first)->kind != ISNAD_TOKEN_WORD) return;
  if (isnad_outlets_rows[source->named.rule.row].kind == ISNAD_OUTLETS_KIND_PORTAL) return; /* the noun is of its name */
  bool everyday =
      isnad_outlets_rows[source->named.rule.row].common == ISNAD_OUTLETS_COMMON_YES && word_begins(cited_form(s, first), LETTER_ALEF, LETTER_LAM);
  while (!everyday && last > first + 1 && is_of_place(s, last - 1)) last--;
  source->named.span = (isnad_span){cited_token(s, first)->span.begin, cited_token(s, last - 1)->span.end};
}

/* "|"X" told": a mark right before a stretch of text that closes in it. */
static isnad_span with_opening(const note_scan *s, isnad_span span) {
  size_t first = isnad_tokens_seek(&s->page->tokens, span.begin), quotes = 0;
  if (first == 0 || cited_token(s, first - 1)->kind != ISNAD_TOKEN_QUOTE || cited_token(s, first - 1)->span.end != span.begin) return span;
  for (size_t at = first; at < s->page->tokens.count && cited_token(s, at)->span.begin < span.end; at++)
    quotes += cited_token(s, at)->kind == ISNAD_TOKEN_QUOTE;
  return quotes == 1 ? (isnad_span){cited_token(s, first - 1)->span.begin, span.end} : span;
}

/* "The company | "X|"": a mark that opens inside a stretch of text closes in it too. */
static isnad_span with_closing(const note_scan *s, isnad_span span) {
  const isnad_tokens *tokens = &s->page->tokens;
  size_t last = isnad_tokens_seek(tokens, span.end);
  if (last >= tokens->count || cited_token(s, last)->span.begin != span.end || cited_token(s, last)->kind == ISNAD_TOKEN_WORD)
    return with_opening(s, span);
  bool quote = cited_token(s, last)->kind == ISNAD_TOKEN_QUOTE, bracket = !quote && cited_is_mark(s, last, ")");
  if (!quote && !bracket) return span;
  size_t quotes = 0;
  int open = 0;
  for (size_t at = last; at > 0 && cited_token(s, at - 1)->span.begin >= span.begin; at--) {
    quotes += cited_token(s, at - 1)->kind == ISNAD_TOKEN_QUOTE;
    if (bracket) open += cited_is_mark(s, at - 1, "(") - cited_is_mark(s, at - 1, ")");
  }
  bool mark = (quote && quotes % 2 == 1) || (bracket && open == 1);
  return mark ? (isnad_span){span.begin, cited_token(s, last)->span.end} : span;
}

static void close_marks(const note_scan *s, isnad_source_note *source) {
  isnad_span closed = with_closing(s, source->named.span);
  bool whole = isnad_slice_equal(source->named.name, isnad_slice_at(s->page->text, source->named.span)); /* the name are its words */
  if (closed.end > source->named.span.end && whole && source->named.id.length == 0) source->named.name = isnad_slice_at(s->page->text, closed);
  source->named.span = closed;
  if (source->span.end < source->named.span.end) source->span.end = source->named.span.end;
  source->span = with_closing(s, source->span);
}

void source_marks(note_scan *s) {
  for (size_t i = 0; i < s->source_count; i++) {
    isnad_source_note *source = &s->sources[i];
    if (source->scope == ISNAD_SCOPE_ARTICLE) continue;
    if (is_medium(source->kind) && !take_whole(s, source)) keep_marked(s, source);
    leave_noun(s, source);
    leave_described(s, source);
    close_marks(s, source);
  }
}
