/* The sources of an article once its names and its quotes are known: what each is, which cite nobody, what each covers. */
#include "article/namesake.h"
#include "note/quotes/quote.h"

/* Outlets that share a name with others: the article's own, or one of the countries of which it tells. */
static void tell_namesakes(note_scan *s) {
  const isnad_tokens *tokens = &s->page->tokens;
  for (size_t i = 0; i < s->source_count; i++) {
    isnad_named *named = &s->sources[i].named;
    if (named->rule.table != ISNAD_TABLE_OUTLETS || named->rule.name != NULL || named->id.length == 0) continue;
    size_t first = isnad_tokens_seek(tokens, named->span.begin), last = first;
    while (last < tokens->count && tokens->items[last].span.begin < named->span.end) last++;
    if (first < last) article_tell_namesakes(named, tokens, first, last, s->page, &s->article->outlet);
  }
}

void source_gather(note_scan *s) {
  source_sort(s);
  if (!s->failed) source_bodies(s);
  if (!s->failed) source_settle(s); /* those whom the quotes added */
  if (!s->failed) source_complete(s);
  if (!s->failed) source_identities(s);
  if (!s->failed) tell_namesakes(s);
}

void source_judge(note_scan *s) {
  source_acts(s);
  if (!s->failed) source_platforms(s);
  if (!s->failed) source_scopes(s);
  if (!s->failed) source_meet_speakers(s);
}
