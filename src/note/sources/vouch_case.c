/* What the judgement of a speaker looks at: his words, his verb, his office. */
#include "note/sources/vouch.h"

enum { SAID_MOST = 24, WHO_MOST = 16, OFFICE_MOST = 8, NEAR_QUOTES = 8 };

static size_t token_of(const note_scan *s, uint32_t offset) {
  size_t at = isnad_tokens_seek(&s->page->tokens, offset + 1);
  return at > 0 ? at - 1 : 0;
}

static bool meets(isnad_span a, isnad_span b) { return a.begin < b.end && b.begin < a.end; }

/* The statement of a source: told by its speaker's place, or by its verb. The whole complement comes before its pieces. */
static const isnad_quote_note *statement_of(const note_scan *s, const isnad_source_note *source) {
  size_t low = note_quote_from(s, source->span.begin), from = low > NEAR_QUOTES ? low - NEAR_QUOTES : 0;
  for (size_t i = from; i < s->quote_count && i < low + NEAR_QUOTES; i++) {
    const isnad_quote_note *quote = &s->quotes[i];
    if (!quote->implicit && meets(quote->speaker, source->named.span) && meets(quote->verb, source->span)) return quote;
  }
  return NULL;
}

/* From the verb's complement on, as far as the quote or the sentence goes. */
static void find_said(vouch_case *c) {
  const note_scan *s = c->of.s;
  size_t first = c->of.behind, last = c->of.unit->last;
  if (c->quote != NULL) {
    first = isnad_tokens_seek(&s->page->tokens, c->quote->span.begin);
    last = isnad_tokens_seek(&s->page->tokens, c->quote->span.end);
  }
  if (first < c->of.unit->first) first = c->of.unit->first; /* words of another paragraph */
  if (last > c->of.unit->last) last = c->of.unit->last;
  if (last > first + SAID_MOST) last = first + SAID_MOST;
  size_t end = first;
  while (end < last && (c->quote != NULL || !cited_is_mark(s, end, "."))) end++;
  c->said[0] = first;
  c->said[1] = end;
}

/* The office that the names tie to him, wherever the article tells it. */
static void find_office(vouch_case *c) {
  enum { MOST = 200 };
  const note_scan *s = c->of.s;
  const isnad_name_note *own = note_name_at(s, c->of.first);
  if (own == NULL || own->type != ISNAD_NAME_PERSON) return;
  for (size_t i = 0; i < s->name_count && i < MOST; i++) {
    const isnad_name_note *name = &s->names[i];
    if (name->role.begin >= name->role.end || name->type != ISNAD_NAME_PERSON) continue;
    if (name != own && (own->entity.length == 0 || !isnad_slice_equal(name->entity, own->entity))) continue;
    c->office[0] = token_of(s, name->role.begin);
    c->office[1] = isnad_tokens_seek(&s->page->tokens, name->role.end);
    if (c->office[1] > c->office[0] + OFFICE_MOST) c->office[1] = c->office[0] + OFFICE_MOST;
    return;
  }
}

static void find_who(vouch_case *c, isnad_span named) {
  size_t last = isnad_tokens_seek(&c->of.s->page->tokens, named.end);
  bool behind = c->of.verb_first < c->of.first && c->of.first <= c->of.verb_first + WHO_MOST;
  c->who[0] = behind ? c->of.verb_first + 1 : c->of.first;
  c->who[1] = last > c->who[0] + WHO_MOST ? c->who[0] + WHO_MOST : last;
  if (c->who[1] > c->of.unit->last) c->who[1] = c->of.unit->last;
  if (c->who[0] < c->of.unit->first) c->who[1] = c->who[0]; /* he is named in another paragraph */
  find_office(c);
}

bool vouch_of_source(vouch_case *out, const note_scan *s, const isnad_source_note *source) {
  *out = (vouch_case){.of = {.s = s, .source = source}, .quote = statement_of(s, source)};
  out->of.unit = note_unit_of(s, token_of(s, source->span.begin));
  if (out->of.unit == NULL) return false;
  out->of.first = token_of(s, source->named.span.begin);
  if (!source_find_verb(&out->of)) return false;
  find_who(out, source->named.span);
  find_said(out);
  return true;
}

bool vouch_of_quote(vouch_case *out, const note_scan *s, const isnad_quote_note *quote, isnad_source_note *source) {
  bool told = quote->canonical.length > 0 && quote->verb.begin < quote->verb.end && quote->speaker.begin < quote->speaker.end;
  if (!told) return false;
  isnad_span span = quote->verb;
  if (!quote->implicit && quote->speaker.begin < span.begin) span.begin = quote->speaker.begin;
  if (!quote->implicit && quote->speaker.end > span.end) span.end = quote->speaker.end;
  *source = (isnad_source_note){.span = span,
                                .named = {quote->entity, quote->canonical, quote->speaker, quote->rule},
                                .kind = quote->anonymous ? ISNAD_SOURCE_ANONYMOUS : ISNAD_SOURCE_OFFICIAL,
                                .scope = ISNAD_SCOPE_SENTENCE};
  if (!vouch_of_source(out, s, source)) return false;
  out->quote = quote;
  find_said(out);
  return true;
}
