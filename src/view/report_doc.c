#include "view/report_doc.h"

#include "isnad/arabic.h"
#include "view/claim_words.h"
#include "view/labels.h"
#include "view/title.h"
#include "view/tree.h"

#include <stdio.h>

enum { MOST_PLACES = 4, MOST_BESIDE = 3 };

isnad_status report_collect(report *out, sheet *s, isnad_store *store, isnad_slice story) {
  *out = (report){.s = s, .store = store};
  isnad_status status = store_story_find(&out->story, s->arena, store, story, s->err);
  if (status == ISNAD_OK) status = graph_of_story(&out->g, s->arena, store, out->story.id, s->err);
  if (status == ISNAD_OK) status = isnad_claims_of_story(&out->claims, s->arena, store, out->story.id, s->err);
  if (status == ISNAD_OK) status = forest_walk(&out->chain, &out->chain_count, &out->g, s->err);
  if (status == ISNAD_OK) status = report_summary(out);
  if (status == ISNAD_OK) status = store_refusals(&out->unread, store, s->err);
  return status;
}

/* --- blocks --- */

static block *add(report *r, block_kind kind) {
  if (r->count == r->room) {
    block *more = isnad_arena_grow(r->s->arena, r->blocks, r->room, r->room * 2 + 128, sizeof *more);
    if (more == NULL) return NULL;
    r->blocks = more;
    r->room = r->room * 2 + 128;
  }
  block *b = &r->blocks[r->count++];
  *b = (block){.kind = kind};
  return b;
}

static bool add_words(report *r, block_kind kind, isnad_slice a, isnad_slice b, isnad_slice c) {
  block *made = add(r, kind);
  if (made == NULL) return false;
  made->cells[0] = a;
  made->cells[1] = b;
  made->cells[2] = c;
  return true;
}

static const isnad_slice nothing = {NULL, 0};

static isnad_slice word(const report *r, const char *id) { return label_word(r->s->view, id); }

static bool heading(report *r, const char *id) { return add_words(r, BLOCK_HEADING, word(r, id), nothing, nothing); }

static bool fact(report *r, const char *id, isnad_slice words) { return words.length == 0 || add_words(r, BLOCK_FACT, word(r, id), words, nothing); }

static bool dated_block(report *r, block_kind kind, uint32_t depth, isnad_interval when, isnad_slice outlet, isnad_slice words, isnad_slice note) {
  block *made = add(r, kind);
  if (made == NULL) return false;
  *made = (block){.kind = kind, .depth = depth, .has_when = true, .when = when, .cells = {outlet, words, note}};
  return true;
}

static isnad_slice title_of(const store_article *a) { return a->headline.length > 0 ? a->headline : a->opening; }

static isnad_slice outlet_of(const store_article *a) { return article_outlet(a).length > 0 ? article_outlet(a) : a->label; }

/* --- head --- */

static isnad_slice joined_places(report *r) {
  isnad_slice places[MOST_PLACES], out = nothing, comma = word(r, "report.comma");
  size_t count = 0;
  if (store_story_places(places, MOST_PLACES, &count, r->s->arena, r->store, r->story.id, r->s->err) != ISNAD_OK) return nothing;
  for (size_t i = 0; i < count; i++)
    out = i == 0 ? places[0]
                 : isnad_arena_printf(r->s->arena, "%.*s%.*s %.*s", (int)out.length, out.bytes, (int)comma.length, comma.bytes, (int)places[i].length,
                                      places[i].bytes);
  return out;
}

static bool write_head(report *r) {
  const store_story *story = &r->story;
  isnad_arena *arena = r->s->arena;
  isnad_slice counts = isnad_arena_printf(arena, "%u", story->reports), outlets = isnad_arena_printf(arena, "%u", story->outlets);
  isnad_slice origins = story->certain == story->possible ? isnad_arena_printf(arena, "%u", story->certain)
                                                          : isnad_arena_printf(arena, "%u-%u", story->certain, story->possible);
  return fact(r, "report.when", report_when(r, story->published)) && fact(r, "report.where", joined_places(r)) && fact(r, "report.reports", counts) &&
         fact(r, "report.outlets", outlets) && fact(r, "report.origins", origins);
}

/* --- summary --- */

isnad_status report_summary(report *r) {
  isnad_status status = view_reports_of(&r->reports, r->s->arena, r->store, &r->g, r->s->err);
  if (status == ISNAD_OK) status = summary_read(&r->sentences, r->s->arena, r->reports.items, r->reports.count, r->s->err);
  return status == ISNAD_OK ? summary_choose(&r->told, r->s->arena, &r->sentences, r->s->err) : status;
}

isnad_slice report_sentence_words(const report *r, const summary_sentence *sentence) {
  return isnad_slice_at(r->reports.items[sentence->report].text, sentence->span);
}

static bool write_summary(report *r) {
  if (!heading(r, "report.summary")) return false;
  for (size_t i = 0; i < r->told.count; i++) {
    const summary_sentence *sentence = r->told.items[i];
    isnad_slice outlet = outlet_of(&r->reports.articles[sentence->report]), others = nothing;
    if (sentence->reports > 1)
      others = isnad_arena_printf(r->s->arena, "%.*s: %u", (int)word(r, "report.reports_count").length, word(r, "report.reports_count").bytes,
                                  sentence->reports);
    if (!add_words(r, BLOCK_TEXT, report_sentence_words(r, sentence), outlet, others)) return false;
  }
  return r->told.count > 0 || add_words(r, BLOCK_NOTE, word(r, "report.no_summary"), nothing, nothing);
}

/* --- timeline --- */

static bool write_timeline(report *r) {
  if (!heading(r, "report.timeline")) return false;
  for (size_t i = 0; i < r->g.count; i++) {
    const store_article *a = &r->g.nodes[i].article;
    if (a->published.from >= a->published.to || graph_is_bare(a)) continue;
    isnad_slice basis = isnad_slice_equal(a->basis, isnad_slice_of("story")) ? word(r, "report.basis_story") : nothing;
    if (!dated_block(r, BLOCK_EVENT, 0, a->published, outlet_of(a), title_of(a), basis)) return false;
  }
  return true;
}

/* --- claims --- */

static bool write_version(report *r, const isnad_claim *c, const isnad_claim_version *v) {
  isnad_slice support = c->count > 1 ? claim_support(r->s, v->reports, &v->origins) : nothing;
  if (!add_words(r, BLOCK_VERSION, v->words, support, version_marks(r->s, v))) return false;
  if (v->dropped.length > 0 && !add_words(r, BLOCK_CHANGE, word(r, "report.dropped"), v->dropped, nothing)) return false;
  if (v->added.length > 0 && !add_words(r, BLOCK_CHANGE, word(r, "report.added"), v->added, nothing)) return false;
  for (size_t i = 0; i < v->count; i++) {
    const isnad_claim_mention *m = &v->mentions[i];
    if (i > 0 && v->mentions[i - 1].article == m->article) continue; /* one place of each report is shown; the JSON has all */
    isnad_slice outlet = m->outlet.length > 0 ? m->outlet : m->label;
    isnad_slice reference = isnad_arena_printf(r->s->arena, "%.*s [%u,%u)", (int)m->name.length, m->name.bytes, m->span.begin, m->span.end);
    if (!dated_block(r, BLOCK_MENTION, 0, m->published, outlet, c->kind == ISNAD_CLAIM_FIGURE ? m->around : nothing, reference)) return false;
  }
  return true;
}

static bool write_neighbours(report *r, const isnad_claim *c) {
  for (size_t i = 0; i < c->part_count; i++) {
    const isnad_claim_version *part = &r->claims.items[c->parts[i]].versions[0];
    isnad_slice words =
        part->times > 1 ? isnad_arena_printf(r->s->arena, "%.*s x %u", (int)part->words.length, part->words.bytes, part->times) : part->words;
    if (!add_words(r, BLOCK_BESIDE, words, word(r, "report.parts"), nothing)) return false;
  }
  for (size_t i = 0, shown = 0; i < c->beside_count && shown < MOST_BESIDE; i++) {
    bool other = c->beside[i].why == ISNAD_CLAIM_BESIDE_THING || c->beside[i].why == ISNAD_CLAIM_BESIDE_STATE;
    if (other || r->claims.items[c->beside[i].claim].versions[0].headline_only) continue;
    shown++;
    isnad_slice why = label_of(r->s->view, "beside.", isnad_slice_of(isnad_claim_beside_name(c->beside[i].why)));
    if (!add_words(r, BLOCK_BESIDE, r->claims.items[c->beside[i].claim].versions[0].words, why, nothing)) return false;
  }
  if (c->denied_by == SIZE_MAX) return true;
  const isnad_claim *denial = &r->claims.items[c->denied_by];
  isnad_slice who = claim_title(r->s, denial), denies = word(r, "report.denies");
  isnad_slice by = isnad_arena_printf(r->s->arena, "%.*s %.*s", (int)who.length, who.bytes, (int)denies.length, denies.bytes);
  return add_words(r, BLOCK_BESIDE, denial->versions[0].words, by, nothing);
}

static bool write_claim(report *r, const isnad_claim *c) {
  const char *verdict = isnad_verdict_name(c->verdict);
  isnad_slice title = claim_title(r->s, c);
  if (c->kind == ISNAD_CLAIM_FIGURE && c->claimant.length > 0)
    title = isnad_arena_printf(r->s->arena, "%.*s (%.*s)", (int)title.length, title.bytes, (int)c->claimant.length, c->claimant.bytes);
  if (!add_words(r, BLOCK_CLAIM, label_of(r->s->view, "verdict.", isnad_slice_of(verdict)), title, claim_support(r->s, c->reports, &c->origins)))
    return false;
  r->blocks[r->count - 1].key = verdict;
  for (size_t v = 0; v < c->count; v++)
    if (!write_version(r, c, &c->versions[v])) return false;
  return write_neighbours(r, c);
}

static bool is_agreed(const isnad_claim *c) {
  return c->verdict == ISNAD_VERDICT_AGREE || c->verdict == ISNAD_VERDICT_BOUNDS || c->verdict == ISNAD_VERDICT_SUM;
}

static bool is_told_differently(const isnad_claim *c) {
  return c->verdict == ISNAD_VERDICT_DIFFER || c->verdict == ISNAD_VERDICT_REVISED || c->verdict == ISNAD_VERDICT_DENIED;
}

static bool is_single(const isnad_claim *c) { return c->verdict == ISNAD_VERDICT_SINGLE; }

static bool is_told(const isnad_claim *c) { return c->kind != ISNAD_CLAIM_FIGURE && c->kind != ISNAD_CLAIM_STATEMENT; }

static bool is_any(const isnad_claim *c) {
  (void)c;
  return true;
}

/* What befell people is asked first. */
static bool comes_first(const isnad_claim *c) {
  static const char *const states[] = {"dead",    "wounded",  "casualties", "missing",  "recovered_bodies",
                                       "rescued", "arrested", "kidnapped",  "displaced"};
  for (size_t i = 0; i < sizeof states / sizeof states[0]; i++)
    if (isnad_slice_equal(c->state, isnad_slice_of(states[i])) && isnad_slice_equal(c->measure, isnad_slice_of("count"))) return true;
  return false;
}

typedef enum claim_part { PART_FIGURES, PART_ALL, PART_TOLD } claim_part;

static bool in_part(const isnad_claim *c, claim_part part) {
  if (part == PART_TOLD || is_told(c)) return part == PART_TOLD && is_told(c);
  return part == PART_ALL || c->kind == ISNAD_CLAIM_FIGURE;
}

static bool write_claims(report *r, const char *id, bool (*wanted)(const isnad_claim *), claim_part part, const char *none) {
  size_t shown = 0;
  if (!heading(r, id)) return false;
  for (int first = 1; first >= 0; first--)
    for (size_t i = 0; i < r->claims.count; i++) {
      const isnad_claim *c = &r->claims.items[i];
      if (!wanted(c) || !in_part(c, part) || comes_first(c) != (first == 1)) continue;
      if (!write_claim(r, c)) return false;
      shown++;
    }
  return shown > 0 || add_words(r, BLOCK_NOTE, word(r, none), nothing, nothing);
}

/* Statements that one report alone carries: who said what. */
static bool write_quotes(report *r) {
  size_t shown = 0;
  if (!heading(r, "report.quotes")) return false;
  for (size_t i = 0; i < r->claims.count; i++) {
    const isnad_claim *c = &r->claims.items[i];
    if (c->kind != ISNAD_CLAIM_STATEMENT) continue;
    const isnad_claim_mention *m = &c->versions[c->first].mentions[0];
    if (!dated_block(r, BLOCK_EVENT, 0, m->published, claim_title(r->s, c), c->what, claim_support(r->s, c->reports, &c->origins))) return false;
    shown++;
  }
  return shown > 0 || add_words(r, BLOCK_NOTE, word(r, "report.none"), nothing, nothing);
}

/* --- chain and outlets --- */

static void take_evidence(const tree *t, report_taken *out, unsigned depth) {
  double value = 0;
  if (t == NULL || depth > 4) return;
  if (tree_number(&value, t, "matched")) out->matched = value;
  if (tree_number(&value, t, "containment")) out->share = value;
  isnad_slice credit = tree_text(t, "credit");
  if (credit.length > 0) out->credit = credit;
  for (const tree *member = t->first; member != NULL; member = member->next)
    if (member->kind == JSON_OBJECT) take_evidence(member, out, depth + 1);
}

report_taken report_taken_of(report *r, const store_edge *edge) {
  report_taken out = {.share = -1};
  take_evidence(tree_read(r->s->arena, edge->evidence), &out, 0);
  return out;
}

/* "copied, 130 words the same, 98% of its text, no credit" */
static isnad_slice edge_words(report *r, const store_edge *edge) {
  report_taken taken = report_taken_of(r, edge);
  isnad_slice kind = label_of(r->s->view, "report.", edge->kind), same = word(r, "report.words_same"), share = word(r, "report.share"),
              comma = word(r, "report.comma");
  isnad_slice out = kind;
  if (taken.matched > 0)
    out = isnad_arena_printf(r->s->arena, "%.*s%.*s %.0f %.*s", (int)out.length, out.bytes, (int)comma.length, comma.bytes, taken.matched,
                             (int)same.length, same.bytes);
  if (taken.share >= 0)
    out = isnad_arena_printf(r->s->arena, "%.*s%.*s %.*s %.0f%%", (int)out.length, out.bytes, (int)comma.length, comma.bytes, (int)share.length,
                             share.bytes, 100 * taken.share);
  if (taken.credit.length == 0) return out;
  isnad_slice credit = word(r, isnad_slice_equal(taken.credit, isnad_slice_of("none")) ? "report.no_credit" : "report.credits_another");
  return isnad_arena_printf(r->s->arena, "%.*s%.*s %.*s", (int)out.length, out.bytes, (int)comma.length, comma.bytes, (int)credit.length,
                            credit.bytes);
}

static bool write_chain(report *r) {
  if (!heading(r, "report.chain")) return false;
  for (size_t i = 0; i < r->chain_count; i++) {
    const forest_item *item = &r->chain[i];
    if (item->node == NULL) {
      if (!dated_block(r, BLOCK_NODE, item->depth, (isnad_interval){0, 0}, item->source->source_name, nothing, nothing)) return false;
      r->blocks[r->count - 1].has_when = false;
      continue;
    }
    const store_article *a = &item->node->article;
    const store_edge *edge = graph_main_edge(&r->g, item->node);
    if (!dated_block(r, BLOCK_NODE, item->depth, a->published, outlet_of(a), title_of(a), edge != NULL ? edge_words(r, edge) : nothing)) return false;
  }
  return true;
}

static isnad_slice parent_name(report *r, const store_edge *edge) {
  const graph_node *parent = edge->parent != 0 ? graph_find(&r->g, edge->parent) : NULL;
  return parent != NULL ? outlet_of(&parent->article) : edge->source_name;
}

static bool write_outlets(report *r) {
  if (!heading(r, "report.outlets_table")) return false;
  for (size_t i = 0; i < r->g.count; i++) {
    const graph_node *node = &r->g.nodes[i];
    const store_edge *edge = graph_main_edge(&r->g, node);
    if (graph_is_bare(&node->article)) continue;
    isnad_slice from = word(r, "report.own"), how = nothing;
    if (edge != NULL) {
      isnad_slice by = word(r, "report.from"), name = parent_name(r, edge);
      from = isnad_arena_printf(r->s->arena, "%.*s %.*s", (int)by.length, by.bytes, (int)name.length, name.bytes);
      how = edge_words(r, edge);
    }
    if (!dated_block(r, BLOCK_EVENT, 0, node->article.published, outlet_of(&node->article), from, how)) return false;
  }
  return true;
}

/* --- doubts and method --- */

bool report_is_doubt(const isnad_claim *c) {
  if (c->verdict == ISNAD_VERDICT_DIFFER || c->verdict == ISNAD_VERDICT_DENIED) return true;
  for (size_t v = 0; v < c->count; v++)
    if (c->kind == ISNAD_CLAIM_FIGURE && (c->versions[v].headline_only || c->versions[v].anonymous || c->versions[v].altered)) return true;
  return false;
}

static bool write_doubts(report *r) {
  size_t before = r->count + 1;
  if (!heading(r, "report.doubts")) return false;
  for (size_t i = 0; i < r->g.count; i++) {
    const store_article *a = &r->g.nodes[i].article;
    if (graph_is_bare(a) || a->published.from < a->published.to) continue;
    if (!add_words(r, BLOCK_FACT, word(r, "report.undated"), outlet_of(a), title_of(a))) return false;
  }
  for (size_t i = 0; i < r->claims.count; i++) {
    const isnad_claim *c = &r->claims.items[i];
    if (!report_is_doubt(c)) continue;
    isnad_slice marks = version_marks(r->s, &c->versions[c->first]);
    isnad_slice label = is_told_differently(c) ? label_of(r->s->view, "verdict.", isnad_slice_of(isnad_verdict_name(c->verdict))) : marks;
    if (!add_words(r, BLOCK_FACT, label, claim_title(r->s, c), c->versions[c->first].words)) return false;
  }
  if (r->unread > 0 && !fact(r, "report.unread", isnad_arena_printf(r->s->arena, "%llu", (unsigned long long)r->unread))) return false;
  return r->count > before || add_words(r, BLOCK_NOTE, word(r, "report.none"), nothing, nothing);
}

isnad_slice report_when(report *r, isnad_interval when) {
  buf kept = r->s->line;
  r->s->line = buf_new(r->s->arena, 64);
  if (when.from < when.to)
    sheet_when(r->s, when);
  else
    buf_add_slice(&r->s->line, word(r, "report.no_date"));
  isnad_slice out = buf_slice(&r->s->line);
  r->s->line = kept;
  while (out.length > 0 && out.bytes[out.length - 1] == ' ') out.length--;
  return out;
}

isnad_status report_write(report *r) {
  bool written = write_head(r) && write_summary(r) && write_timeline(r) && write_claims(r, "report.agreed", is_agreed, PART_ALL, "report.none") &&
                 write_claims(r, "report.differing", is_told_differently, PART_ALL, "report.no_differing") &&
                 write_claims(r, "report.told", is_any, PART_TOLD, "report.none") &&
                 write_claims(r, "report.once", is_single, PART_FIGURES, "report.none") && write_quotes(r) && write_chain(r) && write_outlets(r) &&
                 write_doubts(r) && heading(r, "report.method") && add_words(r, BLOCK_NOTE, word(r, "report.method_text"), nothing, nothing);
  return written && isnad_arena_status(r->s->arena) == ISNAD_OK ? ISNAD_OK : isnad_arena_fail(r->s->err, r->s->arena, "view");
}
