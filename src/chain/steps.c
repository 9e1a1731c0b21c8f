#include "chain/steps.h"

#include "store/packed.h"

/* How close a source stands to the words; only the closest of a report's sources are its steps. */
typedef enum closeness { FAR_OFF, FOR_ARTICLE, FOR_PARAGRAPH, FOR_SENTENCE, VOUCHES, SPEAKS } closeness;

static const double mostly = 0.5;

typedef struct asking {
  isnad_arena *arena;
  isnad_span words; /* {n, n}: the whole report */
  const chain_held_report *held;
  chain_report *out;
  size_t room;
  closeness *close; /* by step; copies are out of the contest */
  isnad_span sentence, paragraph;
} asking;

static bool add_step(asking *a, const chain_step *step, closeness close) {
  chain_report *r = a->out;
  if (r->count == a->room) {
    size_t room = a->room * 2 + 8;
    chain_step *steps = isnad_arena_grow(a->arena, r->steps, a->room, room, sizeof *steps);
    closeness *closes = isnad_arena_grow(a->arena, a->close, a->room, room, sizeof *closes);
    if (steps == NULL || closes == NULL) return false;
    r->steps = steps;
    a->close = closes;
    a->room = room;
  }
  a->close[r->count] = close;
  r->steps[r->count++] = *step;
  return true;
}

/* --- edges --- */

static uint32_t shared_bytes(isnad_span a, isnad_span b) {
  uint32_t begin = a.begin > b.begin ? a.begin : b.begin, end = a.end < b.end ? a.end : b.end;
  return begin < end ? end - begin : 0;
}

static uint32_t length_of(isnad_span span) { return span.end - span.begin; }

/* A place of one side of a passage on its other side: both run alike but for small edits, so the way is shared out evenly. */
static uint32_t carried(uint32_t at, isnad_span from, isnad_span to) {
  if (at <= from.begin) return to.begin;
  if (at >= from.end) return to.end;
  return to.begin + (uint32_t)((uint64_t)(at - from.begin) * length_of(to) / length_of(from));
}

/* Whether a passage covers most of the words asked about; *there: where they stand in the other text. */
static bool covers(isnad_span *there, isnad_slice spans, bool child_is_a, isnad_span words) {
  for (size_t i = 0; i < packed_passages(spans); i++) {
    isnad_span own = packed_side(spans, i, child_is_a), other = packed_side(spans, i, !child_is_a);
    if (2 * (uint64_t)shared_bytes(own, words) < length_of(words)) continue;
    *there = (isnad_span){carried(words.begin, own, other), carried(words.end, own, other)};
    return there->begin < there->end;
  }
  return false;
}

static bool take_edge(asking *a, const chain_held_edge *e) {
  bool held = e->parent != 0, some = a->words.begin < a->words.end;
  chain_step step = {.parent = e->parent, .directed = e->followed, .whole = e->whole, .share = e->share, .id = e->id, .name = e->name};
  if (e->doubted) return true;
  if (some && (e->declared || !held)) return true;      /* who is cited for these words is read from the citations */
  if (!held && e->name.bytes == NULL) return true;      /* a third that nobody names: the sibling stands for it */
  if (!some && held && e->named) step.directed = false; /* the third has an edge of its own */
  step.background = !some && !held && ((!e->declared && e->share < mostly) || e->carries);
  step.kind = held ? (e->declared ? CHAIN_STEP_HELD : CHAIN_STEP_COPY) : e->speaker ? CHAIN_STEP_SPEAKER : CHAIN_STEP_MEDIUM;
  if (some && !covers(&step.words, e->spans, e->child_is_a, a->words)) return true;
  if (some) step.whole = step.directed;
  return add_step(a, &step, SPEAKS);
}

/* --- who is cited for some words --- */

static void find_sentence(asking *a, const chain_held_paragraph *lines) {
  a->paragraph = lines->span;
  a->sentence = a->words;
  for (size_t i = 0; i < lines->count; i++) {
    isnad_span s = lines->sentences[i];
    if (shared_bytes(s, a->words) == 0) continue;
    if (s.begin < a->sentence.begin) a->sentence.begin = s.begin;
    if (s.end > a->sentence.end) a->sentence.end = s.end;
  }
}

static chain_step_kind step_of_source(isnad_slice kind) {
  if (isnad_slice_is(kind, "official")) return CHAIN_STEP_SPEAKER;
  if (isnad_slice_is(kind, "document") || isnad_slice_is(kind, "footage")) return CHAIN_STEP_DOCUMENT;
  return isnad_slice_is(kind, "anonymous") ? CHAIN_STEP_UNNAMED : CHAIN_STEP_MEDIUM;
}

static closeness closeness_of(const asking *a, chain_step_kind kind, isnad_slice scope, isnad_span span) {
  if (shared_bytes(span, a->sentence) > 0) return kind == CHAIN_STEP_MEDIUM ? FOR_SENTENCE : VOUCHES;
  if (isnad_slice_is(scope, "article")) return FOR_ARTICLE;
  return isnad_slice_is(scope, "paragraph") && shared_bytes(span, a->paragraph) > 0 ? FOR_PARAGRAPH : FAR_OFF;
}

/* A cited medium whose report is held here is a step to that report; when the words were copied from it that step is there already. */
static bool resolved(const asking *a, const chain_held_citation *c) {
  for (size_t i = 0; i < a->out->count; i++) {
    const chain_step *s = &a->out->steps[i];
    if (s->kind != CHAIN_STEP_COPY) continue;
    if (c->id.length > 0 ? isnad_slice_equal(s->id, c->id) : isnad_slice_equal(s->name, c->name)) return true;
  }
  return false;
}

static bool take_citation(asking *a, const chain_held_citation *c) {
  chain_step step = {.kind = step_of_source(c->kind), .directed = true, .whole = true, .id = c->id, .name = c->name};
  closeness close = closeness_of(a, step.kind, c->scope, c->span);
  if (close == FAR_OFF || resolved(a, c)) return true;
  if (step.kind == CHAIN_STEP_MEDIUM && c->parent != 0) {
    step.kind = CHAIN_STEP_HELD;
    step.parent = c->parent;
  }
  return add_step(a, &step, close);
}

/* "Agency X said": a medium that speaks is cited, and its citation is the step. */
static bool cited_medium(const asking *a, const chain_held_quote *q) {
  for (size_t i = 0; i < a->held->citation_count; i++) {
    const chain_held_citation *c = &a->held->citations[i];
    bool same = q->id.length > 0 && q->id.bytes[0] != '@' ? isnad_slice_equal(c->id, q->id) : isnad_slice_equal(c->name, q->name);
    if (same && q->name.length > 0 && step_of_source(c->kind) == CHAIN_STEP_MEDIUM) return true;
  }
  return false;
}

static bool take_quote(asking *a, const chain_held_quote *q) {
  uint32_t smaller = length_of(q->span) < length_of(a->words) ? length_of(q->span) : length_of(a->words);
  bool meets = q->span.begin < a->words.end && q->span.end > a->words.begin;
  if (cited_medium(a, q)) return true;
  if (!meets || 2 * (uint64_t)shared_bytes(q->span, a->words) < smaller) return true;
  chain_step step = {.directed = true, .whole = true, .id = q->id, .name = q->name};
  step.kind = q->anonymous ? CHAIN_STEP_UNNAMED : CHAIN_STEP_SPEAKER;
  return add_step(a, &step, SPEAKS);
}

/* "The site, citing informed sources": whom a medium leaves unnamed is the medium's affair, and no source besides it. */
static void drop_relayed(asking *a) {
  size_t kept = 0;
  bool relayed = false;
  for (size_t i = 0; i < a->held->citation_count; i++) {
    const chain_held_citation *c = &a->held->citations[i];
    relayed = relayed || (step_of_source(c->kind) == CHAIN_STEP_MEDIUM && shared_bytes(c->span, a->sentence) > 0);
  }
  for (size_t i = 0; relayed && i < a->out->count; i++) {
    if (a->out->steps[i].kind == CHAIN_STEP_UNNAMED) continue;
    a->close[kept] = a->close[i];
    a->out->steps[kept++] = a->out->steps[i];
  }
  if (relayed) a->out->count = kept;
}

static void keep_closest(asking *a) {
  closeness best = FAR_OFF;
  size_t kept = 0;
  for (size_t i = 0; i < a->out->count; i++)
    if (a->out->steps[i].kind != CHAIN_STEP_COPY && a->close[i] > best) best = a->close[i];
  for (size_t i = 0; i < a->out->count; i++)
    if (a->out->steps[i].kind == CHAIN_STEP_COPY || a->close[i] == best) a->out->steps[kept++] = a->out->steps[i];
  a->out->count = kept;
}

static bool take_sources(asking *a) {
  const chain_held_report *r = a->held;
  bool taken = true;
  for (size_t i = 0; taken && i < r->quote_count; i++) taken = take_quote(a, &r->quotes[i]);
  for (size_t i = 0; taken && i < r->citation_count; i++) taken = take_citation(a, &r->citations[i]);
  if (taken) drop_relayed(a);
  if (taken) keep_closest(a);
  return taken;
}

isnad_status chain_read_report(chain_report *out, isnad_arena *arena, chain_held *held, const isnad_carrier *asked, isnad_err *err) {
  chain_held_report *r = NULL;
  const chain_held_paragraph *lines = NULL;
  bool some = asked->words.begin < asked->words.end;
  isnad_status status = chain_held_find(&r, held, asked->article, err);
  if (status == ISNAD_OK) status = chain_held_edges(held, r, some, err);
  if (status == ISNAD_OK && some) status = chain_held_sources(held, r, err);
  if (status == ISNAD_OK && some) status = chain_held_lines(&lines, held, r, asked->words, err);
  if (status != ISNAD_OK) return status;
  asking a = {.arena = arena, .words = asked->words, .held = r, .out = out};
  *out = (chain_report){.id = r->id, .outlet = r->outlet, .outlet_name = r->outlet_name, .listed = r->listed};
  if (some) find_sentence(&a, lines);
  for (size_t i = 0; i < r->edge_count; i++)
    if (!take_edge(&a, &r->edges[i])) return isnad_arena_fail(err, arena, "chain");
  return !some || take_sources(&a) ? ISNAD_OK : isnad_arena_fail(err, arena, "chain");
}
