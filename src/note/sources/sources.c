/* The sources of an article once its names and its quotes are known: what each is, which cite nobody, what each covers. */
#include "note/quotes/quote.h"

void source_gather(note_scan *s) {
  source_sort(s);
  if (!s->failed) source_bodies(s);
  if (!s->failed) source_settle(s); /* those whom the quotes added */
  if (!s->failed) source_complete(s);
  if (!s->failed) source_identities(s);
}

void source_judge(note_scan *s) {
  source_acts(s);
  if (!s->failed) source_platforms(s);
  if (!s->failed) source_scopes(s);
  if (!s->failed) source_meet_speakers(s);
}
