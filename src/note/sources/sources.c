/* The sources of an article once its names and its quotes are known: what each is, which cite nobody, what each covers. */
#include "article/namesake.h"
#include "note/quotes/quote.h"

enum { MOST_RENAMED = 8 };

/* Of outlets that share a name another was meant. */
typedef struct renamed {
  isnad_slice from;
  const isnad_named *to;
} renamed;

static bool tell_namesake(const note_scan *s, isnad_named *named) {
  const isnad_tokens *tokens = &s->page->tokens;
  if (named->rule.table != ISNAD_TABLE_OUTLETS || named->rule.name != NULL || named->id.length == 0) return false;
  size_t first = isnad_tokens_seek(tokens, named->span.begin), last = first;
  while (last < tokens->count && tokens->items[last].span.begin < named->span.end) last++;
  return first < last && article_tell_namesakes(named, tokens, first, last, s->page, &s->article->outlet);
}

/* Outlets that share a name with others: the article's own, or one of the countries of which it tells; and "the paper" that was taken for one. */
static void tell_namesakes(note_scan *s) {
  renamed others[MOST_RENAMED];
  size_t count = 0;
  for (size_t i = 0; i < s->source_count; i++) {
    isnad_named *named = &s->sources[i].named;
    isnad_slice before = named->id;
    bool shared = tell_namesake(s, named);
    if (shared && !isnad_slice_equal(before, named->id) && count < MOST_RENAMED) others[count++] = (renamed){before, named};
    for (size_t k = 0; !shared && k < count; k++) {
      if (named->id.length == 0 || !isnad_slice_equal(named->id, others[k].from)) continue;
      named->id = others[k].to->id;
      named->name = others[k].to->name;
    }
  }
}

void source_gather(note_scan *s) {
  source_sort(s);
  if (!s->failed) tell_namesakes(s); /* before "the paper" is taken for one of them */
  if (!s->failed) source_bodies(s);
  if (!s->failed) source_settle(s); /* those whom the quotes added */
  if (!s->failed) source_complete(s);
  if (!s->failed) source_identities(s);
  if (!s->failed) tell_namesakes(s); /* those that came since */
}

void source_judge(note_scan *s) {
  source_acts(s);
  if (!s->failed) source_platforms(s);
  if (!s->failed) source_scopes(s);
  if (!s->failed) source_meet_speakers(s);
}
