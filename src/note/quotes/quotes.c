/* Quotes of an article: paragraph by paragraph, sentence by sentence, the speaker carried on from one to the next. */
#include "note/speakers/speaker_bearing.h"

/* Words inside a person's name are no verbs. */
static void cover(quote_scan *q, size_t at, const isnad_name_note *name) {
  if (name->type != ISNAD_NAME_PERSON || name->form != ISNAD_FORM_NAME) return;
  for (; at < q->unit->last && quote_token(q, at)->span.begin < name->span.end; at++) q->in_name[at - q->unit->first] = true;
}

static void index_notes(quote_scan *q, size_t *name, size_t *source) {
  const isnad_tokens *tokens = &q->s->page->tokens;
  uint32_t end = tokens->items[q->unit->last - 1].span.end;
  for (; *name < q->s->name_count && q->s->names[*name].span.begin < end; ++*name) {
    const isnad_name_note *note = &q->s->names[*name];
    size_t at = isnad_tokens_seek(tokens, note->span.begin + 1);
    q->gender[*name] = GENDER_UNKNOWN;
    if (at == 0 || at - 1 < q->unit->first) continue;
    q->gender[*name] = (uint8_t)speaker_gender_of(q, *name);
    cover(q, at - 1, note);
    int32_t *slot = &q->name_at[at - 1 - q->unit->first];
    if (*slot == 0 || q->s->names[*slot - 1].span.end < note->span.end) *slot = (int32_t)*name + 1;
  }
  for (; *source < q->s->source_count && q->s->sources[*source].span.begin < end; ++*source) {
    size_t at = isnad_tokens_seek(tokens, q->s->sources[*source].named.span.begin + 1);
    if (at == 0 || at - 1 < q->unit->first || at > q->unit->last) continue;
    q->source_at[at - 1 - q->unit->first] = (int32_t)*source + 1;
  }
}

static bool make_room(quote_scan *q) {
  size_t tokens = q->unit->last - q->unit->first, marks = 0;
  for (size_t at = q->unit->first; at < q->unit->last; at++) marks += quote_token(q, at)->kind == ISNAD_TOKEN_QUOTE;
  q->mark_count = marks;
  q->name_at = isnad_arena_array(q->s->arena, tokens, sizeof *q->name_at);
  q->source_at = isnad_arena_array(q->s->arena, tokens, sizeof *q->source_at);
  q->pairs = isnad_arena_array(q->s->arena, marks + 1, sizeof *q->pairs);
  q->in_name = isnad_arena_array(q->s->arena, tokens, sizeof *q->in_name);
  q->pair_count = 0;
  q->known[q->unit - q->s->units] = (quote_known){q->name_at, q->source_at, q->in_name};
  q->s->failed = q->name_at == NULL || q->source_at == NULL || q->in_name == NULL || q->pairs == NULL;
  return !q->s->failed;
}

void quote_turn_to(quote_scan *q, const note_unit *unit) {
  const quote_known *known = &q->known[unit - q->s->units];
  q->unit = unit;
  q->name_at = known->name_at;
  q->source_at = known->source_at;
  q->in_name = known->in_name;
}

static void read_sentences(quote_scan *q) {
  const isnad_tokens *tokens = &q->s->page->tokens;
  size_t count = 0;
  const isnad_span *spans = note_sentences(q->s, q->unit, &count);
  q->sentences = spans;
  q->sentence_count = count;
  for (size_t i = 0; i < count && !q->s->failed; i++) {
    size_t first = isnad_tokens_seek(tokens, spans[i].begin), last = isnad_tokens_seek(tokens, spans[i].end);
    q->sentence_first = first > q->taken_to ? first : q->taken_to;
    q->sentence_last = last;
    q->sentence_index = i;
    if (q->sentence_first < last) quote_read_sentence(q);
  }
}

static void read_unit(quote_scan *q, size_t *name, size_t *source) {
  if (!make_room(q)) return;
  index_notes(q, name, source);
  quote_pair_marks(q);
  if (q->unit->headline) speaker_note_headline(q);
  q->taken_to = note_text_first(q->s, q->unit); /* a town in the date line says nothing */
  q->spoken_here = false;
  if (!quote_read_colon(q)) read_sentences(q);
  speaker_note_bearings(q);
}

void note_quotes_read(note_scan *s) {
  speaker_bearings bearings; /* as many are filled as it counts */
  quote_scan q = {.s = s, .last = {.name = -1}, .topic = {.name = -1}, .outer = {.name = -1}, .people = {.name = -1}, .headlined = {.name = -1}};
  size_t name = 0, source = 0;
  source_settle(s);
  q.gender = isnad_arena_array(s->arena, s->name_count + 1, sizeof *q.gender);
  q.known = isnad_arena_array(s->arena, s->unit_count + 1, sizeof *q.known);
  bearings.count = bearings.full_count = 0;
  q.bearings = &bearings;
  if (q.gender == NULL || q.known == NULL) s->failed = true;
  for (size_t i = 0; i < s->unit_count && !s->failed; i++) {
    q.unit = &s->units[i];
    size_t before = s->quote_count;
    read_unit(&q, &name, &source);
    q.spoke = s->quote_count > before;
    if (s->failed || !speaker_of_people(&q, q.unit->first, q.unit->last, false, &q.people)) q.people = (quote_speaker){.name = -1};
  }
  if (!s->failed) speaker_settle(&q);
  if (!s->failed) speaker_name_fully(s);
}

void note_quotes(note_scan *s) {
  note_quotes_read(s);
  if (!s->failed) source_gather(s);
  if (!s->failed) source_judge(s);
  if (!s->failed) quote_claim_figures(s);
}
