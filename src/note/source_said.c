/* Speakers as sources: bodies, documents and unnamed people vouch for what they say; a person does when he announces, estimates or orders. */
#include "note/quote.h"

#include <stdlib.h>

static bool vouches(const quote_verb *verb, const quote_speaker *speaker) {
  if (speaker->kind != SPEAKER_PERSON && speaker->kind != SPEAKER_UNKNOWN) return true;
  switch (verb->row->force) {
  case ISNAD_VERBS_FORCE_ANNOUNCES:
  case ISNAD_VERBS_FORCE_ESTIMATES:
  case ISNAD_VERBS_FORCE_ORDERS:
  case ISNAD_VERBS_FORCE_REVEALS:
  case ISNAD_VERBS_FORCE_SETS:
  case ISNAD_VERBS_FORCE_DECIDES:
  case ISNAD_VERBS_FORCE_WRITES:
    return true;
  default:
    return false;
  }
}

static isnad_source_kind kind_of(speaker_kind kind) {
  switch (kind) {
  case SPEAKER_MEDIUM:
    return ISNAD_SOURCE_OUTLET;
  case SPEAKER_DOCUMENT:
    return ISNAD_SOURCE_DOCUMENT;
  case SPEAKER_ANONYMOUS:
    return ISNAD_SOURCE_ANONYMOUS;
  default:
    return ISNAD_SOURCE_OFFICIAL;
  }
}

static bool cited_already(const note_scan *s, isnad_span span) {
  for (size_t i = 0; i < s->source_count; i++)
    if (s->sources[i].named.span.begin < span.end && span.begin < s->sources[i].named.span.end) return true;
  return false;
}

void source_add_speaker(quote_scan *q, const quote_verb *verb, const quote_speaker *speaker, bool implicit) {
  if (implicit || speaker->canonical.length == 0 || !vouches(verb, speaker) || cited_already(q->s, speaker->span)) return;
  isnad_span span = {verb->span.begin < speaker->span.begin ? verb->span.begin : speaker->span.begin,
                     verb->span.end > speaker->span.end ? verb->span.end : speaker->span.end};
  isnad_rule rule = {NULL, ISNAD_TABLE_VERBS, verb->row_index};
  note_add_source(
      q->s, &(isnad_source_note){span, {speaker->entity, speaker->canonical, speaker->span, rule}, kind_of(speaker->kind), ISNAD_SCOPE_SENTENCE});
}

typedef struct placed {
  isnad_source_note note;
  int32_t before; /* its index before sorting */
} placed;

static int by_place(const void *a, const void *b) {
  const placed *x = a, *y = b;
  if (x->note.span.begin != y->note.span.begin) return x->note.span.begin < y->note.span.begin ? -1 : 1;
  if (x->note.span.end != y->note.span.end) return x->note.span.end < y->note.span.end ? -1 : 1;
  return (x->before > y->before) - (x->before < y->before);
}

void source_sort(note_scan *s) {
  placed *order = isnad_arena_array(s->arena, s->source_count, sizeof *order);
  int32_t *now = isnad_arena_array(s->arena, s->source_count, sizeof *now);
  s->failed = order == NULL || now == NULL;
  if (s->failed) return;
  for (size_t i = 0; i < s->source_count; i++) order[i] = (placed){s->sources[i], (int32_t)i};
  if (s->source_count > 1) qsort(order, s->source_count, sizeof *order, by_place);
  for (size_t i = 0; i < s->source_count; i++) {
    s->sources[i] = order[i].note;
    now[order[i].before] = (int32_t)i;
  }
  for (size_t i = 0; i < s->quote_count; i++)
    if (s->quotes[i].via >= 0) s->quotes[i].via = now[s->quotes[i].via];
}
