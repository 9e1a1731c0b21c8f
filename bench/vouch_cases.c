/* vouch_cases PATH...: everyone who may vouch for a fact in the articles of these captures, one a line: the capture, the spans of his citation, his
 * name and his verb, what the rules answer, his words and what is said, and what vouch.c reckons from, in the order of data/vouch_weights.tsv: what
 * these are fitted on, with a logistic regression. */
#include "isnad/isnad.h"
#include "note/sources/vouch.h"

#include <stdio.h>

static void print_tokens(const note_scan *s, const size_t range[2]) {
  putchar('\t');
  for (size_t at = range[0]; at < range[1]; at++) {
    const isnad_token *token = cited_token(s, at);
    isnad_slice form = token->kind == ISNAD_TOKEN_WORD ? cited_form(s, at) : isnad_slice_at(s->page->text, token->span);
    if (form.length > 0 && form.bytes[0] != '\n' && form.bytes[0] != '\t') printf("%s%.*s", at > range[0] ? " " : "", (int)form.length, form.bytes);
  }
}

static void print_case(const isnad_result *result, const vouch_case *c, const char *how) {
  double x[VOUCH_FEATURES];
  const isnad_source_note *source = c->of.source;
  vouch_features(x, c);
  isnad_slice id = result->record.capture.id;
  printf("%.*s\t%.*s\t%s\t%u %u\t%u %u\t%d", (int)result->path.length, result->path.bytes, (int)id.length, id.bytes, how, source->span.begin,
         source->span.end, source->named.span.begin, source->named.span.end, (int)source->kind);
  print_tokens(c->of.s, c->who);
  print_tokens(c->of.s, c->office);
  print_tokens(c->of.s, c->said);
  for (size_t i = 0; i < VOUCH_FEATURES; i++) printf("\t%.4g", x[i]);
  putchar('\n');
}

static bool is_cited(const note_scan *s, isnad_span speaker) {
  for (size_t i = 0; i < s->source_count; i++)
    if (s->sources[i].named.span.begin < speaker.end && speaker.begin < s->sources[i].named.span.end) return true;
  return false;
}

static void print_article(const isnad_result *result, isnad_arena *arena, isnad_article article) {
  note_scan s = {.arena = arena, .page = &result->record.page, .article = &article};
  vouch_case c;
  note_read(&s);
  if (!s.failed) note_quotes_read(&s);
  if (!s.failed) source_gather(&s);
  for (size_t i = 0; i < s.source_count && !s.failed; i++) {
    bool may = s.sources[i].kind == ISNAD_SOURCE_OFFICIAL || s.sources[i].kind == ISNAD_SOURCE_ANONYMOUS || s.sources[i].kind == ISNAD_SOURCE_SOCIAL;
    if (!may || s.sources[i].scope == ISNAD_SCOPE_ARTICLE || !vouch_of_source(&c, &s, &s.sources[i])) continue;
    const char *how = source_cites_nobody(&s, &s.sources[i]) ? "none" : vouch_decide(&c) ? "vouches" : "speaks";
    print_case(result, &c, how);
  }
  for (size_t i = 0; i < s.quote_count && !s.failed; i++) {
    isnad_source_note source;
    if (!s.quotes[i].implicit && !is_cited(&s, s.quotes[i].speaker) && vouch_of_quote(&c, &s, &s.quotes[i], &source) && !c.of.unit->headline)
      print_case(result, &c, "quote");
  }
}

static bool take(void *context, const isnad_result *result) {
  isnad_arena *arena = context;
  for (size_t i = 0; i < result->record.article_count && result->status == ISNAD_OK; i++) {
    isnad_arena_reset(arena);
    print_article(result, arena, result->record.articles[i]);
  }
  return true;
}

int main(int argc, char **argv) {
  isnad_arena *arena = NULL;
  isnad_err err = {0};
  if (argc < 2 || isnad_arena_new(&arena, 0) != ISNAD_OK) return 2;
  isnad_run run = {.threads = 1, .take = take, .context = arena};
  isnad_status status = isnad_read_all((const char *const *)argv + 1, (size_t)argc - 1, &run, &err);
  if (status != ISNAD_OK) fprintf(stderr, "%s\n", err.message);
  isnad_arena_free(arena);
  return status == ISNAD_OK ? 0 : 1;
}
